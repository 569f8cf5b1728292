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
  /// Answers and respondents in the project.
  public let allAnswers: Int, allRespondents: Int
}

/// Counting what queries find.
public struct QueryCounting {
  private let study: Study

  /// Counting in a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Counts a query's hits, answers and respondents.
  ///
  /// - Throws: `QueryError`, `ProjectError`.
  public func count(_ query: String) throws -> QueryCount {
    let result = try study.search(query)
    var count = try count(result, query: query)
    if try !QueryParser.parse(query).sequences.isEmpty { count.tokens = result.matchedTokenCount }
    return count
  }

  func count(_ result: SearchResult, query: String) throws -> QueryCount {
    try study.project.read { reader in
      let all = try reader.answerCount()
      let everybody = try reader.respondentCount()
      let respondents: Int
      if try reader.questions().count == 1 {
        // Nobody answers a question twice: no need to look up whose each answer is.
        respondents = result.answerCount
      } else if result.answerCount == all {
        respondents = try reader.answeringRespondentCount()
      } else {
        let answers = try result.answers()
        respondents = try reader.respondents(of: answers.lazy.map(\.value)).count
      }
      return QueryCount(
        query: query, hits: result.hasHits ? result.hitCount : nil, tokens: nil, answers: result.answerCount,
        respondents: respondents, allAnswers: all, allRespondents: everybody)
    }
  }
}
