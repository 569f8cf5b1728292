/// Which words of a stream co-occur.
protocol PairNeighbours: Sendable {
  /// Counts the pairs of words below `size` in a piece of a stream.
  ///
  /// - Parameter cells: `size` + 1 rows of as many columns; the pair of two words counts at either side of the
  ///   diagonal, what is on it and in the last row and column means nothing.
  func count(
    _ words: UnsafePointer<UInt32>, _ piece: Range<Int>, size: Int, _ cells: UnsafeMutablePointer<UInt32>)

  /// Something of what is looked at for a word at this place: to be asked for several places together, since memory
  /// far from the core then comes at once for all of them.
  func glimpse(_ place: Int, in words: UnsafePointer<UInt32>) -> UInt32

  /// Calls `body` with each word below `own` that co-occurs with that word at this place, and perhaps with `own`.
  func forEach(
    at place: Int, _ own: UInt32, in words: UnsafePointer<UInt32>, _ body: (Int) -> Void)
}

/// Words of one unit, which are different and ascend.
struct UnitNeighbours: PairNeighbours {
  @inline(__always)
  func count(
    _ words: UnsafePointer<UInt32>, _ piece: Range<Int>, size: Int, _ cells: UnsafeMutablePointer<UInt32>
  ) {
    let limit = UInt32(size)
    var start = piece.lowerBound
    while start < piece.upperBound {
      var index = start
      var own = unsafe words[index] & ~WordStream.first
      while own < limit {
        let row = unsafe cells + Int(own) * (size + 1)
        var other = start
        while other < index {
          unsafe row[Int(words[other] & ~WordStream.first)] += 1
          other += 1
        }
        index += 1
        guard index < piece.upperBound, unsafe words[index] & WordStream.first == 0 else { break }
        own = unsafe words[index]
      }
      start = max(index, start + 1)
      while start < piece.upperBound, unsafe words[start] & WordStream.first == 0 { start += 1 }
    }
  }

  @inline(__always)
  func glimpse(_ place: Int, in words: UnsafePointer<UInt32>) -> UInt32 {
    unsafe words[place] ^ words[place - 16] ^ words[place - 32] ^ words[place - 48]
  }

  @inline(__always)
  func forEach(
    at place: Int, _ own: UInt32, in words: UnsafePointer<UInt32>, _ body: (Int) -> Void
  ) {
    var index = place
    while unsafe words[index] & WordStream.first == 0 {
      index -= 1
      body(Int(unsafe words[index] & ~WordStream.first))
    }
  }
}

/// Tokens at most `width` apart in one answer.
struct WindowNeighbours: PairNeighbours {
  let width: Int

  @inline(__always)
  func count(
    _ words: UnsafePointer<UInt32>, _ piece: Range<Int>, size: Int, _ cells: UnsafeMutablePointer<UInt32>
  ) {
    let limit = UInt32(size)
    unsafe forEachAnswer(words, piece) { answer in
      for index in answer {
        let own = unsafe words[index]
        guard own < limit else { continue }
        let row = unsafe cells + Int(own) * (size + 1)
        // What is no frequent word counts in the last column, which costs less than to ask whether it is.
        for other in index + 1..<min(index + 1 + width, answer.upperBound) {
          unsafe row[Int(min(words[other], limit))] += 1
        }
      }
    }
  }

  @inline(__always)
  func glimpse(_ place: Int, in words: UnsafePointer<UInt32>) -> UInt32 {
    let near = min(width, WordStream.margin)
    return unsafe words[place - near] ^ words[place + near]
  }

  @inline(__always)
  func forEach(
    at place: Int, _ own: UInt32, in words: UnsafePointer<UInt32>, _ body: (Int) -> Void
  ) {
    // What is not below the own word counts as this, which costs less than to ask whether it is.
    var index = place + 1
    while index <= place + width {
      let word = unsafe words[index]
      if word == WordStream.boundary { break }
      body(Int(min(word, own)))
      index += 1
    }
    index = place - 1
    while index >= place - width {
      let word = unsafe words[index]
      if word == WordStream.boundary { break }
      body(Int(min(word, own)))
      index -= 1
    }
  }

  /// Counts the pairs of counted tokens with each word in a piece of a stream; returns how many there are in all.
  func countPlaces(
    _ words: UnsafePointer<UInt32>, _ piece: Range<Int>, _ ofWord: UnsafeMutableBufferPointer<Int>
  ) -> Int {
    var total = 0
    unsafe forEachAnswer(words, piece) { answer in
      // How many counted tokens are near before and after the current one.
      var (before, after) = (0, 0)
      for index in answer.prefix(width) where unsafe words[index] != WordStream.other { after += 1 }
      for index in answer {
        let own = unsafe words[index]
        let isCounted = own != WordStream.other
        if index + width < answer.upperBound, unsafe words[index + width] != WordStream.other { after += 1 }
        if isCounted { after -= 1 }
        if index - width > answer.lowerBound, unsafe words[index - width - 1] != WordStream.other {
          before -= 1
        }
        guard isCounted else { continue }
        total += after
        if own < WordStream.unlisted {
          var alike = 0
          for other in index + 1..<min(index + 1 + width, answer.upperBound) {
            alike += unsafe words[other] == own ? 1 : 0
          }
          unsafe ofWord[Int(own)] += before + after - alike
        }
        before += 1
      }
    }
    return total
  }

  @inline(__always)
  private func forEachAnswer(
    _ words: UnsafePointer<UInt32>, _ piece: Range<Int>, _ body: (Range<Int>) -> Void
  ) {
    var start = piece.lowerBound
    while start < piece.upperBound {
      var end = start
      while end < piece.upperBound, unsafe words[end] != WordStream.boundary { end += 1 }
      body(start..<end)
      start = end + 1
    }
  }
}
