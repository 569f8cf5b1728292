/// Finds which codes' ranges meet in one answer, by passing once over their starts and ends.
///
/// Cost: sorting the ranges, then one step for each range and each code that is open where it starts.
struct RangeSweep {
  /// How far beyond its end a range still meets another: it is left behind by one that starts at
  /// `end + reach` or later.
  let reach: Int
  let counting: CooccurrenceCounting
  /// Of so few ranges looking at every pair costs less than sorting their ends.
  static let few = 8

  private var ends: [CodingsByAnswer.Item] = []
  private var openRanges: [Int]
  private var openCodes: [Int] = []
  private var placeInOpenCodes: [Int]

  init(reach: Int, counting: CooccurrenceCounting, codeCount: Int) {
    self.reach = reach
    self.counting = counting
    openRanges = Array(repeating: 0, count: codeCount)
    placeInOpenCodes = Array(repeating: 0, count: codeCount)
  }

  /// Counts the pairs of codes among `ranges` that meet. At a reach of 0 none may be empty.
  mutating func run(_ ranges: inout [CodingsByAnswer.Item], into tally: inout PairTally) {
    guard ranges.count > 1 else { return }
    if !Self.ascend(ranges) { ranges.sort { $0.start < $1.start } }
    if ranges.count <= Self.few {
      unsafe ranges.withUnsafeBufferPointer { unsafe runPairwise($0, into: &tally) }
      return
    }
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: ranges)
    ends.sort { $0.end < $1.end }
    var left = 0
    for range in ranges {
      while Int(ends[left].end) + reach <= Int(range.start) {
        close(Int(ends[left].code))
        left += 1
      }
      let code = Int(range.code)
      for other in openCodes where other != code {
        switch counting {
        case .units: tally.markPair(other, code)
        case .pairs: tally.addPair(other, code, times: openRanges[other])
        }
      }
      open(code)
    }
    for code in openCodes { openRanges[code] = 0 }
    openCodes.removeAll(keepingCapacity: true)
  }

  private static func ascend(_ ranges: [CodingsByAnswer.Item]) -> Bool {
    for at in 1..<ranges.count where ranges[at - 1].start > ranges[at].start { return false }
    return true
  }

  /// The same for a few ranges by their start, among which at a reach of 0 may be empty ones, which meet none.
  @inline(__always)
  func runPairwise(_ ranges: UnsafeBufferPointer<CodingsByAnswer.Item>, into tally: inout PairTally) {
    for later in 1..<ranges.count {
      let range = unsafe ranges[later]
      guard reach > 0 || !range.isEmpty else { continue }
      for earlier in 0..<later {
        let other = unsafe ranges[earlier]
        guard Int(other.end) + reach > Int(range.start), other.code != range.code else { continue }
        switch counting {
        case .units: tally.markPair(Int(other.code), Int(range.code))
        case .pairs: tally.addPair(Int(other.code), Int(range.code), times: 1)
        }
      }
    }
  }

  private mutating func open(_ code: Int) {
    if openRanges[code] == 0 {
      placeInOpenCodes[code] = openCodes.count
      openCodes.append(code)
    }
    openRanges[code] += 1
  }

  private mutating func close(_ code: Int) {
    openRanges[code] -= 1
    guard openRanges[code] == 0 else { return }
    let place = placeInOpenCodes[code]
    let last = openCodes.removeLast()
    if last != code {
      openCodes[place] = last
      placeInOpenCodes[last] = place
    }
  }
}
