/// Counts pairs of words: of two frequent ones in a table while passing over all units, of others row by row.
///
/// Words are numbered from the most frequent on. A rarer word's row holds its more frequent partners, so that those of
/// its counters that are often used lie close together; its places are few, and found by sorting them by word.
struct PairCounter: Sendable {
  let wordCount: Int
  let minimum: Int
  /// Fewer places than this are not worth another thread.
  var leastRun = 20_000
  /// Pairs of words below this are counted in the table, at most; it is small enough for the memory near a core.
  var frequent = 1024

  /// What `transform` makes of the pairs in a stream of different words, some rows at a time, in the order of rows.
  func mapPairs<Result: Sendable>(
    inUnits stream: WordStream, _ transform: @Sendable ([WordPairs.Pair]) -> Result
  ) -> [Result] {
    mapPairs(stream, .units, transform)
  }

  /// What `transform` makes of the pairs at most `width` apart in a stream of windows, some rows at a time, in the
  /// order of rows.
  func mapPairs<Result: Sendable>(
    inStream stream: WordStream, width: Int, _ transform: @Sendable ([WordPairs.Pair]) -> Result
  ) -> [Result] {
    mapPairs(stream, .windows(width), transform)
  }

  private func mapPairs<Result: Sendable>(
    _ stream: WordStream, _ steps: PairSteps, _ transform: @Sendable ([WordPairs.Pair]) -> Result
  ) -> [Result] {
    // No more cells than words to count, so that a small stream is not held up by a large table.
    let size = min(wordCount, frequent, Int(Double(stream.count).squareRoot()))
    let tables = Workers.map(stream.pieces.count, state: FrequentPairs(size: size)) { piece, table in
      steps.countFrequent(stream, piece, &table)
    }.states
    let head = transform(FrequentPairs(sumOf: tables).pairs(minimum: minimum))
    let places = WordPlaces(of: size..<wordCount, in: stream, mask: steps.mask)
    let runs = places.runs(size: max(places.count / 64, leastRun))
    let tail = Workers.map(runs.count, state: PairRow(wordCount: wordCount)) { run, row in
      transform(steps.rows(runs[run], places, stream, minimum, &row))
    }.results
    return [head] + tail
  }

  /// How many units of a stream of different words hold each word.
  func units(in stream: WordStream) -> [Int] {
    let counts = Workers.map(
      stream.pieces.count, state: [Int](repeating: 0, count: wordCount)
    ) { piece, counts in
      unsafe counts.withUnsafeMutableBufferPointer { counts in
        for index in stream.pieces[piece] { unsafe counts[Int(stream.words[index] & ~WordStream.first)] += 1 }
      }
    }.states
    return sums(counts)
  }

  /// How many pairs of counted tokens at most `width` apart there are in all, and with each word.
  func places(inStream stream: WordStream, width: Int) -> (ofWord: [Int], total: Int) {
    let (totals, counts) = Workers.map(
      stream.pieces.count, state: [Int](repeating: 0, count: wordCount)
    ) { piece, counts in
      unsafe counts.withUnsafeMutableBufferPointer {
        unsafe WindowNeighbours(width: width).countPlaces(stream.words, stream.pieces[piece], $0)
      }
    }
    return (sums(counts), totals.reduce(0, +))
  }

  private func sums(_ counts: [[Int]]) -> [Int] {
    var sums = [Int](repeating: 0, count: wordCount)
    for counts in counts { for word in 0..<wordCount { sums[word] += counts[word] } }
    return sums
  }
}

/// The steps of counting pairs, for one kind of stream: functions that know it, as a generic one does not when it runs.
private struct PairSteps: Sendable {
  /// What of the values in the stream is the word.
  let mask: UInt32
  /// Counts the pairs of frequent words in a piece.
  let countFrequent: @Sendable (WordStream, Int, inout FrequentPairs) -> Void
  /// The pairs, at least so often, in the rows of a range of words.
  let rows: @Sendable (Range<Int>, WordPlaces, WordStream, Int, inout PairRow) -> [WordPairs.Pair]

  static let units = PairSteps(mask: ~WordStream.first, UnitNeighbours())

  static func windows(_ width: Int) -> PairSteps { PairSteps(mask: .max, WindowNeighbours(width: width)) }

  @inline(__always)
  private init(mask: UInt32, _ neighbours: some PairNeighbours) {
    self.mask = mask
    countFrequent = { stream, piece, table in
      table.count(stream.pieces[piece], of: stream, neighbours)
    }
    rows = { words, places, stream, minimum, row in
      var pairs: [WordPairs.Pair] = []
      for word in words {
        unsafe row.count(word, at: places[word], in: stream.words, neighbours)
        row.move(to: &pairs, word, minimum: minimum)
      }
      return pairs
    }
  }
}
