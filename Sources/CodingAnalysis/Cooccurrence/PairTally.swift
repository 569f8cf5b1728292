/// Counts codes and pairs of codes, each at most once a unit where units are counted.
struct PairTally {
  private let codeCount: Int
  private var codeCounts: [Int]
  private var codeStamps: [Int32]
  private var pairs: PairCounts
  private var stamps: [Int32]
  private var seen: Set<Int> = []
  private var unit: Int32 = 0

  init(codeCount: Int) {
    self.codeCount = codeCount
    codeCounts = Array(repeating: 0, count: codeCount)
    codeStamps = Array(repeating: 0, count: codeCount)
    pairs = PairCounts(symmetric: codeCounts, unitCount: nil)
    let size = codeCount * codeCount
    stamps = size <= 4_000_000 ? Array(repeating: 0, count: size) : []
  }

  /// Begins the next unit.
  mutating func beginUnit() {
    unit += 1
    if stamps.isEmpty { seen.removeAll(keepingCapacity: true) }
  }

  /// Counts a code once in this unit; says whether it is new in it.
  @discardableResult
  mutating func markCode(_ code: Int) -> Bool {
    guard codeStamps[code] != unit else { return false }
    codeStamps[code] = unit
    codeCounts[code] += 1
    return true
  }

  /// Counts one more range of a code.
  mutating func addCode(_ code: Int) {
    codeCounts[code] += 1
  }

  /// Counts a pair once in this unit.
  mutating func markPair(_ a: Int, _ b: Int) {
    let at = min(a, b) * codeCount + max(a, b)
    if stamps.isEmpty {
      guard seen.insert(at).inserted else { return }
    } else {
      guard stamps[at] != unit else { return }
      stamps[at] = unit
    }
    pairs.add(row: a, column: b)
  }

  /// Counts `times` more pairs of ranges.
  mutating func addPair(_ a: Int, _ b: Int, times: Int) {
    pairs.add(times, row: a, column: b)
  }

  /// What was counted, out of `unitCount` units.
  func counts(unitCount: Int?) -> PairCounts {
    pairs.withCounts(codeCounts, unitCount: unitCount)
  }
}
