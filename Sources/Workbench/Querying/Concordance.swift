public import CodingModel
public import CorpusIndex
import FrenchText
import ProjectStore

/// Words in context.
public struct Concordance {
  /// A hit with its context.
  public struct Line: Sendable {
    /// The answer it stands in.
    public let answer: AnswerName
    /// Where it stands.
    public let range: TextRange
    /// The text before, the hit, and the text after, as written.
    public let left: String, hit: String, right: String
    /// The respondent's values of the variables asked for.
    public let values: [String]
  }

  /// How lines are ordered.
  public enum Order: String, Sendable, CaseIterable {
    /// As the answers were imported.
    case answer
    /// By the words before the hit, the nearest first.
    case left
    /// By the words after the hit.
    case right
    /// By the hit itself.
    case hit
  }

  /// A page of lines and what it is a page of.
  public struct Page: Sendable {
    /// The lines asked for.
    public let lines: [Line]
    /// The numbers of hits, answers and respondents in all.
    public let count: QueryCount
    /// The names of the variables whose values stand beside.
    public let variables: [String]
  }

  private let study: Study

  /// Concordances of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// The hits of a query in context.
  ///
  /// - Parameters:
  ///   - query: the query.
  ///   - context: how much text stands on each side.
  ///   - order: how the lines are sorted; French order, ties as imported.
  ///   - from: how many lines to leave out at the start.
  ///   - limit: how many lines to return.
  ///   - variables: variables whose values stand beside.
  /// - Throws: `QueryError`, ``StudyError``, `ProjectError`. Cost: other orders than by answer read every hit.
  public func page(
    _ query: String, context: ContextWidth, order: Order = .answer, from: Int = 0, limit: Int = .max,
    variables: [String] = []
  ) throws -> Page {
    let result = try study.search(query)
    return try study.project.read { reader in
      let browser = try AnswerBrowser(reader, variables: variables)
      let isSorted = order != .answer
      let found = try result.kwic(context, from: isSorted ? 0 : from, limit: isSorted ? .max : limit)
      var lines = try found.compactMap { try line($0, browser) }
      if isSorted { lines = Array(Self.sorted(lines, order).dropFirst(max(0, from)).prefix(max(0, limit))) }
      return Page(
        lines: lines, count: try QueryCounting(study).count(result, query: query),
        variables: browser.variables.map(\.name))
    }
  }

  private func line(_ found: KWICLine, _ browser: AnswerBrowser) throws -> Line? {
    guard let (answer, name) = try browser.answer(found.hit.answer) else { return nil }
    return Line(
      answer: name, range: found.hit.range, left: answer.text.slice(found.left) ?? "",
      hit: answer.text.slice(found.hit.range) ?? "", right: answer.text.slice(found.right) ?? "",
      values: try browser.values(of: answer.respondent))
  }

  private static func sorted(_ lines: [Line], _ order: Order) -> [Line] {
    let collator = FrenchCollator()
    let keyed = lines.enumerated().map { index, line in
      let text =
        switch order {
        case .left: line.left.split(whereSeparator: \.isWhitespace).reversed().joined(separator: " ")
        case .right: line.right
        case .hit: line.hit
        case .answer: ""
        }
      return (key: collator.sortKey(text), index: index, line: line)
    }
    return keyed.sorted {
      $0.key == $1.key ? $0.index < $1.index : $0.key.lexicographicallyPrecedes($1.key)
    }.map(\.line)
  }
}
