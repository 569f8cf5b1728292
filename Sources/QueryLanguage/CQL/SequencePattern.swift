/// A regular expression whose characters are tokens.
public indirect enum SequencePattern: Hashable, Sendable {
  /// What begins and ends somewhere.
  public enum Region: Hashable, Sendable {
    /// A sentence: `<s>`.
    case sentence
    /// An answer: `<answer>`.
    case answer
    /// A segment with a code: `<code:"perte de lien">`.
    case code(Filter)
    /// A token that fulfils a condition, which refers to no label; only where it begins is asked for: `[: pos="ADJ" :]`.
    case token(TokenCondition)
  }

  /// One token that fulfils the condition, any where it is nil; it can be referred to by its label.
  case token(TokenCondition?, label: String?)
  /// No token: the place where a region begins, or the place just after its end.
  case boundary(Region, isEnd: Bool)
  /// These, one after the other; at least two.
  case sequence([SequencePattern])
  /// One of these; at least two.
  case alternatives([SequencePattern])
  /// This, at least `minimum` times and at most `maximum` times (nil: any number).
  case repeated(SequencePattern, minimum: Int, maximum: Int?)

  /// The conditions on its tokens, and on those before which it names places, in order.
  public var conditions: [TokenCondition] {
    switch self {
    case .token(let condition, _): condition.map { [$0] } ?? []
    case .boundary(.token(let condition), _): [condition]
    case .boundary: []
    case .sequence(let parts), .alternatives(let parts): parts.flatMap(\.conditions)
    case .repeated(let inner, _, _): inner.conditions
    }
  }

  /// The labels of its tokens, in order, each once.
  public var labels: [String] {
    var labels: [String] = []
    func visit(_ pattern: SequencePattern) {
      switch pattern {
      case .token(_, let label): if let label, !labels.contains(label) { labels.append(label) }
      case .boundary: break
      case .sequence(let parts), .alternatives(let parts): parts.forEach(visit)
      case .repeated(let inner, _, _): visit(inner)
      }
    }
    visit(self)
    return labels
  }

  /// The regions whose boundaries it names, in order.
  public var regions: [Region] {
    switch self {
    case .token: []
    case .boundary(let region, _): [region]
    case .sequence(let parts), .alternatives(let parts): parts.flatMap(\.regions)
    case .repeated(let inner, _, _): inner.regions
    }
  }

  /// How many tokens and boundaries it names with its repeats written out; stops growing above `limit`.
  func size(limit: Int) -> Int {
    switch self {
    case .token, .boundary: return 1
    case .sequence(let parts), .alternatives(let parts):
      return parts.reduce(0) { min($0 + $1.size(limit: limit), limit + 1) }
    case .repeated(let inner, let minimum, let maximum):
      return min(inner.size(limit: limit) * max(1, maximum ?? minimum + 1), limit + 1)
    }
  }

  /// Whether a token stands in it anywhere that may occur.
  var hasToken: Bool {
    switch self {
    case .token: true
    case .boundary: false
    case .sequence(let parts), .alternatives(let parts): parts.contains(where: \.hasToken)
    case .repeated(let inner, _, let maximum): maximum != 0 && inner.hasToken
    }
  }
}
