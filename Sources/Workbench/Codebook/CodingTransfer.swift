import CodingModel
import ProjectStore

/// Giving codings another code, within an act.
///
/// Nobody has the same code twice on the same text: where a coding meets one of the same coder that has the code already,
/// sharing text with it or touching it, the two become one from the first character to the last of both; so do two that
/// come and share text. The one coding is of the surest of their origins (by hand before import before rule), of the
/// earliest date among those of that origin, and carries all their memos.
struct CodingTransfer {
  /// Codings that came to the code, and how many of them were united with others.
  struct Outcome {
    var moved = 0, united = 0
  }

  private let act: ActWriter
  private let target: RowID<Code>
  private let rules: [RowID<RuleVersion>: RuleVersion]
  private var versions: [RowID<RuleVersion>: RowID<RuleVersion>] = [:]
  private var outcome = Outcome()

  private struct Place: Hashable, Comparable {
    let answer: RowID<Answer>, coder: RowID<Coder>

    static func < (left: Self, right: Self) -> Bool {
      (left.answer, left.coder) < (right.answer, right.coder)
    }
  }

  /// Gives these codings the code `target`.
  static func move(_ codings: [Coding], to target: RowID<Code>, in act: ActWriter) throws -> Outcome {
    let rules = Dictionary(uniqueKeysWithValues: try act.reader.ruleVersions().map { ($0.id, $0) })
    var transfer = CodingTransfer(act: act, target: target, rules: rules)
    let coming = Dictionary(grouping: codings) { Place(answer: $0.answer, coder: $0.coder) }
    let present = Dictionary(grouping: try act.reader.codings(.init(codes: [target]))) {
      Place(answer: $0.answer, coder: $0.coder)
    }
    for place in coming.keys.sorted() {
      for group in groups(coming[place] ?? [], present[place] ?? []) { try transfer.unite(group) }
    }
    transfer.outcome.moved = codings.count
    return transfer.outcome
  }

  private init(act: ActWriter, target: RowID<Code>, rules: [RowID<RuleVersion>: RuleVersion]) {
    self.act = act
    self.target = target
    self.rules = rules
  }

  /// The codings that come, each with those that it is united with; those that have the code already first.
  private static func groups(_ coming: [Coding], _ present: [Coding]) -> [[Coding]] {
    let all = present + coming
    var leader = Array(all.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while leader[index] != index { index = leader[index] }
      return index
    }
    for second in present.count..<all.count {
      for first in 0..<second {
        let (one, other) = (all[first].range, all[second].range)
        let touches = first < present.count && (one.start == other.end || one.end == other.start)
        if one.overlaps(other) || touches {
          let (low, high) = (min(root(first), root(second)), max(root(first), root(second)))
          leader[high] = low
        }
      }
    }
    let members = Dictionary(grouping: all.indices, by: root)
    return members.keys.sorted().compactMap { key in
      let indices = members[key] ?? []
      return indices.contains { $0 >= present.count } ? indices.map { all[$0] } : nil
    }
  }

  private mutating func unite(_ group: [Coding]) throws {
    guard let kept = group.first else { return }
    for other in group.dropFirst() {
      try act.moveMemos(from: .coding(other.id), to: .coding(kept.id))
      try act.deleteCoding(other.id)
    }
    let order = [Coding.Origin.hand, .imported, .rule]
    let origin = order.first { origin in group.contains { $0.origin == origin } } ?? kept.origin
    let surest = group.filter { $0.origin == origin }
    let range = TextRange(
      group.map(\.range.start).min() ?? kept.range.start, group.map(\.range.end).max() ?? kept.range.end)
    let version = try origin == .rule ? surest.lazy.compactMap(\.ruleVersion).first.map { try self.version($0) } : nil
    try act.setCoding(
      kept, code: target, range: range, origin: origin,
      date: surest.map(\.date).filter { !$0.isEmpty }.min() ?? "", ruleVersion: version)
    outcome.united += group.count - 1
  }

  /// The version of the target's rule with the same wording.
  private mutating func version(_ id: RowID<RuleVersion>) throws -> RowID<RuleVersion> {
    if let known = versions[id] { return known }
    guard let rule = rules[id] else { return id }
    let made = rule.code == target ? id : try act.ruleVersion(rule.rule, of: target, date: rule.date)
    versions[id] = made
    return made
  }
}
