public import CodingAnalysis
import CodingModel
import CorpusIndex
import ProjectStore
import QueryLanguage

/// How often something is found.
public struct QueryCount: Sendable {
  /// The query as given.
  public let query: String
  /// Places where its words stand; nil for a query of filters alone, which has no places.
  public let hits: Int?
  /// The tokens that these places hold, those of each place counted; nil for a query without CQL.
  public var tokens: Int?
  /// Answers that it finds.
  public let answers: Int
  /// Respondents with at least one such answer.
  public let respondents: Int
  /// Answers and respondents in all: what was found is a part of these.
  public let allAnswers: Int, allRespondents: Int
  /// The same respondents by their weights; nil where these were not asked for.
  public var weighted: CrossTabulation.Cell?

  /// The share of the respondents, weighted where that was asked for; nil where there are none.
  public var share: Double? {
    if let weighted { return weighted.share }
    return allRespondents > 0 ? Double(respondents) / Double(allRespondents) : nil
  }

  /// The share's 95 % interval (Wilson, of the effective n where weighted).
  public var interval: ConfidenceInterval? {
    if let weighted { return weighted.interval }
    return share.flatMap { ConfidenceInterval.wilson(share: $0, n: Double(allRespondents)) }
  }
}

/// Counting what queries find.
public struct QueryCounting {
  /// What to count.
  public struct Request: Sendable {
    /// The query.
    public var query: String
    /// Only in answers that this query finds.
    public var scope: String?
    /// What a share is a share of.
    public var base: CrossTabulating.Base
    /// Whether respondents count by their survey weight.
    public var isWeighted: Bool
    /// Whose codings the codes in the query stand for, by name; everybody's where empty.
    public var coders: [String]

    /// A request to count a query's hits.
    public init(
      _ query: String, scope: String? = nil, base: CrossTabulating.Base = .all, isWeighted: Bool = false,
      coders: [String] = []
    ) {
      self.query = query
      self.scope = scope
      self.base = base
      self.isWeighted = isWeighted
      self.coders = coders
    }

    /// Whether every respondent is looked at: else it is enough to count those who gave the answers found.
    var needsBase: Bool { scope != nil || base != .all || isWeighted }
  }

  private let study: Study

  /// Counting in a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Counts a query's hits, answers and respondents.
  ///
  /// - Throws: `QueryError`, `ProjectError`.
  public func count(_ query: String) throws -> QueryCount { try count(Request(query)) }

  /// Counts a query's hits, answers and respondents.
  ///
  /// - Throws: `QueryError`, `ProjectError`.
  public func count(_ request: Request) throws -> QueryCount {
    try study.consistently {
      let scope = try request.scope.map { try study.answers(matching: $0, by: request.coders) }
      let search = try study.search(request.query, by: request.coders)
      let result = try scope.map { try search.restricted(to: $0) } ?? search
      return try count(result, request, scope, request.needsBase ? base(request, scope) : nil)
    }
  }

  /// The respondents that a request's shares are shares of.
  func base(_ request: Request, _ scope: AnswerSet?) throws -> RespondentBase {
    try RespondentBase(study, request.base, scope, isWeighted: request.isWeighted)
  }

  /// Counts what a request's query has found in its scope.
  ///
  /// - Parameter base: where ``Request/needsBase``.
  func count(
    _ result: SearchResult, _ request: Request, _ scope: AnswerSet?, _ base: RespondentBase?
  ) throws -> QueryCount {
    guard request.needsBase, let base else {
      var count = try count(result, query: request.query)
      if try !QueryParser.parse(request.query).sequences.isEmpty { count.tokens = result.matchedTokenCount }
      return count
    }
    let found = try base.places(of: result.answers())
    return QueryCount(
      query: request.query, hits: result.hasHits ? result.hitCount : nil, answers: result.answerCount,
      respondents: found.count, allAnswers: scope?.count ?? base.owners.answerCount,
      allRespondents: base.units.count,
      weighted: request.isWeighted ? base.share(found) : nil)
  }

  func count(_ result: SearchResult, query: String) throws -> QueryCount {
    try study.project.read { reader in
      let counts = try reader.surveyCounts()
      let (all, answering) = (counts.answers, counts.answeringRespondents)
      let respondents: Int
      if answering == all {
        // Nobody gave two answers: no need to look up whose each answer is.
        respondents = result.answerCount
      } else if result.answerCount == all {
        respondents = answering
      } else {
        let answers = try result.answers()
        // A look-up costs about what eight rows of a pass do; a session makes the pass once.
        respondents =
          try !study.isForOneQuery && result.answerCount * 8 >= all
          ? study.columns(reader).owners(reader).respondentCount(of: answers)
          : reader.respondentCount(of: answers, count: result.answerCount, contains: answers.contains)
      }
      return QueryCount(
        query: query, hits: result.hasHits ? result.hitCount : nil, tokens: nil, answers: result.answerCount,
        respondents: respondents, allAnswers: all, allRespondents: counts.respondents)
    }
  }
}
