public import CodingModel

/// A query as a tree, each node with the part of the query text that it was written as.
///
/// Two queries are equal when they ask for the same thing in the same way; where they stand in a text is
/// not compared, so that a query is equal to what its printed form parses to.
public struct Query: Sendable {
  /// What is asked for.
  public indirect enum Node: Hashable, Sendable {
    /// One token.
    case term(Term)
    /// Two or more tokens that follow each other.
    case phrase([Term])
    /// Two positional queries near each other; see ``Query/isPositional``.
    case near(Query, Query, Proximity)
    /// A sequence of tokens in CQL.
    case sequence(TokenSequence)
    /// Answers by what is attached to them.
    case filter(Filter)
    /// Answers that all of two or more queries find.
    case and([Query])
    /// Answers that at least one of two or more queries finds.
    case or([Query])
    /// Answers that the query does not find.
    case not(Query)
    /// What the query finds inside the segments that the filter, one on a code, stands for.
    case within(Query, Filter)
  }

  /// What is asked for.
  public let node: Node
  /// Where it is written, in code points of the query text.
  public let range: TextRange

  /// A query written in `range` of a query text; an empty range for one that was not written.
  public init(_ node: Node, range: TextRange = TextRange(0, 0)) {
    self.node = node
    self.range = range
  }

  /// Whether the query finds places in answers by their tokens alone: a term, a phrase, a sequence, NEAR or
  /// BEFORE, or alternatives of these. Only such queries can stand beside NEAR and BEFORE.
  public var isPositional: Bool {
    switch node {
    case .term, .phrase, .near, .sequence: true
    case .or(let alternatives): alternatives.allSatisfy(\.isPositional)
    case .filter, .and, .not, .within: false
    }
  }
}

extension Query {
  /// The sequences in CQL in it, in order.
  public var sequences: [TokenSequence] {
    switch node {
    case .sequence(let sequence): [sequence]
    case .near(let left, let right, _): left.sequences + right.sequences
    case .and(let parts), .or(let parts): parts.flatMap(\.sequences)
    case .not(let inner), .within(let inner, _): inner.sequences
    case .term, .phrase, .filter: []
    }
  }
}

extension Query {
  /// The terms in it that are not in CQL, in order.
  public var terms: [Term] {
    switch node {
    case .term(let term): [term]
    case .phrase(let terms): terms
    case .near(let left, let right, _): left.terms + right.terms
    case .and(let parts), .or(let parts): parts.flatMap(\.terms)
    case .not(let inner), .within(let inner, _): inner.terms
    case .sequence, .filter: []
    }
  }
}

extension Query {
  /// The filters in it that answers are to satisfy, in order: not those under NOT, nor what words are within.
  public var filters: [Filter] {
    switch node {
    case .filter(let filter): [filter]
    case .and(let parts), .or(let parts): parts.flatMap(\.filters)
    case .within(let inner, _): inner.filters
    case .near, .not, .term, .phrase, .sequence: []
    }
  }
}

extension Query {
  /// All filters in it, in order: also those under NOT, in CQL, and what words are within.
  public var everyFilter: [Filter] {
    switch node {
    case .term, .phrase: []
    case .near(let left, let right, _): left.everyFilter + right.everyFilter
    case .sequence(let sequence): sequence.answerFilters + sequence.regionFilters
    case .filter(let filter): [filter]
    case .and(let parts), .or(let parts): parts.flatMap(\.everyFilter)
    case .not(let inner): inner.everyFilter
    case .within(let inner, let filter): inner.everyFilter + [filter]
    }
  }
}

extension Query: Hashable {
  /// Compares what is asked for, not where it is written.
  public static func == (left: Query, right: Query) -> Bool { left.node == right.node }

  /// Hashes what is asked for, not where it is written.
  public func hash(into hasher: inout Hasher) { hasher.combine(node) }
}
