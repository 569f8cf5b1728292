import CodingModel

/// Which codes of two projects are the same: those with the same stable key, then, of the rest, those of which one once had
/// the other's key, then those with the same path of names.
struct CodeMatching {
  /// A code that one of the two projects has, or both.
  struct Pair {
    var ours: Code?
    var theirs: Code?
  }

  private(set) var pairs: [Pair] = []
  /// The places of codes among the pairs.
  private(set) var ours: [RowID<Code>: Int] = [:]
  private(set) var theirs: [RowID<Code>: Int] = [:]

  /// - Parameter pastKeys: the keys that codes of either project once had: merges give codes of one path one key.
  init(
    _ left: [Code], _ right: [Code],
    pastKeys: (ours: [RowID<Code>: Set<String>], theirs: [RowID<Code>: Set<String>]) = ([:], [:])
  ) {
    var partners: [RowID<Code>: Code] = [:]
    let rightByKey = Dictionary(right.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for code in left { partners[code.id] = rightByKey[code.key] }
    var taken = Set(partners.values.map(\.id))
    func pair(_ candidates: [(left: Code, right: Code)]) {
      for (code, other) in candidates where partners[code.id] == nil && !taken.contains(other.id) {
        partners[code.id] = other
        taken.insert(other.id)
      }
    }
    var renamed: [(left: Code, right: Code)] = []
    let (leftKeys, rightKeys) = (Set(left.map(\.key)), Set(rightByKey.keys))
    let leftByKey = Dictionary(left.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for code in left where partners[code.id] == nil {
      for key in pastKeys.ours[code.id, default: []].subtracting(leftKeys) {
        if let other = rightByKey[key] { renamed.append((code, other)) }
      }
    }
    for other in right where !taken.contains(other.id) {
      for key in pastKeys.theirs[other.id, default: []].subtracting(rightKeys) {
        if let code = leftByKey[key] { renamed.append((code, other)) }
      }
    }
    // An order that is the same from either side.
    func keys(_ pair: (left: Code, right: Code)) -> [String] {
      [pair.left.key, pair.right.key].sorted(by: MergeRule.precedes)
    }
    pair(renamed.sorted { keys($0).lexicographicallyPrecedes(keys($1), by: MergeRule.precedes) })
    let (leftNames, rightNames) = (CodeNames(left), CodeNames(right))
    var rightByPath: [[String]: Code] = [:]
    for code in right where !taken.contains(code.id) {
      rightByPath[rightNames.path(of: code).map(\.precomposed)] = code
    }
    pair(
      left.compactMap { code in
        partners[code.id] == nil
          ? rightByPath[leftNames.path(of: code).map(\.precomposed)].map { (code, $0) } : nil
      })
    for code in left {
      let other = partners[code.id]
      ours[code.id] = pairs.count
      if let other { theirs[other.id] = pairs.count }
      pairs.append(Pair(ours: code, theirs: other))
    }
    for code in right where theirs[code.id] == nil {
      theirs[code.id] = pairs.count
      pairs.append(Pair(ours: nil, theirs: code))
    }
  }
}
