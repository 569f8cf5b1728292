import CodingModel

/// Two codebooks as one.
///
/// Where a content differs the longer is kept and the other written into the code's memo; where the parent differs, a
/// parent rather than none; where two siblings stand the other way round, the order of their keys. Rules go on meaning the
/// codes that they meant, whatever these are called now.
struct CodebookMerge {
  /// A code of the codebook that results.
  struct Merged {
    var key: String
    /// The place of its parent.
    var parent: Int?
    var content: CodeContent
    /// Its place among its siblings, from 1.
    var position = 0
    /// What differed, and was not kept: the field, what was kept and what was not.
    var differences: [(field: String, kept: String, other: String)] = []
    /// The rule that was not kept, with codes by their keys.
    fileprivate var otherRule: String?

    /// The one of two texts that is kept; the other is noted where they differ.
    fileprivate mutating func choose(_ field: String, _ one: String, _ other: String) -> String {
      if MergeRule.same(one, other) || other.isEmpty { return one }
      if one.isEmpty { return other }
      let kept = MergeRule.winner(one, other)
      differences.append((field, kept, MergeRule.same(kept, one) ? other : one))
      return kept
    }

    /// Chooses between two rules by what they say, not by what codes are called now: another merge may rename them.
    fileprivate mutating func chooseRule(
      _ one: (named: String, keyed: String)?, _ other: (named: String, keyed: String)?
    ) {
      guard let one, let other, !MergeRule.same(one.keyed, other.keyed) else {
        content.rule =
          one.flatMap { one in other.map { MergeRule.winner(one.named, $0.named) } ?? one.named }
          ?? other?.named
        return
      }
      let isFirst = MergeRule.same(MergeRule.winner(one.keyed, other.keyed), one.keyed)
      let (kept, lost) = isFirst ? (one, other) : (other, one)
      content.rule = kept.named
      differences.append(("rule", kept.named, lost.named))
      otherRule = lost.keyed
    }
  }

  let matching: CodeMatching
  private(set) var codes: [Merged] = []
  /// The siblings whose order the two projects contradict each other about, by the place of their parent.
  private(set) var disordered: [Int?] = []
  /// The codes whose rule, in either project, named codes by names that they no longer have, and was adapted.
  private(set) var rewritten: [Int] = []

  init(_ left: [Code], _ right: [Code]) {
    matching = CodeMatching(left, right)
    codes = matching.pairs.map(Self.merged)
    chooseParents()
    separateNames()
    mergeRules(left, right)
    for place in codes.indices { writeDifferences(place) }
    orderSiblings(left, right)
  }

  private static func merged(_ pair: CodeMatching.Pair) -> Merged {
    guard let ours = pair.ours, let theirs = pair.theirs else {
      let code = pair.ours ?? pair.theirs
      return Merged(key: code?.key ?? "", parent: nil, content: code?.content ?? CodeContent(name: ""))
    }
    var merged = Merged(
      key: MergeRule.precedes(ours.key, theirs.key) ? ours.key : theirs.key, parent: nil,
      content: ours.content)
    let (one, other) = (ours.content, theirs.content)
    merged.content.name = merged.choose("name", one.name, other.name)
    merged.content.colour = Colour(
      merged.choose("colour", one.colour?.description ?? "", other.colour?.description ?? ""))
    merged.content.definition = merged.choose("definition", one.definition, other.definition)
    merged.content.inclusion = merged.choose("inclusion", one.inclusion, other.inclusion)
    merged.content.exclusion = merged.choose("exclusion", one.exclusion, other.exclusion)
    merged.content.examples = examples(one.examples, other.examples)
    return merged
  }

  /// All examples, each once; a list that has them all already stays as it is.
  private static func examples(_ one: [String], _ other: [String]) -> [String] {
    let (first, second) =
      one.lexicographicallyPrecedes(other, by: MergeRule.precedes) ? (one, other) : (other, one)
    let all = Set(first).union(second)
    for list in [first, second] where Set(list) == all { return list }
    return all.sorted(by: MergeRule.precedes)
  }

  // MARK: Parents

  private mutating func chooseParents() {
    let order = codes.indices.sorted { MergeRule.precedes(codes[$0].key, codes[$1].key) }
    for place in order {
      let pair = matching.pairs[place]
      var candidates: [Int?] = []
      if let ours = pair.ours { candidates.append(ours.parent.flatMap { matching.ours[$0] }) }
      if let theirs = pair.theirs { candidates.append(theirs.parent.flatMap { matching.theirs[$0] }) }
      // A parent rather than none, then the one whose key comes first.
      candidates.sort { left, right in
        guard let left, let right else { return left != nil && right == nil }
        return MergeRule.precedes(codes[left].key, codes[right].key)
      }
      let chosen = candidates.first { !isAncestor(place, of: $0) } ?? nil
      codes[place].parent = chosen
      for (at, other) in candidates.enumerated() where other != chosen && !candidates[..<at].contains(other) {
        codes[place].differences.append(("parent", name(chosen), name(other)))
      }
    }
  }

  private func isAncestor(_ place: Int, of other: Int?) -> Bool {
    var next = other
    var steps = 0
    while let here = next, steps <= codes.count {
      if here == place { return true }
      next = codes[here].parent
      steps += 1
    }
    return false
  }

  private func name(_ place: Int?) -> String { place.map { codes[$0].key } ?? "–" }

  // MARK: Names

  /// Siblings that have the same name now: all but the one whose key comes first get their key added.
  private mutating func separateNames() {
    let order = codes.indices.sorted { MergeRule.precedes(codes[$0].key, codes[$1].key) }
    var taken: [Int?: Set<String>] = [:]
    for place in order {
      let name = codes[place].content.name
      let parent = codes[place].parent
      if taken[parent, default: []].insert(name.precomposed).inserted { continue }
      var separate = "\(name) (\(codes[place].key))"
      while taken[parent, default: []].contains(separate.precomposed) { separate += " (\(codes[place].key))" }
      codes[place].content.name = separate
      codes[place].differences.append(("name", separate, name))
      taken[parent, default: []].insert(separate.precomposed)
    }
  }

  // MARK: Rules

  /// Makes each side's rules name the codes as they are called in the whole, then puts them together: what differs only
  /// because one side has renamed or moved a code does not differ.
  private mutating func mergeRules(_ left: [Code], _ right: [Code]) {
    guard (left + right).contains(where: { $0.content.rule != nil }) else { return }
    let after = CodeNames(
      codes.enumerated().map { place, code in
        Code(id: Self.id(place), key: code.key, parent: code.parent.map(Self.id), content: code.content)
      })
    var adapted: Set<Int> = []
    let keys = codes.map(\.key)
    func rules(_ codes: [Code], _ places: [RowID<Code>: Int]) -> [Int: (named: String, keyed: String)] {
      let before = CodeNames(
        codes.compactMap { code in
          places[code.id].map { place in
            Code(
              id: Self.id(place), key: code.key, parent: code.parent.flatMap { places[$0] }.map(Self.id),
              content: code.content)
          }
        })
      var rules: [Int: (named: String, keyed: String)] = [:]
      for code in codes {
        guard let rule = code.content.rule, let place = places[code.id] else { continue }
        let renamed = RuleReferences.renamed(rule, before, after, [:])
        if renamed != nil { adapted.insert(place) }
        rules[place] = (renamed ?? rule, RuleReferences.keyed(rule, before) { keys[Int($0.value)] })
      }
      return rules
    }
    let (ours, theirs) = (rules(left, matching.ours), rules(right, matching.theirs))
    rewritten = adapted.sorted()
    for place in codes.indices {
      codes[place].chooseRule(ours[place], theirs[place])
    }
  }

  /// A code by its place, in whichever of the three codebooks.
  private static func id(_ place: Int) -> RowID<Code> { RowID(Int64(place)) }

  private mutating func writeDifferences(_ place: Int) {
    let pair = matching.pairs[place]
    let memos = [pair.ours, pair.theirs].compactMap { $0?.content.memo }
    let notes = codes[place].differences.compactMap { difference -> String? in
      let note = MergeRule.note(difference.field, difference.other)
      guard difference.field == "rule", let rule = codes[place].otherRule else { return note }
      // Merges of before noted rules as they were written.
      return memos.contains { MergeRule.paragraphs($0).contains(note) } ? nil : MergeRule.note("rule", rule)
    }
    codes[place].content.memo = MergeRule.notes(memos.first ?? "", memos.last ?? "", adding: notes)
  }

  // MARK: Order

  private mutating func orderSiblings(_ left: [Code], _ right: [Code]) {
    var members: [Int?: [Int]] = [:]
    for place in codes.indices { members[codes[place].parent, default: []].append(place) }
    let parents = members.keys.sorted { ($0 ?? -1) < ($1 ?? -1) }
    // Only a code that stood under this parent before says something of the order under it.
    func sequences(_ codes: [Code], _ places: [RowID<Code>: Int]) -> [Int?: [Int]] {
      var result: [Int?: [Int]] = [:]
      for code in codes {
        guard let place = places[code.id] else { continue }
        let parent = code.parent.flatMap { places[$0] }
        if self.codes[place].parent == parent { result[parent, default: []].append(place) }
      }
      return result
    }
    let ours = sequences(left, matching.ours)
    let theirs = sequences(right, matching.theirs)
    for parent in parents {
      let (one, other) = (ours[parent] ?? [], theirs[parent] ?? [])
      let common = Set(one).intersection(other)
      let agrees = one.filter(common.contains) == other.filter(common.contains)
      if !agrees { disordered.append(parent) }
      let all = members[parent] ?? []
      let order = agrees ? inOrder(all, [one, other]) : reconciled(all, one, other)
      for (position, place) in zip(1..., order) { codes[place].position = position }
    }
  }

  /// The members in the order that both sequences agree on; two that stand the other way round in them, by key.
  ///
  /// What results differs from either sequence only in pairs that stand by their keys, so that merging either again, or
  /// after others, changes nothing. Where that order runs in circles, all stand by their keys. Cost: quadratic.
  private func reconciled(_ members: [Int], _ one: [Int], _ other: [Int]) -> [Int] {
    let sorted = members.sorted { MergeRule.precedes(codes[$0].key, codes[$1].key) }
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
      return a == b ? a : true
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
      let next = free.indices.min { MergeRule.precedes(codes[free[$0]].key, codes[free[$1]].key) } ?? 0
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
