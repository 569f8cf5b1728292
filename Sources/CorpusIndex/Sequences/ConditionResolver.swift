import QueryLanguage

/// Finds the types that can, or must, fulfil a condition on one token.
///
/// Where a condition refers to labels, what it asks of them is unknown: then more types can fulfil it than
/// must.
struct ConditionResolver {
  let attributes: AttributeResolver

  /// The types that fulfil the condition for some tokens with labels.
  func possible(_ condition: TokenCondition?) throws -> TypeSet {
    guard let condition else { return .all(count: attributes.typeCount) }
    switch condition {
    case .and(let parts): return try intersection(parts, possible)
    case .or(let parts): return try union(parts, possible)
    case .not(let inner): return try certain(inner).complement
    default: return try local(condition) ?? .all(count: attributes.typeCount)
    }
  }

  /// The types that fulfil the condition for any tokens with labels.
  private func certain(_ condition: TokenCondition) throws -> TypeSet {
    switch condition {
    case .and(let parts): try intersection(parts, certain)
    case .or(let parts): try union(parts, certain)
    case .not(let inner): try possible(inner).complement
    default: try local(condition) ?? TypeSet(count: attributes.typeCount)
    }
  }

  /// The types that fulfil a single test; nil where that depends on labels.
  private func local(_ condition: TokenCondition) throws -> TypeSet? {
    switch condition {
    case .matches(let reference, let pattern, let isNegated) where reference.label == nil:
      let found = try attributes.types(reference.attribute, pattern)
      return isNegated ? found.complement : found
    case .equals(let left, let right, let isNegated) where left.label == nil && right.label == nil:
      var found = TypeSet(count: attributes.typeCount)
      for type in 0..<UInt32(attributes.typeCount) {
        let isSame =
          try attributes.text(left.attribute, of: type) == attributes.text(right.attribute, of: type)
        if isSame != isNegated { found.insert(type) }
      }
      return found
    default: return nil
    }
  }

  private func intersection(
    _ parts: [TokenCondition], _ types: (TokenCondition) throws -> TypeSet
  ) throws -> TypeSet {
    var result = TypeSet.all(count: attributes.typeCount)
    for part in parts { result.formIntersection(try types(part)) }
    return result
  }

  private func union(
    _ parts: [TokenCondition], _ types: (TokenCondition) throws -> TypeSet
  ) throws -> TypeSet {
    var result = TypeSet(count: attributes.typeCount)
    for part in parts { result.formUnion(try types(part)) }
    return result
  }
}
