import CodingModel

/// Which codes of two projects are the same: those with the same stable key, then, of the rest, those with the same
/// path of names.
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

  init(_ left: [Code], _ right: [Code]) {
    let rightByKey = Dictionary(right.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let leftKeys = Set(left.map(\.key))
    var rightByPath: [[String]: Code] = [:]
    let (leftNames, rightNames) = (CodeNames(left), CodeNames(right))
    for code in right where !leftKeys.contains(code.key) {
      rightByPath[rightNames.path(of: code).map(\.precomposed)] = code
    }
    for code in left {
      let other =
        rightByKey[code.key]
        ?? rightByPath.removeValue(forKey: leftNames.path(of: code).map(\.precomposed))
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
