/// The counters of one row of pairs at a time.
struct PairRow: Sendable {
  /// A counter for each word; all are 0 between rows.
  private var counts: [UInt32]
  /// Which were counted in.
  private var touched: [UInt32]
  private var touchedCount = 0
  private var isDense = false
  /// What has been glimpsed, which means nothing.
  private var glimpsed: UInt32 = 0

  /// How many places are looked at together.
  private static let together = 16

  init(wordCount: Int) {
    counts = Array(repeating: 0, count: wordCount + 1)
    touched = Array(repeating: 0, count: wordCount + 1)
  }

  /// Counts the words below `own` that co-occur with it at these places.
  @inline(__always)
  mutating func count(
    _ own: Int, at places: UnsafeBufferPointer<UInt32>, in words: UnsafePointer<UInt32>,
    _ neighbours: some PairNeighbours
  ) {
    // Where many counters are touched it costs less to look at all of them than to note which.
    isDense = places.count > own / 8
    let number = UInt32(own)
    var glimpsed: UInt32 = 0
    defer { self.glimpsed = glimpsed }
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      if isDense {
        unsafe Self.forEach(places, in: words, &glimpsed, neighbours) { place in
          unsafe neighbours.forEach(at: place, number, in: words) { unsafe counts[$0] += 1 }
        }
        return
      }
      var next = 0
      unsafe touched.withUnsafeMutableBufferPointer { touched in
        unsafe Self.forEach(places, in: words, &glimpsed, neighbours) { place in
          unsafe neighbours.forEach(at: place, number, in: words) { word in
            let count = unsafe counts[word]
            unsafe touched[next] = UInt32(truncatingIfNeeded: word)
            next += count == 0 ? 1 : 0
            unsafe counts[word] = count + 1
          }
        }
      }
      touchedCount = next
    }
  }

  /// Calls `body` with each place, some of them having been looked at together.
  @inline(__always)
  private static func forEach(
    _ places: UnsafeBufferPointer<UInt32>, in words: UnsafePointer<UInt32>, _ glimpsed: inout UInt32,
    _ neighbours: some PairNeighbours,
    _ body: (Int) -> Void
  ) {
    var start = 0
    while start < places.count {
      let end = min(start + together, places.count)
      for index in start..<end { glimpsed ^= unsafe neighbours.glimpse(Int(places[index]), in: words) }
      for index in start..<end { body(Int(unsafe places[index])) }
      start = end
    }
  }

  /// Appends the row's pairs that occur at least `minimum` times to `pairs` and sets the counters to 0.
  mutating func move(to pairs: inout [WordPairs.Pair], _ own: Int, minimum: Int) {
    counts[own] = 0
    let second = UInt32(own)
    let least = UInt32(clamping: minimum)
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      if isDense {
        for first in 0..<own {
          let count = unsafe counts[first]
          guard count > 0 else { continue }
          unsafe counts[first] = 0
          if count >= least {
            pairs.append(
              WordPairs.Pair(first: UInt32(truncatingIfNeeded: first), second: second, count: count))
          }
        }
        return
      }
      for first in touched[..<touchedCount] {
        let count = unsafe counts[Int(first)]
        unsafe counts[Int(first)] = 0
        if count > 0, count >= least {
          pairs.append(WordPairs.Pair(first: first, second: second, count: count))
        }
      }
    }
  }
}
