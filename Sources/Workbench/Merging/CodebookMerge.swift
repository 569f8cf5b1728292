import CodingModel

/// Two codebooks as one.
///
/// What only one of the projects changed since the other last knew it is as that one has it. Where both did, of two contents
/// the longer is kept and the other written into the code's memo; of two parents, a parent rather than none; of two siblings'
/// orders, that of their keys. Rules go on meaning the codes that they meant, whatever these are called now. A code that one
/// project let go, knowing all that the other has of it, goes.
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
    /// What one project alone has changed since the other knew it, and whether that is this one.
    var successions: [(field: String, kept: String, other: String, isOurs: Bool)] = []
    /// What differs between the projects.
    var differing: Set<CodeAspect> {
      Set((differences.map(\.field) + successions.map(\.field)).compactMap(CodeAspect.init))
    }
    /// The rule that was not kept, with codes by their keys.
    fileprivate var otherRule: String?
    /// Whose rule is kept; nil where both say the same.
    fileprivate var isOurRule: Bool?
    /// The code's memo before anything is added to it.
    fileprivate var memo = ""
  }

  let matching: CodeMatching
  private(set) var codes: [Merged] = []
  /// Codes that one of the projects let go, and that the whole is without, by their places.
  private(set) var dropped: Set<Int> = []
  /// The siblings whose order the two projects contradict each other about, by the place of their parent.
  private(set) var disordered: [Int?] = []
  /// The siblings whose order one project has turned since, by the place of their parent, and whether that is this one.
  private(set) var reordered: [(parent: Int?, isOurs: Bool)] = []
  /// The other project's orders of siblings that stand otherwise here, for the history: the place of the parent, and theirs.
  private(set) var otherOrders: [(parent: Int?, places: [Int])] = []
  /// The codes whose rule, in either project, named codes by names that they no longer have, and was adapted.
  private(set) var rewritten: [Int] = []

  /// What the histories of the two projects know of their codes.
  let ours: CodeKnowledge, theirs: CodeKnowledge

  /// - Parameters:
  ///   - left: this project's codes, likewise `right` the other's.
  ///   - ours: what this project's history knows of the codes of both, likewise `theirs` the other's.
  ///   - removable: places of codes of which nothing but other codes stands in the way of letting them go.
  init(
    _ left: [Code], _ right: [Code], _ matching: CodeMatching, ours: CodeKnowledge, theirs: CodeKnowledge,
    removable: Set<Int> = []
  ) {
    (self.matching, self.ours, self.theirs) = (matching, ours, theirs)
    codes = matching.pairs.enumerated().map { merged($1, at: $0) }
    chooseParents()
    chooseRules()
    drop(removable, left, right)
    separateNames()
    mergeRules(left, right)
    for place in codes.indices { writeDifferences(place) }
    orderSiblings(left, right)
  }

  /// The key that each code of both projects has in the whole, by place.
  static func keys(_ matching: CodeMatching) -> [String] {
    matching.pairs.map { pair in
      [pair.ours?.key, pair.theirs?.key].compactMap(\.self).min(by: MergeRule.precedes) ?? ""
    }
  }

  // MARK: Contents

  /// Which project has changed an aspect of a code since the other knew it; nil where both have, or neither.
  private func standing(_ place: Int, _ aspect: CodeAspect, _ one: String, _ other: String) -> Bool? {
    ours.isLater(at: place, than: theirs)
      ?? MergeRule.isOursNewer(
        knowsTheirs: ours.knows(other, of: place, aspect), knowsOurs: theirs.knows(one, of: place, aspect),
        ours.changeCount(place, aspect), theirs.changeCount(place, aspect))
  }

  /// The one of two texts that is kept; the other is noted where they differ.
  private func choose(
    _ aspect: CodeAspect, _ one: String, _ other: String, at place: Int, _ merged: inout Merged
  ) -> String {
    if MergeRule.same(one, other) { return one }
    if let isOurs = standing(place, aspect, one, other) {
      let (kept, lost) = isOurs ? (one, other) : (other, one)
      merged.successions.append((aspect.rawValue, kept, lost, isOurs))
      return kept
    }
    if one.isEmpty || other.isEmpty { return one.isEmpty ? other : one }
    let kept = MergeRule.winner(one, other)
    merged.differences.append((aspect.rawValue, kept, MergeRule.same(kept, one) ? other : one))
    return kept
  }

  private func merged(_ pair: CodeMatching.Pair, at place: Int) -> Merged {
    guard let ours = pair.ours, let theirs = pair.theirs else {
      let code = pair.ours ?? pair.theirs
      return Merged(
        key: code?.key ?? "", parent: nil, content: code?.content ?? CodeContent(name: ""),
        isOurRule: pair.ours != nil, memo: code?.content.memo ?? "")
    }
    var merged = Merged(
      key: MergeRule.precedes(ours.key, theirs.key) ? ours.key : theirs.key, parent: nil,
      content: ours.content)
    let (one, other) = (ours.content, theirs.content)
    func choose(_ aspect: CodeAspect) -> String {
      self.choose(
        aspect, aspect.text(of: one) ?? "", aspect.text(of: other) ?? "", at: place, &merged)
    }
    merged.content.name = choose(.name)
    merged.content.colour = Colour(choose(.colour))
    merged.content.definition = choose(.definition)
    merged.content.inclusion = choose(.inclusion)
    merged.content.exclusion = choose(.exclusion)
    (merged.content.examples, merged.memo) = (one.examples, one.memo)
    if one.examples != other.examples {
      let isOurs = standing(
        place, .examples, CodeAspect.examples.text(of: one) ?? "", CodeAspect.examples.text(of: other) ?? "")
      merged.content.examples =
        isOurs.map { $0 ? one.examples : other.examples } ?? Self.examples(one.examples, other.examples)
      if let isOurs {
        let (kept, lost) = isOurs ? (one, other) : (other, one)
        merged.successions.append(
          ("examples", kept.examples.joined(separator: " | "), lost.examples.joined(separator: " | "), isOurs)
        )
      }
    }
    if !MergeRule.same(one.memo, other.memo) {
      let isOurs = standing(place, .memo, one.memo, other.memo)
      merged.memo =
        isOurs.map { $0 ? one.memo : other.memo } ?? MergeRule.notes(one.memo, other.memo)
    }
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
      let isOurs =
        candidates.count == 2 && candidates[0] != candidates[1]
        ? standing(place, .parent, key(candidates[0]), key(candidates[1])) : nil
      if let isOurs {
        if !isOurs { candidates.swapAt(0, 1) }
      } else {
        // A parent rather than none, then the one whose key comes first.
        candidates.sort { left, right in
          guard let left, let right else { return left != nil && right == nil }
          return MergeRule.precedes(codes[left].key, codes[right].key)
        }
      }
      let chosen = candidates.first { !isAncestor(place, of: $0) } ?? nil
      codes[place].parent = chosen
      if let isOurs, chosen == candidates[0] {
        codes[place].successions.append(("parent", name(chosen), name(candidates[1]), isOurs))
        continue
      }
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
  private func key(_ place: Int?) -> String { place.map { codes[$0].key } ?? "" }

  // MARK: Codes let go

  /// Lets codes go, but for those under which others stand, or that rules name.
  private mutating func drop(_ removable: Set<Int>, _ left: [Code], _ right: [Code]) {
    guard !removable.isEmpty else { return }
    let sides = [
      (left, CodeNames(left), matching.ours, true), (right, CodeNames(right), matching.theirs, false),
    ]
    var named: [Int: Set<Int>] = [:]
    for (side, names, places, isOurs) in sides {
      for code in side {
        guard let place = places[code.id], codes[place].isOurRule ?? isOurs == isOurs,
          let rule = code.content.rule,
          let query = try? QueryParser.parse(rule)
        else { continue }
        let targets = query.codeFilters.compactMap {
          (try? names.code(called: $0.name)).flatMap { places[$0.id] }
        }
        named[place, default: []].formUnion(targets)
      }
    }
    dropped = removable
    while true {
      let kept = codes.indices.filter { !dropped.contains($0) }
      let needed = Set(kept.compactMap { codes[$0].parent } + kept.flatMap { named[$0] ?? [] })
      guard !dropped.isDisjoint(with: needed) else { break }
      dropped.subtract(needed)
    }
  }

  // MARK: Names

  /// Siblings that have the same name now: all but the one whose key comes first get their key added.
  private mutating func separateNames() {
    let order = codes.indices.sorted { MergeRule.precedes(codes[$0].key, codes[$1].key) }
    var taken: [Int?: Set<String>] = [:]
    for place in order where !dropped.contains(place) {
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

  /// Chooses between two rules by what they say, not by what codes are called now: another merge may rename them.
  private mutating func chooseRules() {
    for (place, pair) in matching.pairs.enumerated() {
      guard let one = pair.ours, let other = pair.theirs else { continue }
      let (mine, yours) = (ours.text(of: one, .rule) ?? "", theirs.text(of: other, .rule) ?? "")
      guard !MergeRule.same(mine, yours) else { continue }
      let (left, right) = (one.content.rule ?? "", other.content.rule ?? "")
      let isOurs: Bool
      if let known = standing(place, .rule, mine, yours) {
        isOurs = known
        codes[place].successions.append(("rule", isOurs ? left : right, isOurs ? right : left, isOurs))
      } else if mine.isEmpty || yours.isEmpty {
        isOurs = yours.isEmpty
      } else {
        isOurs = MergeRule.same(MergeRule.winner(mine, yours), mine)
        codes[place].differences.append(("rule", isOurs ? left : right, isOurs ? right : left))
        codes[place].otherRule = isOurs ? yours : mine
      }
      codes[place].isOurRule = isOurs
    }
  }

  /// Makes each side's rules name the codes as they are called in the whole.
  private mutating func mergeRules(_ left: [Code], _ right: [Code]) {
    guard (left + right).contains(where: { $0.content.rule != nil }) else { return }
    let after = CodeNames(
      codes.enumerated().filter { !dropped.contains($0.offset) }.map { place, code in
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
    let (mine, yours) = (rules(left, matching.ours), rules(right, matching.theirs))
    rewritten = adapted.subtracting(dropped).sorted()
    for place in codes.indices {
      switch codes[place].isOurRule {
      case true?: codes[place].content.rule = mine[place]
      case false?: codes[place].content.rule = yours[place]
      case nil:
        codes[place].content.rule =
          mine[place].flatMap { one in yours[place].map { MergeRule.winner(one, $0) } ?? one } ?? yours[place]
      }
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
    codes[place].content.memo = MergeRule.notes(codes[place].memo, codes[place].memo, adding: notes)
  }

  // MARK: Order

  private mutating func orderSiblings(_ left: [Code], _ right: [Code]) {
    var members: [Int?: [Int]] = [:]
    for place in codes.indices where !dropped.contains(place) {
      members[codes[place].parent, default: []].append(place)
    }
    let parents = members.keys.sorted { ($0 ?? -1) < ($1 ?? -1) }
    // Only a code that stood under this parent before says something of the order under it.
    func sequences(_ codes: [Code], _ places: [RowID<Code>: Int]) -> [Int?: [Int]] {
      var result: [Int?: [Int]] = [:]
      for code in codes {
        guard let place = places[code.id], !dropped.contains(place) else { continue }
        let parent = code.parent.flatMap { places[$0] }
        if self.codes[place].parent == parent { result[parent, default: []].append(place) }
      }
      return result
    }
    let order = SiblingOrder(keys: self.codes.map(\.key), ours: ours, theirs: theirs)
    let (ours, theirs) = (sequences(left, matching.ours), sequences(right, matching.theirs))
    for parent in parents {
      let order = order.merged(members[parent] ?? [], ours[parent] ?? [], theirs[parent] ?? [], under: parent)
      if order.isContradicted {
        disordered.append(parent)
      } else if let isOurs = order.isOurs {
        reordered.append((parent, isOurs))
      }
      if let other = order.other { otherOrders.append((parent, other)) }
      for (position, place) in zip(1..., order.places) { codes[place].position = position }
    }
  }
}
