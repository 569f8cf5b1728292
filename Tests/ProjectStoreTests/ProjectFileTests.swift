import CodingModel
import Foundation
import GRDB
import Testing

@testable import ProjectStore

@Suite("Creating, opening, sharing and copying project files")
struct ProjectFileTests {
  @Test("A new project is one file, empty, and opens again")
  func creating() throws {
    let project = try TemporaryProject()
    #expect(try project.folder.contents == ["étude.verbatim"])
    #expect(project.file.isWritable)
    #expect(try project.dump().values.allSatisfy { $0.isEmpty })
    #expect(try project.reopened().read { try $0.defects() } == [])
  }

  @Test("A project without a name is like any other, and no file is left of it")
  func unnamed() throws {
    let before = try FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory())
    let file = try ProjectFile.unnamed()
    try file.perform(.importSurvey) { _ = try $0.respondent("R1", weight: 2) }
    #expect(try file.read { try $0.respondentCount() } == 1)
    #expect(try file.read { try $0.defects() } == [])
    _ = try file.undo()
    #expect(try file.read { try $0.respondentCount() } == 0)
    let after = try FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory())
    #expect(Set(after).subtracting(before).filter { $0.contains("sqlite") || $0.contains("etilqs") } == [])
    #expect(file.path.isEmpty)
  }

  @Test("Of many who create one file at once one does, and the others are told")
  func atOnce() async throws {
    let folder = try TemporaryProject().folder
    let path = folder.file("ensemble.verbatim")
    let made = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<6 {
        group.addTask {
          do {
            _ = try ProjectFile.create(path)
            return true
          } catch ProjectError.alreadyExists { return false }
        }
      }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(made == 1)
    #expect(try ProjectFile.open(path).read { try $0.defects() } == [])
    #expect(try folder.contents == ["ensemble.verbatim", "étude.verbatim"])
  }

  @Test("A file made in vain goes again, but not with what somebody did in it meanwhile")
  func removeIfUnused() throws {
    let project = try TemporaryProject()
    let path = project.folder.file("vain.verbatim")
    let (mine, theirs) = (try ProjectFile.create(path), try ProjectFile.open(path))
    try theirs.perform(.coder) { _ = try $0.coder("zoé") }
    try mine.removeIfUnused()
    #expect(try ProjectFile.open(path).read { try $0.coders().map(\.name) } == ["zoé"])
    let other = project.folder.file("autre.verbatim")
    let (made, found) = (try ProjectFile.create(other), try ProjectFile.open(other))
    try made.removeIfUnused()
    #expect(try project.folder.contents == ["vain.verbatim", "étude.verbatim"])
    // Nothing is said to be kept that is nowhere.
    #expect(throws: ProjectError.noSuchFile(path: other)) {
      try found.perform(.coder) { _ = try $0.coder("zoé") }
    }
    #expect(try project.folder.contents == ["vain.verbatim", "étude.verbatim"])
  }

  @Test("A project is never created over anything")
  func alreadyThere() throws {
    let project = try TemporaryProject()
    let text = project.folder.file("notes.txt")
    try Data("notes".utf8).write(to: URL(fileURLWithPath: text))
    for path in [project.file.path, text, project.folder.path] {
      #expect(throws: ProjectError.alreadyExists(path: path)) { try ProjectFile.create(path) }
      #expect(throws: ProjectError.alreadyExists(path: path)) { try project.file.backup(to: path) }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: text)) == Data("notes".utf8))
    #expect(try project.folder.contents == ["notes.txt", "étude.verbatim"])
  }

  @Test("Where no file can be made, none is, and the error says so")
  func cannotCreate() throws {
    let project = try TemporaryProject()
    for path in [
      project.folder.file("absent/x.verbatim"), project.file.path + "/x.verbatim", "/proc/x.verbatim",
    ] {
      #expect(throws: ProjectError.cannotCreate(path: path)) { try ProjectFile.create(path) }
      #expect(throws: ProjectError.cannotCreate(path: path)) { try project.file.backup(to: path) }
    }
    #expect(try project.folder.contents == ["étude.verbatim"])
  }

  @Test("What is stored is there after closing and opening, under an act's date")
  func keeping() throws {
    let study = try SmallStudy()
    let dump = try study.project.dump()
    let other = try study.project.reopened()
    #expect(try other.dump() == dump)
    #expect(
      try other.read { try $0.history().map(\.date) } == ["2026-11-22T10:30:00Z", "2026-11-22T10:30:00Z"])
  }

  @Test("While another process writes, acts and reading wait and then say so; afterwards they succeed")
  func busy() throws {
    let study = try SmallStudy()
    let other = try study.project.reopened()
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let lock = try DatabaseQueue(path: study.file.path, configuration: configuration)
    let before = try study.project.dump()
    try lock.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let busy = ProjectError.busy(path: study.file.path)
    #expect(throws: busy) { try other.perform(.coder) { try $0.coder("chloé") } }
    #expect(throws: busy) { try other.undo() }
    #expect(try other.read { try $0.coders().count } == 2)
    try lock.inDatabase { try $0.execute(sql: "COMMIT; BEGIN EXCLUSIVE") }
    #expect(throws: busy) { try other.read { try $0.coders() } }
    #expect(throws: busy) { try study.project.reopened() }
    try lock.inDatabase { try $0.execute(sql: "ROLLBACK") }
    #expect(try study.project.dump() == before)
    #expect(try other.perform(.coder) { try $0.coder("chloé") }.result == RowID(3))
    #expect(try study.file.read { try $0.coders().map(\.name) } == ["alice", "bruno", "chloé"])
  }

  @Test("A disk that is full refuses the act and keeps what was stored")
  func fullDisk() throws {
    let study = try SmallStudy()
    let before = try study.project.dump()
    try study.file.queue.inDatabase { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    #expect(throws: ProjectError.diskFull(path: study.file.path)) {
      try study.file.perform(.importSurvey) { act in
        let question = try act.question(SurveyQuestion(name: "q1", wording: ""))
        for number in 0..<1000 {
          let (id, isNew) = try act.respondent("N\(number)", weight: nil)
          _ = try act.addAnswer(String(repeating: "mot ", count: 50), of: id, to: question, isNew: isNew)
        }
      }
    }
    #expect(try study.project.dump() == before)
    #expect(try study.project.reopened().read { try $0.defects() } == [])
    #expect(try study.addCoding() != nil)
  }

  @Test(
    "On a small disk that fills up, creating and copying leave nothing behind",
    .enabled(if: SmallDisk.isPermitted))
  func smallDisk() throws {
    let study = try SmallStudy()
    let disk = try SmallDisk(kilobytes: 64)
    defer { disk.unmount() }
    let path = disk.path + "/x.verbatim"
    #expect(throws: ProjectError.diskFull(path: path)) { try ProjectFile.create(path) }
    #expect(throws: ProjectError.diskFull(path: path)) { try study.file.backup(to: path) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == [])
  }

  @Test("A copy holds everything, history and index included, and lives on by itself")
  func copying() throws {
    let study = try SmallStudy()
    try study.addCoding()
    _ = try study.file.undo()
    try study.file.setSetting("coder", "alice")
    let path = study.project.folder.file("copie.verbatim")
    try study.file.backup(to: path)
    #expect(try study.project.folder.contents == ["copie.verbatim", "étude.verbatim"])
    let copy = try ProjectFile.open(path)
    #expect(try copy.dump() == study.project.dump())
    #expect(try copy.read { try $0.history() } == study.file.read { try $0.history() })
    #expect(try copy.read { try $0.setting("coder") } == "alice")
    _ = try copy.redo()
    #expect(try copy.read { try $0.codingCount() } == 1)
    #expect(try study.file.read { try $0.codingCount() } == 0)
  }

  @Test("A read-only project can be read and copied, but not changed")
  func readOnly() throws {
    let study = try SmallStudy()
    let path = study.file.path
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let file = try ProjectFile.open(path)
    #expect(!file.isWritable)
    #expect(try file.read { try $0.answerCount() } == 5)
    let refusal = ProjectError.readOnly(path: path)
    #expect(throws: refusal) { try file.perform(.coder) { try $0.coder("x") } }
    #expect(throws: refusal) { try file.undo() }
    #expect(throws: refusal) { try file.redo() }
    #expect(throws: refusal) { try file.setSetting("coder", "x") }
    #expect(throws: refusal) { try file.updateIndex(removing: [], adding: []) }
    let copy = study.project.folder.file("copie.verbatim")
    try file.backup(to: copy)
    #expect(try ProjectFile.open(copy).perform(.coder) { try $0.coder("x") }.result == RowID(3))
  }

  @Test("Reading may be nested, and inside an act sees its changes")
  func nestedReading() throws {
    let study = try SmallStudy()
    try study.file.perform(.coder) { act in
      _ = try act.coder("chloé")
      #expect(try study.file.read { try $0.coders().count } == 3)
    }
    let counts = try study.file.read { outer in
      [try outer.answerCount(), try study.file.read { try $0.answerCount() }]
    }
    #expect(counts == [5, 5])
  }

  @Test("A reader sees one state, whatever another process stores meanwhile")
  func oneState() throws {
    let study = try SmallStudy()
    let other = try study.project.reopened()
    try study.file.read { (reader: ProjectReader) throws in
      #expect(try reader.coders().count == 2)
      #expect(throws: ProjectError.busy(path: study.file.path)) {
        try other.perform(.coder) { try $0.coder("chloé") }
      }
      #expect(try reader.coders().count == 2)
    }
  }

  @Test("The system's time is in UTC, to the second")
  func time() {
    #expect(ProjectFile.systemTime().wholeMatch(of: /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/) != nil)
  }

  @Test("Commits are flushed, the folder's entry included, and foreign keys are enforced")
  func settings() throws {
    let project = try TemporaryProject()
    let values = try project.file.queue.inDatabase { db in
      try ["synchronous", "journal_mode", "foreign_keys", "trusted_schema"].map {
        try String.fetchOne(db, sql: "PRAGMA \($0)")
      }
    }
    #expect(values == ["3", "delete", "1", "0"])
  }
}
