import CodingAnalysis
import CodingModel

/// Who gets which answers: some of them go to several coders, so that their agreement can be measured, the others to
/// one each.
///
/// Within each stratum the answers are put into a random order; the first go to several coders, as many of each stratum
/// as its size asks (largest remainders), the others in turn to whoever has the fewest.
struct AssignmentPlan {
  /// An answer with the places of the coders it goes to.
  struct Entry: Hashable {
    let answer: RowID<Answer>
    let stratum: Int
    let coders: [Int]
  }

  let entries: [Entry]

  /// - Parameters:
  ///   - strata: the answers, by stratum.
  ///   - coders: how many coders there are, at least one.
  ///   - shared: how many answers go to several; all of them where there are fewer.
  ///   - inPairs: whether those go to two coders each, to every pair in turn, and not to all.
  ///   - seed: what the random order follows from.
  init(strata: [[RowID<Answer>]], coders: Int, shared: Int, inPairs: Bool, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let sharedOf = Self.divided(max(0, shared), by: strata.map(\.count))
    let pairs = (0..<coders).flatMap { one in ((one + 1)..<coders).map { [one, $0] } }
    var (pair, loads) = (0, Array(repeating: 0, count: coders))
    var entries: [Entry] = []
    for (stratum, answers) in strata.enumerated() {
      var order = answers
      for place in stride(from: order.count - 1, to: 0, by: -1) {
        order.swapAt(place, random.next(below: place + 1))
      }
      for (place, answer) in order.enumerated() {
        let given: [Int]
        if place < sharedOf[stratum], coders > 1 {
          given = inPairs ? pairs[pair % pairs.count] : Array(0..<coders)
          pair += 1
        } else {
          given = [loads.indices.min { (loads[$0], $0) < (loads[$1], $1) } ?? 0]
        }
        for coder in given { loads[coder] += 1 }
        entries.append(Entry(answer: answer, stratum: stratum, coders: given))
      }
    }
    self.entries = entries
  }

  /// So many things divided among groups by their sizes: whole parts first, then the largest remainders, the earlier
  /// group where they are equal. No group gets more than its size.
  static func divided(_ total: Int, by sizes: [Int]) -> [Int] {
    let all = sizes.reduce(0, +)
    guard total < all else { return sizes }
    var parts = sizes.map { $0 * total / max(1, all) }
    let order = sizes.indices.sorted {
      let (left, right) = (sizes[$0] * total % max(1, all), sizes[$1] * total % max(1, all))
      return left == right ? $0 < $1 : left > right
    }
    for group in order.prefix(total - parts.reduce(0, +)) { parts[group] += 1 }
    return parts
  }
}
