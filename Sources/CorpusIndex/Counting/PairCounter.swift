import Dispatch
import Synchronization

/// Counts pairs row by row: for each word, its more frequent partners in one dense row of counters.
///
/// Words are numbered from the most frequent on. So a rare word's row is nearly all of its neighbours, a
/// frequent word's nearly none, and the processor guesses well which it will be.
struct PairCounter {
  /// Marks the first word of a unit.
  static let first: UInt32 = 1 << 31
  /// No word: a token that is not counted.
  static let other = UInt32.max
  /// In a window's stream: the end of an answer.
  static let boundary = UInt32.max - 1
  /// In a window's stream: a word that is counted but too rare to be listed.
  static let unlisted = UInt32.max - 2

  let wordCount: Int
  let minimum: Int
  /// Fewer places than this are not worth another thread.
  var leastRun = 20_000

  /// What `transform` makes of the pairs in units, some rows at a time, in the order of rows. Units are written as
  /// their different words, ascending, the first one marked.
  func mapPairs<Result: Sendable>(
    inUnits words: [UInt32], _ transform: @Sendable ([WordPairs.Pair]) -> Result
  ) -> [Result] {
    let places = placesByWord(words) { $0 & ~Self.first }
    return unsafe mapRows(of: words, places, transform) { words, place, row in
      var index = Int(place)
      while unsafe words[index] & Self.first == 0 {
        index -= 1
        row.add(unsafe words[index] & ~Self.first)
      }
    }
  }

  /// What `transform` makes of the pairs at most `width` apart in a stream of words, some rows at a time, in the
  /// order of rows.
  func mapPairs<Result: Sendable>(
    inStream words: [UInt32], width: Int, _ transform: @Sendable ([WordPairs.Pair]) -> Result
  ) -> [Result] {
    let places = placesByWord(words) { $0 }
    return unsafe mapRows(of: words, places, transform) { words, place, row in
      let own = unsafe words[Int(place)]
      var index = Int(place) + 1
      let end = min(words.count, index + width)
      while index < end {
        let word = unsafe words[index]
        if word < own { row.add(word) } else if word == Self.boundary { break }
        index += 1
      }
      index = Int(place) - 1
      let start = max(-1, index - width)
      while index > start {
        let word = unsafe words[index]
        if word < own { row.add(word) } else if word == Self.boundary { break }
        index -= 1
      }
    }
  }

  /// How many pairs of counted tokens at most `width` apart there are in all, and with each word.
  func places(inStream words: [UInt32], width: Int) -> (ofWord: [Int], total: Int) {
    var ofWord = [Int](repeating: 0, count: wordCount)
    var total = 0
    for (index, own) in words.enumerated() where own < Self.boundary {
      for word in words[(index + 1)...].prefix(width) {
        if word == Self.boundary { break }
        if word == Self.other { continue }
        total += 1
        if own != Self.unlisted { ofWord[Int(own)] += 1 }
        if word != own, word != Self.unlisted { ofWord[Int(word)] += 1 }
      }
    }
    return (ofWord, total)
  }

  /// The counters of one row and which of them were touched.
  @safe private struct Row {
    private let counts: UnsafeMutableBufferPointer<UInt32>
    var touched: [UInt32] = []

    init(_ counts: UnsafeMutableBufferPointer<UInt32>) {
      unsafe self.counts = counts
    }

    /// Words are numbered below the number of counters.
    @inline(__always)
    mutating func add(_ word: UInt32) {
      if unsafe counts[Int(word)] == 0 { touched.append(word) }
      unsafe counts[Int(word)] += 1
    }

    /// The count of a word, which starts again from 0.
    func take(_ word: UInt32) -> UInt32 {
      defer { unsafe counts[Int(word)] = 0 }
      return unsafe counts[Int(word)]
    }
  }

  /// For each word the indices at which it stands.
  private func placesByWord(
    _ words: [UInt32], _ word: (UInt32) -> UInt32
  ) -> (starts: [Int], places: [UInt32]) {
    var starts = [Int](repeating: 0, count: wordCount + 1)
    for value in words where word(value) < UInt32(wordCount) { starts[Int(word(value)) + 1] += 1 }
    for index in 0..<wordCount { starts[index + 1] += starts[index] }
    var places = [UInt32](repeating: 0, count: starts[wordCount])
    var next = starts
    for (index, value) in words.enumerated() where word(value) < UInt32(wordCount) {
      places[next[Int(word(value))]] = UInt32(index)
      next[Int(word(value))] += 1
    }
    return (starts, places)
  }

  /// Adds a word's neighbours at one place among the words to its row.
  private typealias Neighbours = @Sendable (UnsafeBufferPointer<UInt32>, UInt32, inout Row) -> Void

  /// What `transform` makes of runs of rows, several runs being counted at a time.
  @inline(__always)
  private func mapRows<Result: Sendable>(
    of words: [UInt32], _ index: (starts: [Int], places: [UInt32]),
    _ transform: @Sendable ([WordPairs.Pair]) -> Result, _ count: @escaping Neighbours
  ) -> [Result] {
    let runs = runs(index.starts)
    guard runs.count > 1 else { return [unsafe transform(rows(0..<wordCount, of: words, index, count))] }
    let parts = Mutex([Result?](repeating: nil, count: runs.count))
    DispatchQueue.concurrentPerform(iterations: runs.count) { run in
      let made = unsafe transform(rows(runs[run], of: words, index, count))
      parts.withLock { $0[run] = made }
    }
    return parts.withLock { $0.compactMap { $0 } }
  }

  /// Runs of rows with about as many places each; one where there are few places.
  private func runs(_ starts: [Int]) -> [Range<Int>] {
    let size = max(starts[wordCount] / 16, leastRun)
    var runs: [Range<Int>] = []
    var first = 0
    for word in 0..<wordCount where starts[word + 1] - starts[first] >= size || word == wordCount - 1 {
      runs.append(first..<word + 1)
      first = word + 1
    }
    return runs
  }

  @inline(__always)
  private func rows(
    _ run: Range<Int>, of words: [UInt32], _ index: (starts: [Int], places: [UInt32]), _ count: Neighbours
  ) -> [WordPairs.Pair] {
    var counts = [UInt32](repeating: 0, count: wordCount)
    var pairs: [WordPairs.Pair] = []
    unsafe words.withUnsafeBufferPointer { words in
      unsafe counts.withUnsafeMutableBufferPointer { counts in
        var row = unsafe Row(counts)
        for word in run {
          for place in index.places[index.starts[word]..<index.starts[word + 1]] {
            unsafe count(words, place, &row)
          }
          for partner in row.touched {
            let count = row.take(partner)
            guard Int(count) >= minimum else { continue }
            pairs.append(WordPairs.Pair(first: partner, second: UInt32(word), count: count))
          }
          row.touched.removeAll(keepingCapacity: true)
        }
      }
    }
    return pairs
  }
}
