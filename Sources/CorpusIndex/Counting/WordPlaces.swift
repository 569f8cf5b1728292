/// Where each of some words stands in a stream, ascending.
@safe final class WordPlaces: @unchecked Sendable {
  // Sendable since it is written only while it is made, each place by one thread.

  private let words: Range<Int>
  private let starts: [Int]
  private let places: UnsafeMutablePointer<UInt32>
  private let byteCount: Int

  /// The places of words in a range of numbers, sorted by counting them first.
  ///
  /// - Parameter mask: what of the values in the stream is the word; what is out of the range has no place.
  init(of words: Range<Int>, in stream: WordStream, mask: UInt32) {
    self.words = words
    let (first, count) = (UInt32(words.lowerBound), UInt32(words.count))
    var next = Workers.map(stream.pieces.count, state: 0) { piece, _ in
      var counts = [UInt32](repeating: 0, count: words.count)
      unsafe counts.withUnsafeMutableBufferPointer { counts in
        for index in stream.pieces[piece] {
          let own = unsafe (stream.words[index] & mask) &- first
          if own < count { unsafe counts[Int(own)] += 1 }
        }
      }
      return counts
    }.results
    var starts = [0]
    starts.reserveCapacity(words.count + 1)
    var sum = 0
    for index in 0..<words.count {
      for piece in next.indices {
        let count = Int(next[piece][index])
        next[piece][index] = UInt32(sum)
        sum += count
      }
      starts.append(sum)
    }
    self.starts = starts
    byteCount = sum * MemoryLayout<UInt32>.stride
    let memory = unsafe ZeroedMemory.take(byteCount: byteCount)
    nonisolated(unsafe) let places = unsafe memory.bindMemory(to: UInt32.self, capacity: sum)
    unsafe self.places = unsafe places
    let firstPlaces = next
    _ = Workers.map(stream.pieces.count, state: 0) { piece, _ in
      var next = firstPlaces[piece]
      unsafe next.withUnsafeMutableBufferPointer { next in
        for index in stream.pieces[piece] {
          let own = unsafe (stream.words[index] & mask) &- first
          guard own < count else { continue }
          unsafe places[Int(next[Int(own)])] = UInt32(truncatingIfNeeded: index)
          unsafe next[Int(own)] &+= 1
        }
      }
    }
  }

  deinit { unsafe ZeroedMemory.release(places, byteCount: byteCount) }

  /// How many places there are.
  var count: Int { starts[words.count] }

  /// The places of a word of the range; valid as long as this object lives.
  subscript(word: Int) -> UnsafeBufferPointer<UInt32> {
    let index = word - words.lowerBound
    return unsafe UnsafeBufferPointer(start: places + starts[index], count: starts[index + 1] - starts[index])
  }

  /// Runs of words with at least `size` places each, but for the last.
  func runs(size: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in 0..<words.count
    where starts[index + 1] - starts[start] >= size || index == words.count - 1 {
      runs.append(start + words.lowerBound..<index + 1 + words.lowerBound)
      start = index + 1
    }
    return runs
  }
}
