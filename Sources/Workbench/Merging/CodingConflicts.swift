import CodingModel

/// Settles whose a coding is where two projects have, of one coder, the same code on different parts of an answer that
/// overlap: both are kept, side by side, the second by a coder named as the first with a number: `alice (2)`.
enum CodingConflicts {
  /// A coder's name as a name and a number: `alice` is 1, `alice (2)` is 2.
  static func family(_ name: String, among names: Set<String>) -> (base: String, level: Int) {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex else {
      return (name, 1)
    }
    let before = name.index(before: open)
    let digits = name[name.index(after: open)...].dropLast()
    guard name[before] == " ", let level = Int(digits), level >= 2, String(level) == digits,
      names.contains(String(name[..<before]))
    else { return (name, 1) }
    return (String(name[..<before]), level)
  }

  /// The coders who hold what of one coder's codings lost its place in merges: `alice (2)` and on.
  static func seconds(of name: String, _ coders: [Coder]) -> [Coder] {
    let names = Set(coders.map(\.name))
    return coders.filter { family($0.name, among: names).base == name && $0.name != name }
  }

  /// The name of a family's coder.
  static func name(_ base: String, _ level: Int) -> String { level == 1 ? base : "\(base) (\(level))" }

  /// What one family gave one code to in one answer, by level, and where each part stays or goes.
  ///
  /// At each level, parts are taken in order; one that overlaps a part kept before, and did not stand with it in the same
  /// project, goes to the next level.
  ///
  /// - Parameters:
  ///   - ours: the parts of each level in this project.
  ///   - theirs: in the other.
  ///   - isDecision: whether the parts of one project are one decision, which another part contradicts wherever it is.
  /// - Returns: the level of each part of each level, for either project.
  static func levels(
    _ ours: [Int: Set<TextRange>], _ theirs: [Int: Set<TextRange>], isDecision: Bool = false
  ) -> (ours: [Int: [TextRange: Int]], theirs: [Int: [TextRange: Int]]) {
    var result: (ours: [Int: [TextRange: Int]], theirs: [Int: [TextRange: Int]]) = ([:], [:])
    /// Parts that lost at the level before, with where they come from.
    var losers: [TextRange: (ours: [Int], theirs: [Int])] = [:]
    var level = 1
    let last = max(ours.keys.max() ?? 0, theirs.keys.max() ?? 0)
    while level <= last || !losers.isEmpty {
      let (left, right) = (ours[level] ?? [], theirs[level] ?? [])
      // Parts that came from one level of one project stood together there.
      let sources =
        [left, right]
        + origins(losers.mapValues(\.ours)).values + origins(losers.mapValues(\.theirs)).values
      var kept: [TextRange] = []
      var next: [TextRange: (ours: [Int], theirs: [Int])] = [:]
      for range in left.union(right).union(losers.keys).sorted() {
        let loses = kept.contains { other in
          (isDecision || other.overlaps(range))
            && !sources.contains { $0.contains(other) && $0.contains(range) }
        }
        let from = losers[range] ?? ([], [])
        let here = (
          ours: from.ours + (left.contains(range) ? [level] : []),
          theirs: from.theirs + (right.contains(range) ? [level] : [])
        )
        if loses {
          next[range] = here
        } else {
          kept.append(range)
          for origin in here.ours { result.ours[origin, default: [:]][range] = level }
          for origin in here.theirs { result.theirs[origin, default: [:]][range] = level }
        }
      }
      losers = next
      level += 1
    }
    return result
  }

  private static func origins(_ losers: [TextRange: [Int]]) -> [Int: Set<TextRange>] {
    var result: [Int: Set<TextRange>] = [:]
    for (range, levels) in losers { for level in levels { result[level, default: []].insert(range) } }
    return result
  }
}
