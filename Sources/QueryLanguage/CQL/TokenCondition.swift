/// What must hold of a token, or of the labelled tokens of a hit.
public indirect enum TokenCondition: Hashable, Sendable {
  /// An attribute matches a pattern, or does not: `lemma="perdre"`, `a.pos!="DET"`.
  case matches(TokenReference, AttributePattern, isNegated: Bool)
  /// Two attributes are the same, or are not: `a.lemma = b.lemma`.
  case equals(TokenReference, TokenReference, isNegated: Bool)
  /// A token of the hit has this label.
  case isSet(String)
  /// How many tokens the second label is after the first: `distance(a, b) < 5`.
  case distance(String, String, isAbsolute: Bool, Filter.Comparison, Int)
  /// How the places of two labels compare: `a < b`.
  case order(String, Filter.Comparison, String)
  /// The answer is found by this filter.
  case filter(Filter)
  /// All of these.
  case and([TokenCondition])
  /// One of these.
  case or([TokenCondition])
  /// Not this.
  case not(TokenCondition)

  /// The filters in it.
  public var filters: [Filter] {
    switch self {
    case .filter(let filter): [filter]
    case .and(let parts), .or(let parts): parts.flatMap(\.filters)
    case .not(let inner): inner.filters
    case .matches, .equals, .isSet, .distance, .order: []
    }
  }

  /// The labels that it refers to, in order, each time.
  public var labels: [String] {
    switch self {
    case .matches(let reference, _, _): reference.label.map { [$0] } ?? []
    case .equals(let left, let right, _): [left, right].compactMap(\.label)
    case .isSet(let label): [label]
    case .distance(let left, let right, _, _, _), .order(let left, _, let right): [left, right]
    case .filter: []
    case .and(let parts), .or(let parts): parts.flatMap(\.labels)
    case .not(let inner): inner.labels
    }
  }
}

/// What is known of a token and can be asked for in CQL.
public enum TokenAttribute: String, Hashable, Sendable, CaseIterable {
  /// The word as written.
  case word
  /// Its normalised spelling, in lower case.
  case form
  /// Its dictionary word.
  case lemma
  /// Its part of speech.
  case partOfSpeech = "pos"

  /// The attribute with that name, in English or French; nil where there is none.
  static func named(_ name: String) -> TokenAttribute? {
    switch name {
    case "mot": .word
    case "forme": .form
    case "lemme": .lemma
    default: TokenAttribute(rawValue: name)
    }
  }
}

/// An attribute of the token at hand, or of a labelled one.
public struct TokenReference: Hashable, Sendable {
  /// The label; nil for the token at hand. `match` and `matchend` are the hit's first and last token.
  public let label: String?
  /// The attribute.
  public let attribute: TokenAttribute

  /// An attribute of the token at hand where `label` is nil.
  public init(_ attribute: TokenAttribute, of label: String? = nil) {
    self.label = label
    self.attribute = attribute
  }
}
