import CodingModel
import Foundation
import GRDB

@testable import ProjectStore

/// A folder for one test, removed with its last user.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("verbatim-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  var contents: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

/// A new project in a folder of its own, at a fixed time.
struct TemporaryProject {
  static let time = "2026-11-22T10:30:00Z"

  let folder: TemporaryFolder
  let file: ProjectFile

  init() throws {
    folder = try TemporaryFolder()
    file = try ProjectFile.create(folder.file("étude.verbatim"), now: { Self.time })
  }

  /// Every tracked table's rows, identities included.
  func dump() throws -> [String: [[DatabaseValue]]] { try file.dump() }

  /// Opens the same file once more, as another process would; it does not wait for locks.
  func reopened() throws -> ProjectFile {
    try ProjectFile.open(file.path, busyTimeout: 0, now: { Self.time })
  }

  /// Runs SQL behind the project's back, with no foreign key enforced.
  func damage(_ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: file.path, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// Waits for no disk from now on.
  func hurry() throws {
    try file.queue.inDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY")
    }
  }

  func count(_ table: String) throws -> Int {
    try file.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? -1 }
  }
}

extension ProjectFile {
  func dump() throws -> [String: [[DatabaseValue]]] {
    try queue.read { db in
      var tables: [String: [[DatabaseValue]]] = [:]
      for table in TrackedTable.allCases {
        tables[table.rawValue] = try Row.fetchAll(db, sql: "SELECT * FROM \(table.rawValue) ORDER BY id")
          .map { Array($0.databaseValues) }
      }
      return tables
    }
  }
}

/// A small survey: three respondents, two questions, five answers, a variable, two coders and three codes.
struct SmallStudy {
  static let texts = ["Trop de mails.", "RAS", "Je perds le lien 👩‍💻 avec l'usager.", "Oui", "Plus de temps"]

  let project: TemporaryProject
  let codes: [RowID<Code>]
  let coders: [RowID<Coder>]
  var file: ProjectFile { project.file }

  init() throws {
    project = try TemporaryProject()
    try project.file.perform(.importSurvey) { try Self.addSurvey($0) }
    let made = try project.file.perform(.importCodebook) { act in
      let effects = try act.addCode(CodeContent(name: "Effets"), key: "effets", under: nil)
      let overload = try act.addCode(CodeContent(name: "Surcharge"), key: "surcharge", under: effects)
      let bond = try act.addCode(CodeContent(name: "Perte de lien"), key: "perte-de-lien", under: effects)
      return (codes: [effects, overload, bond], coders: [try act.coder("alice"), try act.coder("bruno")])
    }.result
    codes = made.codes
    coders = made.coders
  }

  static func addSurvey(_ act: ActWriter) throws {
    let questions = try ["q1", "q2"].map { try act.question(SurveyQuestion(name: $0, wording: $0 + " ?")) }
    let job = try act.variable("métier", .categorical)
    for (number, name) in ["R1", "R2", "R3"].enumerated() {
      let (id, isNew) = try act.respondent(name, weight: number == 2 ? nil : 1.5)
      if number < 2 { _ = try act.addValue("ASS", of: job, to: id, isNew: isNew) }
      _ = try act.addAnswer(texts[number * 2], of: id, to: questions[0], isNew: isNew)
      if number < 2 { _ = try act.addAnswer(texts[number * 2 + 1], of: id, to: questions[1], isNew: isNew) }
    }
  }

  func code(_ index: Int) throws -> Code {
    let id = codes[index]
    return try file.read { try $0.codes().first { $0.id == id }! }
  }

  /// Codes the range of the answer in the first coder's name.
  @discardableResult
  func addCoding(
    _ code: Int = 1, on answer: Int64 = 1, _ range: TextRange = TextRange(0, 4), coder: Int = 0,
    origin: Coding.Origin = .hand
  ) throws -> RowID<Coding>? {
    try file.perform(.code) { act in
      try act.addCoding(codes[code], on: RowID(answer), range, by: coders[coder], origin: origin)
    }.result
  }
}
