public import CodingAnalysis
import CodingModel
public import CorpusIndex
import FrenchText
import ProjectStore

/// Which words stand beside what a query finds.
public struct Collocations {
  /// What to count.
  public struct Request: Sendable {
    /// The query.
    public var query: String
    /// How near a word must be.
    public var context: CollocateContext
    /// Which words are listed, and in which answers all is counted; its minimum is that of the co-frequency.
    public var words: WordCounting.Selection
    /// What the words are sorted by, the greatest first.
    public var sort: Order
    /// How many words to return.
    public var limit: Int

    /// A request for the words beside a query's hits.
    public init(
      _ query: String, context: CollocateContext = .window(left: 5, right: 5),
      words: WordCounting.Selection = WordCounting.Selection(minimum: 2), sort: Order = .measure(.lafon),
      limit: Int = .max
    ) {
      self.query = query
      self.context = context
      self.words = words
      self.sort = sort
      self.limit = limit
    }
  }

  /// What collocates are sorted by.
  public enum Order: Hashable, Sendable {
    /// By a measure, the greatest first; words for which it is undefined last.
    case measure(AssociationMeasure)
    /// By the mean distance, the nearest first.
    case distance
    /// By spelling, in French order.
    case word
  }

  /// A table with all that it must say of itself.
  public struct Table: Sendable {
    /// A word with its counts.
    public struct Row: Sendable {
      /// f, F and the mean distance.
      public let counts: CollocateList.Row
      /// f of t positions, F of T tokens.
      public let table: ContingencyTable
    }

    /// The words asked for.
    public let rows: [Row]
    /// How many words are frequent enough to be listed.
    public let rowCount: Int
    /// t: how many positions are beside hits. T: how many tokens there are.
    public let positionCount: Int, tokenCount: Int
    /// How many hits there are.
    public let hitCount: Int
    /// In how many answers.
    public let answerCount: Int
  }

  private let study: Study

  /// Collocations in a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Counts the words beside a query's hits.
  ///
  /// - Throws: `QueryError`, ``StudyError/noPlaces``, `ProjectError`.
  public func table(_ request: Request) throws -> Table { try study.consistently { try counted(request) } }

  private func counted(_ request: Request) throws -> Table {
    let scope = try request.words.query.map { try study.answers(matching: $0) }
    let search = try study.search(request.query)
    guard search.hasHits else { throw StudyError.noPlaces }
    let result = try scope.map { try search.restricted(to: $0) } ?? search
    let searcher = try study.index().searcher
    let list = try searcher.collocates(
      of: result, by: request.words.key, in: request.context, of: request.words.counted(in: searcher),
      scope: scope,
      minimum: request.words.minimum)
    let collator = FrenchCollator()
    typealias Keyed = (value: Double, row: Table.Row, key: [UInt8])
    var first = FirstRows<Keyed>(request.limit) { left, right in
      if left.value != right.value { return left.value > right.value }
      let (a, b) = (left.row.counts.cofrequency, right.row.counts.cofrequency)
      if a != b, request.sort != .word { return a > b }
      return left.key.lexicographicallyPrecedes(right.key)
    }
    for row in list.rows {
      let table = ContingencyTable(
        o11: row.cofrequency, r1: row.frequency, c1: list.positionCount, n: list.tokenCount)
      let value =
        switch request.sort {
        case .measure(let measure): measure.value(of: table) ?? -.infinity
        case .distance: -row.meanDistance
        case .word: 0.0
        }
      first.add((value, Table.Row(counts: row, table: table), collator.sortKey(row.word)))
    }
    return Table(
      rows: first.rows().map(\.row), rowCount: list.rows.count, positionCount: list.positionCount,
      tokenCount: list.tokenCount, hitCount: result.hitCount, answerCount: result.answerCount)
  }
}
