import CodingModel

/// Two codebooks as one.
///
/// Where a content differs the longer is kept and the other written into the code's memo; where the parent differs, a
/// parent rather than none; where the order of siblings contradicts itself, the order of keys. Rules go on meaning the
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

    /// The one of two texts that is kept; the other is noted where they differ.
    fileprivate mutating func choose(_ field: String, _ one: String, _ other: String) -> String {
      if MergeRule.same(one, other) || other.isEmpty { return one }
      if one.isEmpty { return other }
      let kept = MergeRule.winner(one, other)
      differences.append((field, kept, MergeRule.same(kept, one) ? other : one))
      return kept
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
    func rules(_ codes: [Code], _ places: [RowID<Code>: Int]) -> [Int: String] {
      let before = CodeNames(
        codes.compactMap { code in
          places[code.id].map { place in
            Code(
              id: Self.id(place), key: code.key, parent: code.parent.flatMap { places[$0] }.map(Self.id),
              content: code.content)
          }
        })
      var rules: [Int: String] = [:]
      for code in codes {
        guard let rule = code.content.rule, let place = places[code.id] else { continue }
        let renamed = RuleReferences.renamed(rule, before, after, [:])
        if renamed != nil { adapted.insert(place) }
        rules[place] = renamed ?? rule
      }
      return rules
    }
    let (ours, theirs) = (rules(left, matching.ours), rules(right, matching.theirs))
    rewritten = adapted.sorted()
    for place in codes.indices {
      let rule = codes[place].choose("rule", ours[place] ?? "", theirs[place] ?? "")
      codes[place].content.rule = rule.isEmpty ? nil : rule
    }
  }

  /// A code by its place, in whichever of the three codebooks.
  private static func id(_ place: Int) -> RowID<Code> { RowID(Int64(place)) }

  private mutating func writeDifferences(_ place: Int) {
    let pair = matching.pairs[place]
    let notes = codes[place].differences.map { MergeRule.note($0.field, $0.other) }
    codes[place].content.memo = MergeRule.notes(
      pair.ours?.content.memo ?? pair.theirs?.content.memo ?? "",
      pair.theirs?.content.memo ?? pair.ours?.content.memo ?? "", adding: notes)
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
      let order =
        agrees
        ? inOrder(members[parent] ?? [], [one, other])
        : (members[parent] ?? []).sorted { MergeRule.precedes(codes[$0].key, codes[$1].key) }
      for (position, place) in zip(1..., order) { codes[place].position = position }
    }
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
