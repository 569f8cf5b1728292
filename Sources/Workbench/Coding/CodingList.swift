public import CodingModel
import CorpusIndex
import ProjectStore

/// A coding with the names and the text that people read it by.
public struct CodingLine: Sendable {
  /// The coding itself.
  public let coding: Coding
  /// The coded answer.
  public let answer: AnswerName
  /// What the code is called.
  public let code: String
  /// The code's colour.
  public let colour: Colour?
  /// The coder's name.
  public let coder: String
  /// The coded text.
  public let segment: String
  /// The memos on it, one under the other; empty where there are none.
  public let memo: String
}

/// Listing codings.
public struct CodingList {
  private let study: Study

  /// The codings of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Calls `body` with each coding that meets the conditions, by answer, then by range.
  ///
  /// - Parameters:
  ///   - codes: only of these codes, by name; nil for all.
  ///   - withChildren: of the codes under them, too.
  ///   - coders: only by these coders, by name.
  ///   - answer: only on this answer.
  ///   - query: only on answers that this query finds.
  /// - Throws: ``StudyError``, `QueryError`, `ProjectError`.
  public func forEach(
    codes: [String] = [], withChildren: Bool = false, coders: [String] = [], answer: String? = nil,
    query: String? = nil, origin: Coding.Origin? = nil, _ body: (CodingLine) throws -> Void
  ) throws {
    let scope = try query.map { try study.answers(matching: $0, by: coders) }
    try forEach(
      codes: codes, withChildren: withChildren, coders: coders, answer: answer, scope: scope, origin: origin,
      body)
  }

  /// The same on answers that are known; may be called while reading.
  func forEach(
    codes: [String] = [], withChildren: Bool = false, coders: [String] = [], answer: String? = nil,
    scope: AnswerSet?, origin: Coding.Origin? = nil, _ body: (CodingLine) throws -> Void
  ) throws {
    try study.project.read { reader in
      let names = CodeNames(try reader.codes())
      let filter = try CodingFilters.make(
        codes: codes, withChildren: withChildren, coders: coders, answer: answer, origin: origin, names,
        reader)
      let coderNames = Dictionary(uniqueKeysWithValues: try reader.coders().map { ($0.id, $0.name) })
      let browser = try AnswerBrowser(reader)
      let memos = try reader.codingMemos()
      var current: (answer: Answer, name: AnswerName)?
      try reader.forEachCoding(filter) { coding in
        if let scope, !scope.contains(coding.answer) { return }
        if current?.answer.id != coding.answer {
          guard let found = try browser.answer(coding.answer) else { return }
          current = found
        }
        guard let current else { return }
        try body(
          CodingLine(
            coding: coding, answer: current.name, code: names.name(of: coding.code),
            colour: names[coding.code]?.content.colour, coder: coderNames[coding.coder] ?? "",
            segment: current.answer.text.slice(coding.range) ?? "", memo: memos[coding.id] ?? ""))
      }
    }
  }
}

/// Making the store's conditions on codings from names.
enum CodingFilters {
  static func make(
    codes: [String], withChildren: Bool, coders: [String], answer: String? = nil,
    origin: Coding.Origin? = nil,
    _ names: CodeNames, _ reader: ProjectReader
  ) throws -> ProjectReader.CodingFilter {
    var filter = ProjectReader.CodingFilter(origin: origin)
    if !codes.isEmpty {
      filter.codes = []
      for name in codes {
        let code = try names.code(called: name)
        filter.codes?.insert(code.id)
        if withChildren { filter.codes?.formUnion(names.descendants(of: code.id).map(\.id)) }
      }
    }
    if !coders.isEmpty { filter.coders = Set(try coders.map { try reader.coder(called: $0).id }) }
    if let answer { filter.answer = try reader.answer(called: answer).answer.id }
    return filter
  }
}
