/// Finds the hits among which a page of their order is, before any is kept: it goes through all of them once for each step
/// that decides, so that a page of tens of millions takes no more memory than those that these steps do not tell from it.
struct PageSearch {
  /// Hits that a step has left.
  private struct Filter {
    let step: SortSteps.Step
    /// Whether a bin's hits are left.
    var isWanted: [Bool]
  }

  /// How many steps are gone at most: what answers written alike have in common is long.
  private static let stepLimit = 8

  private let hits: NumberedHits
  private let steps: SortSteps
  private var filters: [Filter] = []
  /// How many hits are left.
  private(set) var count: Int
  /// Where the page is among those left.
  private(set) var page: Range<Int>

  /// - Parameter page: places of the order of all of `hits`; one at least.
  init(_ hits: NumberedHits, _ steps: SortSteps, page: Range<Int>) {
    self.hits = hits
    self.steps = steps
    self.page = page
    count = hits.count
  }

  /// Leaves out hits that come before the page or after it. Cost: for each step, linear in all hits.
  ///
  /// - Parameter limit: how many hits are few enough to be kept, whether they are on the page or not.
  mutating func narrow(keeping limit: Int) throws {
    var next = steps.first
    for _ in 0..<Self.stepLimit {
      guard let step = next, count > max(limit, page.count) else { return }
      var counts = [Int](repeating: 0, count: steps.binCount(step))
      try forEachLeft { counts[try steps.bin(of: $0, at: step)] += 1 }
      let bins = try steps.ordered(counts.indices.filter { counts[$0] > 0 }, at: step)
      var filter = Filter(step: step, isWanted: Array(repeating: false, count: counts.count))
      var wanted: [Int] = []
      var (passed, before) = (0, 0)
      for bin in bins {
        let start = passed
        passed += counts[bin]
        if passed <= page.lowerBound {
          before = passed
        } else if start < page.upperBound {
          filter.isWanted[bin] = true
          wanted.append(bin)
        }
      }
      let left = wanted.reduce(0) { $0 + counts[$1] }
      if left < count { filters.append(filter) }
      count = left
      page = page.lowerBound - before..<page.upperBound - before
      next = wanted.count == 1 ? steps.next(after: step, bin: wanted[0]) : nil
    }
  }

  /// The hits that are left.
  func keptHits() throws -> KeptHits {
    var kept = KeptHits(lengths: hits.lengths, count: count)
    try forEachLeft { kept.append($0) }
    return kept
  }

  private func forEachLeft(_ body: (NumberedHit) throws -> Void) throws {
    try hits.forEach { hit in
      for filter in filters where try !filter.isWanted[steps.bin(of: hit, at: filter.step)] { return }
      try body(hit)
    }
  }
}
