import CodingModel
import FrenchText
import ProjectStore

/// The codebook of both: what is said of it, and of each code.
extension MergePlan {
  mutating func mergeHeading() {
    var conflicts: [MergeReport.Conflict] = []
    func heading(_ field: String, _ one: String, _ other: String) -> String {
      if MergeRule.same(one, other) || other.isEmpty { return one }
      if one.isEmpty { return other }
      let kept = MergeRule.winner(one, other)
      conflicts.append(
        .init(
          kind: .codebook, subject: "", field: field, kept: kept,
          beside: MergeRule.same(kept, one) ? other : one))
      return kept
    }
    let title = heading("title", ours.heading.title, theirs.heading.title)
    let description = heading("description", ours.heading.description, theirs.heading.description)
    if !MergeRule.same(title, ours.heading.title) || !MergeRule.same(description, ours.heading.description) {
      (self.title, self.description) = (title, description)
    }
    for conflict in conflicts { note(.project, conflict.field, conflict.beside) }
    report.conflict(conflicts)
  }

  mutating func reportCodes() {
    let names = codebook.codes.map(\.content.name)
    report.rewritten = codebook.rewritten.map { names[$0] }
    for (pair, merged) in zip(codebook.matching.pairs, codebook.codes) {
      let conflicts = merged.differences.map {
        MergeReport.Conflict(
          kind: .code, subject: merged.content.name, field: $0.field, kept: $0.kept, beside: $0.other)
      }
      if !conflicts.isEmpty {
        report.conflict(conflicts)
      } else if isDeletedInOne(pair, merged.key) {
        report.conflict([
          .init(kind: .code, subject: merged.content.name, field: "deleted", kept: merged.key, beside: "")
        ])
      } else if pair.ours == nil {
        report.add(.code)
      } else if pair.theirs != nil {
        report.same(.code)
      }
    }
    for parent in codebook.disordered {
      report.conflict([
        .init(
          kind: .codebook, subject: parent.map { names[$0] } ?? "", field: "order", kept: "key", beside: "")
      ])
    }
  }

  /// Whether a code of this project is to be changed in anything but its place among its siblings.
  func changes(_ place: Int) -> Bool {
    guard let code = codebook.matching.pairs[place].ours else { return true }
    let merged = codebook.codes[place]
    return code.key != merged.key || code.content != merged.content
      || code.parent.flatMap { codebook.matching.ours[$0] } != merged.parent
  }

  /// The codes under a parent of which some must be given another place, each with its place.
  func reordered() -> [(place: Int, position: Int)] {
    var result: [(place: Int, position: Int)] = []
    var members: [Int?: [Int]] = [:]
    for place in codebook.codes.indices { members[codebook.codes[place].parent, default: []].append(place) }
    var before: [Int?: [Int]] = [:]
    for code in ours.codes {
      guard let place = codebook.matching.ours[code.id] else { continue }
      before[code.parent.flatMap { codebook.matching.ours[$0] }, default: []].append(place)
    }
    for (parent, places) in members {
      let order = places.sorted { codebook.codes[$0].position < codebook.codes[$1].position }
      guard order != before[parent] ?? [] else { continue }
      result += order.map { ($0, codebook.codes[$0].position) }
    }
    return result.sorted { $0.place < $1.place }
  }
}
