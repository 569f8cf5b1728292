public import CodingModel
import CorpusIndex
import ProjectStore

/// The answers that a query finds, for reading.
public struct AnswerSearch {
  /// An answer found.
  public struct Line: Sendable {
    /// Its name.
    public let answer: AnswerName
    /// Its whole text.
    public let text: String
    /// Where the query's words stand in it, from left to right.
    public let hits: [TextRange]
    /// How many codings it carries.
    public let codings: Int
    /// The respondent's values of the variables asked for.
    public let values: [String]
  }

  /// A page of answers and what it is a page of.
  public struct Page: Sendable {
    /// The answers asked for, in the order of import.
    public let lines: [Line]
    /// The numbers of hits, answers and respondents in all.
    public let count: QueryCount
    /// The names of the variables whose values stand beside.
    public let variables: [String]
  }

  private let study: Study

  /// Searching a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// The names of all answers that a query finds, in the order of import.
  ///
  /// - Throws: `QueryError`, `ProjectError`.
  public func names(_ query: String) throws -> [AnswerName] {
    let answers = try study.answers(matching: query)
    return try study.project.read { reader in
      let browser = try AnswerBrowser(reader)
      return try answers.compactMap { try browser.answer($0)?.name }
    }
  }

  /// The answers that a query finds.
  ///
  /// - Throws: `QueryError`, ``StudyError``, `ProjectError`.
  public func page(_ query: String, from: Int = 0, limit: Int = .max, variables: [String] = []) throws -> Page
  {
    try list(query, from: from, limit: limit, variables: variables) { list in
      var lines: [Line] = []
      try list.forEach { lines.append($0) }
      return Page(lines: lines, count: list.count, variables: list.variables)
    }
  }

  /// The answers that a query finds, each read when it is asked for.
  ///
  /// - Parameter body: what is done with them; the project is read while it runs.
  /// - Throws: `QueryError`, ``StudyError``, `ProjectError`, before `body` is called; then what it throws.
  public func list<Result>(
    _ query: String, from: Int = 0, limit: Int = .max, variables: [String] = [],
    _ body: (AnswerList) throws -> Result
  ) throws -> Result {
    try study.consistently { () -> (result: SearchResult, answers: [RowID<Answer>]) in
      let result = try study.search(query)
      let answers = try result.answers().dropFirst(max(0, from)).prefix(max(0, limit))
      return (result, Array(answers))
    } then: { found, reader in
      try body(
        AnswerList(
          count: QueryCounting(study).count(found.result, query: query), answers: found.answers,
          result: found.answers.count == found.result.answerCount
            ? found.result : found.result.restricted(to: AnswerSet(found.answers)),
          browser: AnswerBrowser(reader, variables: variables)))
    }
  }
}

/// A page of answers that are read one by one.
public struct AnswerList {
  /// The numbers of hits, answers and respondents in all.
  public let count: QueryCount
  fileprivate let answers: [RowID<Answer>]
  fileprivate let result: SearchResult
  fileprivate let browser: AnswerBrowser

  /// The names of the variables whose values stand beside.
  public var variables: [String] { browser.variables.map(\.name) }

  /// Calls `body` with each answer, in the order of import. Cost: some look-ups an answer.
  public func forEach(_ body: (AnswerSearch.Line) throws -> Void) throws {
    var next = 0
    var hits: [TextRange] = []
    func show() throws {
      if let line = try line(answers[next], hits) { try body(line) }
      next += 1
      hits.removeAll(keepingCapacity: true)
    }
    try result.forEachHit { hit in
      while answers[next] < hit.answer { try show() }
      hits.append(hit.range)
    }
    while next < answers.count { try show() }
  }

  private func line(_ id: RowID<Answer>, _ hits: [TextRange]) throws -> AnswerSearch.Line? {
    guard let (answer, name) = try browser.answer(id) else { return nil }
    return AnswerSearch.Line(
      answer: name, text: answer.text, hits: hits, codings: try browser.reader.codingCount(on: id),
      values: try browser.values(of: answer.respondent))
  }
}
