import CodingModel

/// Coders who hold what of another's lost its place in a merge: `claire (2)` has what claire gave otherwise in another copy;
/// and those whose names nobody can tell from another's, `Cláire`, who can have come with a merge only.
///
/// The two are one person: what they differ on nobody has decided until it is settled, and no agreement is one of claire
/// with herself.
struct SecondOpinions {
  private let people: [RowID<Coder>: RowID<Coder>]

  init(_ coders: [Coder]) {
    let names = Set(coders.map(\.name))
    let byName = Dictionary(coders.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
    var people: [RowID<Coder>: RowID<Coder>] = [:]
    let alike = Self.alike(Set(names.map { CodingConflicts.family($0, among: names).base }))
    for coder in coders {
      let base = CodingConflicts.family(coder.name, among: names).base
      let person = alike[base] ?? base
      if person != coder.name { people[coder.id] = byName[person] }
    }
    self.people = people
  }

  /// Of names that nobody can tell from each other, the first for each of the others.
  private static func alike(_ names: Set<String>) -> [String: String] {
    var firsts: [String] = []
    var alike: [String: String] = [:]
    for name in names.sorted(by: MergeRule.precedes) {
      if let first = firsts.first(where: { CoderLikeness.areAlike($0, name) }) {
        alike[name] = first
      } else {
        firsts.append(name)
      }
    }
    return alike
  }

  /// Whether a coder is another's second.
  func contains(_ coder: RowID<Coder>) -> Bool { people[coder] != nil }

  /// The person that a coder is.
  func person(_ coder: RowID<Coder>) -> RowID<Coder> { people[coder] ?? coder }

  /// Whether one person gave a code to parts of an answer that differ between copies; `given` has each coder's parts.
  func differ(_ given: [RowID<Coder>: [TextRange]]) -> Bool {
    guard !people.isEmpty else { return false }
    var first: [RowID<Coder>: [TextRange]] = [:]
    for (coder, ranges) in given where !ranges.isEmpty {
      let united = RangeUnion.united(ranges)
      if first.updateValue(united, forKey: person(coder)).map({ $0 != united }) ?? false { return true }
    }
    return false
  }
}
