import CodingModel
import FrenchText
import ProjectStore

/// The codebook of both: what is said of it, and of each code.
extension MergePlan {
  mutating func mergeHeading() {
    var conflicts: [MergeReport.Conflict] = []
    func heading(
      _ field: String, _ one: String, _ other: String,
      _ text: ((act: Int64, date: String, title: String, description: String)) -> String
    ) -> String {
      if MergeRule.same(one, other) { return one }
      let isLater = ours.isLater(
        ours.past.headingTouches.lastEntry, than: theirs, theirs.past.headingTouches.lastEntry)
      if let isOurs = isLater
        ?? Self.standing(
          ours.codeHistory.headings.map { ($0.act > shared, $0.date, text($0)) }, one,
          theirs.codeHistory.headings.map { ($0.act > shared, $0.date, text($0)) }, other)
      {
        let (kept, lost) = isOurs ? (one, other) : (other, one)
        report.changed.append(
          .init(kind: .codebook, subject: "", field: field, kept: kept, other: lost, isOurs: isOurs))
        return kept
      }
      if one.isEmpty || other.isEmpty { return one.isEmpty ? other : one }
      let kept = MergeRule.winner(one, other)
      conflicts.append(
        .init(
          kind: .codebook, subject: "", field: field, kept: kept,
          beside: MergeRule.same(kept, one) ? other : one))
      return kept
    }
    let title = heading("title", ours.heading.title, theirs.heading.title, \.title)
    let description = heading(
      "description", ours.heading.description, theirs.heading.description, \.description)
    if !MergeRule.same(title, ours.heading.title) || !MergeRule.same(description, ours.heading.description) {
      (self.title, self.description) = (title, description)
    }
    for conflict in conflicts { note(.project, conflict.field, conflict.beside) }
    report.conflict(conflicts)
  }

  /// Which project has changed a text since the other knew it, from what either ever said; nil where both have, or neither.
  private static func standing(
    _ ours: [(isOwn: Bool, date: String, text: String)], _ one: String,
    _ theirs: [(isOwn: Bool, date: String, text: String)], _ other: String
  ) -> Bool? {
    func knows(_ states: [(isOwn: Bool, date: String, text: String)], _ text: String) -> Bool {
      // A project that never had a heading had an empty one.
      text.isEmpty && states.isEmpty || states.contains { MergeRule.same($0.text, text) }
    }
    func changed(_ states: [(isOwn: Bool, date: String, text: String)]) -> CodeKnowledge.Change {
      var change = CodeKnowledge.Change()
      var before = ""
      for state in states where !MergeRule.same(state.text, before) {
        change = CodeKnowledge.Change(isOwn: state.isOwn, date: state.date)
        before = state.text
      }
      return change
    }
    return MergeRule.isOursNewer(
      knowsTheirs: knows(ours, other), knowsOurs: knows(theirs, one), changed(ours), changed(theirs))
  }

  /// - Parameter gone: the places of codes that either project once had and has no more.
  mutating func reportCodes(gone: Set<Int>) {
    let names = codebook.codes.map(\.content.name)
    let nameOfKey = Dictionary(
      codebook.codes.map { ($0.key, $0.content.name) }, uniquingKeysWith: { first, _ in first })
    // A place is noted by a key, which stays when names change; who reads of it knows names.
    func shown(_ field: String, _ text: String) -> String {
      field == CodeAspect.parent.rawValue ? nameOfKey[text] ?? text : text
    }
    report.rewritten = codebook.rewritten.map { names[$0] }
    for (place, (pair, merged)) in zip(matching.pairs, codebook.codes).enumerated() {
      if codebook.dropped.contains(place) {
        report.changed.append(
          .init(
            kind: .code, subject: merged.content.name, field: "deleted", kept: "", other: "",
            isOurs: pair.ours == nil))
        continue
      }
      report.changed += merged.successions.map {
        .init(
          kind: .code, subject: merged.content.name, field: $0.field, kept: shown($0.field, $0.kept),
          other: shown($0.field, $0.other), isOurs: $0.isOurs)
      }
      let conflicts = merged.differences.map {
        MergeReport.Conflict(
          kind: .code, subject: merged.content.name, field: $0.field, kept: shown($0.field, $0.kept),
          beside: shown($0.field, $0.other))
      }
      if !conflicts.isEmpty {
        report.conflict(conflicts)
      } else if gone.contains(place), pair.ours == nil || pair.theirs == nil {
        report.conflict([
          .init(kind: .code, subject: merged.content.name, field: "deleted", kept: merged.key, beside: "")
        ])
      } else if pair.ours == nil {
        report.add(.code)
      } else if pair.theirs != nil {
        report.same(.code)
      }
    }
    report.changed += codebook.reordered.map {
      .init(
        kind: .codebook, subject: $0.parent.map { names[$0] } ?? "", field: "order", kept: "", other: "",
        isOurs: $0.isOurs)
    }
    for parent in codebook.disordered {
      report.conflict([
        .init(
          kind: .codebook, subject: parent.map { names[$0] } ?? "", field: "order", kept: "key", beside: "")
      ])
    }
  }

  /// Whether a code of this project goes, or is to be changed in anything but its place among its siblings.
  func changes(_ place: Int) -> Bool {
    let isDropped = codebook.dropped.contains(place)
    guard let code = matching.pairs[place].ours else { return !isDropped }
    if isDropped { return true }
    let merged = codebook.codes[place]
    return code.key != merged.key || code.content != merged.content
      || code.parent.flatMap { matching.ours[$0] } != merged.parent
  }

  /// The other project's orders of codes that stand otherwise in the whole, by keys, as an act's details hold them; nil where
  /// there is none.
  var otherOrders: String? {
    let orders = codebook.otherOrders.map { order in
      (order.parent.map { keys[$0] } ?? "") + ":" + order.places.map { keys[$0] }.joined(separator: ",")
    }
    return orders.isEmpty ? nil : orders.joined(separator: ";")
  }

  /// The codes under a parent of which some must be given another place, each with its place.
  func reordered() -> [(place: Int, position: Int)] {
    var result: [(place: Int, position: Int)] = []
    var members: [Int?: [Int]] = [:]
    for place in codebook.codes.indices where !codebook.dropped.contains(place) {
      members[codebook.codes[place].parent, default: []].append(place)
    }
    var before: [Int?: [Int]] = [:]
    for code in ours.codes {
      guard let place = matching.ours[code.id], !codebook.dropped.contains(place) else { continue }
      before[code.parent.flatMap { matching.ours[$0] }, default: []].append(place)
    }
    for (parent, places) in members {
      let order = places.sorted { codebook.codes[$0].position < codebook.codes[$1].position }
      guard order != before[parent] ?? [] else { continue }
      result += order.map { ($0, codebook.codes[$0].position) }
    }
    return result.sorted { $0.place < $1.place }
  }
}
