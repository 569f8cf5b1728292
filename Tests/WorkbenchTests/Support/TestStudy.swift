import Foundation
import Testing

@testable import Workbench

/// A folder for one test, removed with its last user.
final class TestFolder: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("verbatim-workbench-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file and gives its path.
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }
}

/// A study in a folder of its own, at a fixed time.
struct TestStudy {
  /// The time of every act, set by `SOURCE_DATE_EPOCH`.
  static let time = "2026-11-22T10:30:00Z"

  private static let environment: Void = {
    unsafe setenv("SOURCE_DATE_EPOCH", "1795343400", 1)
    unsafe setenv("USER", "testeuse", 1)
    unsafe unsetenv("VERBATIM_CODER")
  }()

  /// Eight answers of five respondents to two questions.
  static let survey = """
    id;poids;groupe;ancienneté;q1;q2
    R1;1;Éducation;3;On perd le lien. Trop de mails.;Plus de temps.
    R2;2;Éducation;12;RAS;
    R3;1,5;Insertion;7;Le lien humain se perd, hélas.;Du lien, encore du lien.
    R4;0,5;;;Trop de tableaux. Trop de mails. On perd le lien.;Des moyens.
    R5;1;Insertion;25;;Former les équipes.

    """

  static let roles = SurveyRoles(
    respondent: "id", answers: ["q1", "q2"], variables: ["groupe", "ancienneté"], weight: "poids")

  /// A parent with two children, and a code without a rule.
  static let codebook = """
    title: Le numérique
    codes:
      - id: effets
        name: Effets
        definition: Ce que le numérique fait au travail.
        codes:
          - id: lien
            name: Perte de lien
            colour: '#aa0000'
            definition: On se voit moins.
            rule: lien
          - id: surcharge
            name: Surcharge
            colour: '#0000aa'
            definition: Trop à faire.
            rule: mails OR tableaux
      - id: moyens
        name: Moyens
        definition: Ce qui manque.

    """

  let folder: TestFolder
  let study: Study

  init(_ survey: String? = TestStudy.survey, codebook: String? = nil) throws {
    _ = Self.environment
    folder = try TestFolder()
    study = try Study(creating: folder.file("étude.verbatim"))
    if let survey {
      try add(survey, roles: survey == Self.survey ? Self.roles : SurveyRoles())
    }
    if let codebook { try importCodebook(codebook) }
  }

  /// The study with its codebook.
  static func coded() throws -> TestStudy { try TestStudy(codebook: Self.codebook) }

  @discardableResult
  func add(
    _ survey: String, roles: SurveyRoles = SurveyRoles(), name: String = "enquête.csv",
    into other: Study? = nil
  ) throws -> SurveyImport.Outcome {
    try SurveyImport(try folder.write(name, survey), roles: roles).run(into: other ?? study)
  }

  @discardableResult
  func importCodebook(_ text: String, name: String = "codes.yaml") throws -> CodebookImport.Outcome {
    try CodebookImport(study).run(try folder.write(name, text))
  }

  @discardableResult
  func importCodings(
    _ text: String, createsCodes: Bool = false, coder: String? = nil
  ) throws -> CodingImport.Outcome {
    try CodingImport(study).run(
      try folder.write("codages.csv", text), createsCodes: createsCodes, coder: coder)
  }

  @discardableResult
  func code(
    _ code: String, _ answer: String, _ part: HandCoding.Part = .whole, coder: String = "anna",
    memo: String? = nil
  ) throws -> HandCoding.Outcome {
    try HandCoding(study).code(code, answer, part, coder: coder, memo: memo)
  }

  /// The same file opened once more, as another process would.
  func reopened() throws -> Study { try Study(opening: study.path) }

  /// The file opened for reading only.
  func readOnly() throws -> Study {
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: study.path)
    return try Study(opening: study.path)
  }

  /// Leaves the index as an older analysis would have: nothing of it can be trusted.
  func makeIndexStale() throws {
    let segments = try study.project.read { try $0.indexSegments() }
    let drafts = segments.map {
      IndexSegmentDraft(
        analysisVersion: -1, answers: $0.answers, answerCount: $0.answerCount, tokenCount: $0.tokenCount,
        parts: [])
    }
    try study.project.updateIndex(removing: segments, adding: drafts)
  }

  /// Puts a segment in the place of the first one that says what no analysis would, `marque` for `un`: so it is seen
  /// whether a segment is kept or made again.
  func markFirstSegment() throws {
    guard let entry = try study.project.read({ try $0.indexSegments() }).first else { return }
    var maker = SegmentMaker(try study.analyzer())
    try study.project.read { reader in
      try reader.forEachAnswer(in: entry.answers) {
        try maker.add($0.id, $0.text.replacing("Un", with: "Marque"))
      }
    }
    try study.project.updateIndex(removing: [entry], adding: maker.finish().map { IndexSegmentDraft($0) })
  }

  func texts() throws -> [String] {
    var texts: [String] = []
    try study.project.read { try $0.forEachAnswer { texts.append($0.text) } }
    return texts
  }

  /// The codings as `answer code start-end coder origin`.
  func codings() throws -> [String] { try study.writtenCodings() }

  func count(_ query: String) throws -> [Int?] { try study.counts(query) }
}

extension Study {
  func writtenCodings() throws -> [String] {
    var lines: [String] = []
    try CodingList(self).forEach { line in
      let range = line.coding.range
      lines.append(
        "\(line.answer) \(line.code) \(range.start)-\(range.end) \(line.coder) \(line.coding.origin.rawValue)"
      )
    }
    return lines
  }

  /// Hits, answers and respondents.
  func counts(_ query: String) throws -> [Int?] {
    let count = try QueryCounting(self).count(query)
    return [count.hits, count.answers, count.respondents]
  }

  func names(_ query: String) throws -> [String] {
    try AnswerSearch(self).names(query).map(\.description)
  }
}
