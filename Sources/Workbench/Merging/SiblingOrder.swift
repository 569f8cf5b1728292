import CodingModel

/// The order of the codes under one parent in two projects put together.
struct SiblingOrder {
  /// The keys of the codes, by their places.
  let keys: [String]
  /// What the histories of the two projects know of codes.
  let ours: CodeKnowledge, theirs: CodeKnowledge

  /// What comes of the two orders.
  ///
  /// - Parameters:
  ///   - members: the codes under the parent in the whole.
  ///   - one: those that stand there in this project, in order, likewise `other` in the other.
  /// - Returns: the members in order; whether the projects contradict each other; where they stand otherwise in the other
  ///   project, those that both have in its order; and whether they stay as they are here, nil where the two are alike.
  func merged(
    _ members: [Int], _ one: [Int], _ other: [Int], under parent: Int?
  ) -> (places: [Int], isContradicted: Bool, other: [Int]?, isOurs: Bool?) {
    let common = Set(one).intersection(other)
    let theirs = other.filter(common.contains)
    let mine = one.filter(common.contains)
    if mine == theirs { return (inOrder(members, [one, other]), false, nil, nil) }
    let (decided, isContradicted) = decidedOrders(one, other, common, under: parent)
    let places = reconciled(members, one, other, decided)
    return (places, isContradicted, theirs, places.filter(common.contains) == mine)
  }

  /// Of the pairs that stand the other way round in the two sequences, those that one project alone has turned since the
  /// other knew them, each with its places in their order: whether the first goes before; and whether there are others.
  private func decidedOrders(
    _ one: [Int], _ other: [Int], _ common: Set<Int>, under parent: Int?
  ) -> (decided: [[Int]: Bool], isContradicted: Bool) {
    func ranks(_ sequence: [Int]) -> [Int: Int] { Dictionary(uniqueKeysWithValues: zip(sequence, 0...)) }
    let (mine, yours) = (ranks(one), ranks(other))
    let places = common.sorted()
    var turned: [[Int]: Bool] = [:]
    for (at, first) in places.enumerated() {
      for second in places[(at + 1)...] {
        let isFirst = mine[first] ?? 0 < mine[second] ?? 0
        if isFirst != (yours[first] ?? 0 < yours[second] ?? 0) { turned[[first, second]] = isFirst }
      }
    }
    let known = (
      ours.orders(of: Set(turned.keys), under: parent), theirs.orders(of: Set(turned.keys), under: parent)
    )
    var decided: [[Int]: Bool] = [:]
    for (pair, isFirst) in turned {
      guard let here = known.0[pair], let there = known.1[pair] else { continue }
      let knowsTheirs = isFirst ? here.isKnown.second : here.isKnown.first
      let knowsOurs = isFirst ? there.isKnown.first : there.isKnown.second
      let isOurs =
        ours.isLater(at: pair, than: theirs)
        ?? MergeRule.isOursNewer(
          knowsTheirs: knowsTheirs, knowsOurs: knowsOurs, here.changed, there.changed)
      decided[pair] = isOurs.map { $0 == isFirst }
    }
    return (decided, decided.count < turned.count)
  }

  /// The members in the order that both sequences agree on; two that stand the other way round in them as decided, else by
  /// key.
  ///
  /// What results differs from either sequence only in pairs that are decided or stand by their keys, so that merging either
  /// again, or after others, changes nothing. Where that order runs in circles, all stand by their keys. Cost: quadratic.
  private func reconciled(_ members: [Int], _ one: [Int], _ other: [Int], _ decided: [[Int]: Bool]) -> [Int] {
    let sorted = members.sorted { MergeRule.precedes(keys[$0], keys[$1]) }
    func ranks(_ sequence: [Int]) -> [Int?] {
      let ranks = Dictionary(uniqueKeysWithValues: zip(sequence, 0...))
      return sorted.map { ranks[$0] }
    }
    let (left, right) = (ranks(one), ranks(other))
    /// Whether a member, by its place among keys, goes before a later one; nil where nothing says so.
    func precedes(_ first: Int, _ second: Int) -> Bool? {
      func order(_ ranks: [Int?]) -> Bool? {
        guard let a = ranks[first], let b = ranks[second] else { return nil }
        return a < b
      }
      guard let a = order(left), let b = order(right) else { return order(left) ?? order(right) }
      if a == b { return a }
      let (low, high) = (min(sorted[first], sorted[second]), max(sorted[first], sorted[second]))
      return decided[[low, high]].map { $0 == (sorted[first] == low) } ?? true
    }
    var waiting = Array(repeating: 0, count: sorted.count)
    var after: [[Int]] = Array(repeating: [], count: sorted.count)
    for first in sorted.indices {
      for second in sorted.indices.dropFirst(first + 1) {
        guard let isFirst = precedes(first, second) else { continue }
        let (before, next) = isFirst ? (first, second) : (second, first)
        waiting[next] += 1
        after[before].append(next)
      }
    }
    var order: [Int] = []
    var isDone = Array(repeating: false, count: sorted.count)
    while let next = sorted.indices.first(where: { !isDone[$0] && waiting[$0] == 0 }) {
      isDone[next] = true
      order.append(sorted[next])
      for other in after[next] { waiting[other] -= 1 }
    }
    return order.count == sorted.count ? order : sorted
  }

  /// The members in an order that keeps that of each sequence; where several could come next, the first by key.
  private func inOrder(_ members: [Int], _ sequences: [[Int]]) -> [Int] {
    var before: [Int: Int] = [:]
    var after: [Int: [Int]] = [:]
    for sequence in sequences {
      for (one, next) in zip(sequence, sequence.dropFirst()) {
        before[next, default: 0] += 1
        after[one, default: []].append(next)
      }
    }
    var free = members.filter { before[$0] == nil }
    var result: [Int] = []
    while !free.isEmpty {
      let next = free.indices.min { MergeRule.precedes(keys[free[$0]], keys[free[$1]]) } ?? 0
      let place = free.remove(at: next)
      result.append(place)
      for other in after[place] ?? [] {
        before[other, default: 1] -= 1
        if before[other] == 0 { free.append(other) }
      }
    }
    return result
  }
}
