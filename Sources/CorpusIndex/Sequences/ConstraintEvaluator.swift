import QueryLanguage

/// Tells whether conditions on labelled tokens hold.
struct ConstraintEvaluator {
  /// What a label stands for.
  struct Token {
    let type: UInt32
    /// Its number in the segment; negative where only its type is known.
    let position: Int
  }

  let attributes: AttributeResolver
  /// The answers that each filter finds.
  let filters: [Filter: LocalAnswers]
  /// The answer that is looked at.
  var answer = 0

  /// Whether a condition holds; a test of a label that no token has does not.
  ///
  /// - Parameters:
  ///   - this: the token at hand; nil for the condition after `::`.
  ///   - token: the token with a label.
  func holds(
    _ condition: TokenCondition, this: Token?, _ token: (String) throws -> Token?
  ) throws -> Bool {
    switch condition {
    case .matches(let reference, let pattern, let isNegated):
      guard let found = try reference.label.map(token) ?? this else { return false }
      return try attributes.types(reference.attribute, pattern).contains(found.type) != isNegated
    case .equals(let left, let right, let isNegated):
      guard let first = try left.label.map(token) ?? this, let second = try right.label.map(token) ?? this
      else { return false }
      let isSame =
        try attributes.text(left.attribute, of: first.type)
        == attributes.text(right.attribute, of: second.type)
      return isSame != isNegated
    case .isSet(let label): return try token(label) != nil
    case .distance(let left, let right, let isAbsolute, let comparison, let limit):
      guard let first = try token(left), let second = try token(right) else { return false }
      let distance = second.position - first.position
      return comparison.holds(isAbsolute ? abs(distance) : distance, limit)
    case .order(let left, let comparison, let right):
      guard let first = try token(left), let second = try token(right) else { return false }
      return comparison.holds(first.position, second.position)
    case .filter(let filter): return filters[filter]?.contains(answer) ?? false
    case .and(let parts): return try parts.allSatisfy { try holds($0, this: this, token) }
    case .or(let parts): return try parts.contains { try holds($0, this: this, token) }
    case .not(let inner): return try !holds(inner, this: this, token)
    }
  }
}

extension Filter.Comparison {
  /// Whether two whole numbers compare so.
  func holds(_ left: Int, _ right: Int) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
