/// A query in CQL, the notation of the Corpus Workbench: a regular expression over tokens.
///
/// Its hits never leave one answer and hold at least one token.
public struct TokenSequence: Hashable, Sendable {
  /// Which of several ways to match from one place count.
  public enum Strategy: String, Hashable, Sendable, CaseIterable {
    /// From every place the shortest match; of matches that end together, the one that starts first. What
    /// CQP does unless told otherwise: what is optional at the beginning is included, at the end it is not.
    case standard
    /// From every place the longest match; matches inside others are left out.
    case longest
    /// The shortest matches: those that hold no other.
    case shortest
    /// From every place the shortest match, all of them.
    case traditional
  }

  /// What a hit must lie within.
  public enum Extent: Hashable, Sendable {
    /// So many sentences that follow each other.
    case sentences(Int)
    /// A distance of so many tokens from its first to its last, so one token more, as in CQP.
    case tokens(Int)
    /// One answer; no hit leaves one in any case.
    case answer
    /// A segment with the code that the filter names; the answers of any other filter.
    case filter(Filter)
  }

  /// Which of several ways to match count.
  public let strategy: Strategy
  /// What the tokens must be.
  public let pattern: SequencePattern
  /// What must hold of the whole, after `::`.
  public let constraint: TokenCondition?
  /// What hits must lie within.
  public let within: Extent?
  /// How many hits count, from the first on.
  public let cut: Int?

  /// A query of these parts.
  public init(
    _ pattern: SequencePattern, strategy: Strategy = .standard, constraint: TokenCondition? = nil,
    within: Extent? = nil, cut: Int? = nil
  ) {
    self.pattern = pattern
    self.strategy = strategy
    self.constraint = constraint
    self.within = within
    self.cut = cut
  }

  /// The greatest distance after `within`.
  public static let extentLimit = 1000
  /// How often something may be repeated by a number.
  public static let repeatLimit = 1000
  /// How many tokens the pattern may name with its repeats written out.
  public static let sizeLimit = 2000
  /// How many labels it may have.
  public static let labelLimit = 16

  /// The same with hits inside `filter`.
  func inside(_ filter: Filter) -> TokenSequence {
    TokenSequence(
      pattern, strategy: strategy, constraint: constraint, within: .filter(filter), cut: cut)
  }

  /// The filters in it that stand for answers.
  public var answerFilters: [Filter] {
    var filters = constraint?.filters ?? []
    if case .filter(let filter)? = within, !filter.isOnCode { filters.append(filter) }
    return filters
  }

  /// The filters on codes whose segments it asks for.
  public var regionFilters: [Filter] {
    var filters: [Filter] = []
    if case .filter(let filter)? = within, filter.isOnCode { filters.append(filter) }
    for case .code(let filter) in pattern.regions where !filters.contains(filter) { filters.append(filter) }
    return filters
  }
}

extension Filter {
  /// Whether it is on a code, so that it stands for segments and not only for answers.
  public var isOnCode: Bool { if case .code = kind { true } else { false } }
}
