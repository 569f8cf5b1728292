/// A set of tokens of one segment, as bits: for words so frequent that a list would cost more.
///
/// It stands behind a pointer, since it is written to and looked at once a token.
@safe final class PositionBits {
  /// How many tokens the segment has.
  let count: Int
  private let wordCount: Int
  private let words: UnsafeMutablePointer<UInt64>

  /// No tokens of a segment with `count` tokens.
  init(count: Int) {
    self.count = count
    wordCount = (count + 63) / 64
    unsafe words = UnsafeMutablePointer<UInt64>.allocate(capacity: max(1, wordCount))
    unsafe words.initialize(repeating: 0, count: max(1, wordCount))
  }

  deinit { unsafe words.deallocate() }

  /// Adds a token of the segment.
  @inline(__always)
  func insert(_ position: UInt32) {
    unsafe words[Int(position >> 6)] |= 1 << UInt64(position & 63)
  }

  /// Whether a token of the segment is in the set.
  @inline(__always)
  func contains(_ position: UInt32) -> Bool {
    unsafe words[Int(position >> 6)] >> UInt64(position & 63) & 1 == 1
  }

  func formUnion(_ other: PositionBits) {
    for index in 0..<min(wordCount, other.wordCount) { unsafe words[index] |= other.words[index] }
  }

  /// How many tokens are in the set.
  var cardinality: Int {
    var total = 0
    for index in 0..<wordCount { total += unsafe words[index].nonzeroBitCount }
    return total
  }

  /// The first token in the set from `position` on.
  @inline(__always)
  func first(from position: UInt32) -> UInt32? {
    var index = Int(position >> 6)
    guard index < wordCount else { return nil }
    var word = unsafe words[index] & (UInt64.max << UInt64(position & 63))
    while word == 0 {
      index += 1
      guard index < wordCount else { return nil }
      word = unsafe words[index]
    }
    return UInt32(index * 64 + word.trailingZeroBitCount)
  }

  /// Takes the tokens in `range` out of the set.
  func remove(_ range: Range<UInt32>) {
    guard !range.isEmpty else { return }
    let (first, last) = (Int(range.lowerBound >> 6), Int((range.upperBound - 1) >> 6))
    let head = UInt64.max << UInt64(range.lowerBound & 63)
    let tail = UInt64.max >> UInt64(63 - (range.upperBound - 1) & 63)
    if first == last {
      unsafe words[first] &= ~(head & tail)
      return
    }
    unsafe words[first] &= ~head
    for index in first + 1..<last { unsafe words[index] = 0 }
    unsafe words[last] &= ~tail
  }

  /// Calls `body` with each token in the set, ascending.
  @inline(__always)
  func forEach(_ body: (UInt32) throws -> Void) rethrows {
    for index in 0..<wordCount {
      var word = unsafe words[index]
      while word != 0 {
        try body(UInt32(index * 64 + word.trailingZeroBitCount))
        word &= word - 1
      }
    }
  }

  /// The tokens in the set, ascending.
  func positions() -> [UInt32] {
    let count = cardinality
    return unsafe [UInt32](unsafeUninitializedCapacity: count) { buffer, initialized in
      var next = 0
      forEach { position in
        unsafe buffer[next] = position
        next += 1
      }
      initialized = next
    }
  }
}
