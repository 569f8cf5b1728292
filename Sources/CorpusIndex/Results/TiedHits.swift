/// Hits in an order that gets finer, and the runs of it that are still tied.
struct TiedHits {
  /// The numbers of hits, above each the value that it is sorted by next.
  private var keyed: [UInt64]
  /// Runs of the order, ascending, of two hits or more; those that hold no place of the page are left out.
  var ties: [Range<Int>]
  private let page: Range<Int>

  /// So many hits in the order of their numbers.
  ///
  /// - Parameter page: the places of the order that are wanted.
  init(count: Int, page: Range<Int>) {
    keyed = Array(0..<UInt64(count))
    self.page = page
    ties = count > 1 && page.overlaps(0..<count) ? [0..<count] : []
  }

  /// The numbers of the hits on the page.
  var order: [UInt32] { keyed[page].map { UInt32(truncatingIfNeeded: $0) } }

  /// The value at a place of the order.
  func value(at place: Int) -> UInt32 { UInt32(keyed[place] >> 32) }

  /// Calls `body` with each hit that is still tied and its value, to be changed.
  mutating func forEachTied(_ body: (_ hit: UInt32, _ value: inout UInt32) throws -> Void) rethrows {
    for tie in ties {
      for place in tie {
        let hit = UInt32(truncatingIfNeeded: keyed[place])
        var value = value(at: place)
        try body(hit, &value)
        keyed[place] = UInt64(value) << 32 | UInt64(hit)
      }
    }
  }

  /// Sorts each tied run by its hits' values; equal ones keep their order, which is that of their numbers, and stay tied.
  mutating func refine() {
    var left: [Range<Int>] = []
    for tie in ties {
      let sorted = sortPage(of: tie)
      var start = sorted.lowerBound
      for place in sorted where value(at: place) != value(at: start) {
        if place - start > 1 { left.append(start..<place) }
        start = place
      }
      if sorted.upperBound - start > 1 { left.append(start..<sorted.upperBound) }
    }
    ties = left.filter(page.overlaps)
  }

  /// Sorts those of a run that stand on the page by their values, or have a value of one that does; they then are in the
  /// range returned. Cost: linear in the run, and sorting these.
  private mutating func sortPage(of tie: Range<Int>) -> Range<Int> {
    let wanted = tie.clamped(to: page)
    return unsafe keyed.withUnsafeMutableBufferPointer { keyed in
      var sorted = tie
      if wanted.count < tie.count {
        let least = unsafe keyed.select(wanted.lowerBound, in: tie) >> 32
        let most = unsafe keyed.select(wanted.upperBound - 1, in: tie) >> 32
        let first = unsafe keyed.partition(tie) { $0 >> 32 < least }
        sorted = unsafe first..<keyed.partition(first..<tie.upperBound) { $0 >> 32 <= most }
      }
      unsafe keyed[sorted].sort()
      return sorted
    }
  }
}

extension UnsafeMutableBufferPointer<UInt64> {
  /// Puts those of a range that are first before the others, and returns where the others begin.
  fileprivate func partition(_ range: Range<Int>, _ isFirst: (UInt64) -> Bool) -> Int {
    var end = range.lowerBound
    for place in range where unsafe isFirst(self[place]) {
      unsafe swapAt(place, end)
      end += 1
    }
    return end
  }

  /// The number that would stand at a place were a range, whose numbers are all different, sorted; the others are moved
  /// about. Cost: linear, on average.
  fileprivate func select(_ place: Int, in range: Range<Int>) -> UInt64 {
    var rest = range
    while rest.count > 1 {
      // Three looked at, so that neither order nor its reverse is the worst that can be.
      let middle = rest.lowerBound + rest.count / 2
      let (a, b, c) = unsafe (self[rest.lowerBound], self[middle], self[rest.upperBound - 1])
      let pivot = Swift.max(Swift.min(a, b), Swift.min(Swift.max(a, b), c))
      let below = unsafe partition(rest) { $0 < pivot }
      if place < below {
        rest = rest.lowerBound..<below
      } else {
        let upTo = unsafe partition(below..<rest.upperBound) { $0 <= pivot }
        if place < upTo { return pivot }
        rest = upTo..<rest.upperBound
      }
    }
    return unsafe self[place]
  }
}
