/// A set of tokens of one segment, as bits: for words so frequent that a list would cost more.
///
/// It stands behind a pointer, since it is written to and looked at once a token.
@safe final class PositionBits {
  private let pool: PositionPool
  private let wordCount: Int
  /// The bits of 64 tokens each, and two words that are 0 after them; valid as long as this object lives.
  let words: UnsafeMutablePointer<UInt64>

  /// No tokens of the segment that the memory is for.
  ///
  /// - Parameter first: the first word of 64 tokens that must be empty; who makes the set writes those before it.
  init(_ pool: PositionPool, emptyFrom first: Int = 0) {
    self.pool = pool
    wordCount = pool.wordCount
    unsafe words = pool.take(emptyFrom: first)
  }

  /// All tokens of the segment that the memory is for.
  convenience init(allIn pool: PositionPool) {
    let whole = pool.count / 64
    self.init(pool, emptyFrom: whole)
    for index in 0..<whole { unsafe words[index] = .max }
    unsafe words[whole] = (1 << UInt64(pool.count & 63)) - 1
  }

  /// No tokens of a segment with `count` tokens.
  convenience init(count: Int) { self.init(PositionPool(count: count)) }

  /// The tokens after which, `first` tokens on, one of the set `a` stands and, `second` tokens on, one of `b`, which
  /// are of one segment.
  convenience init(before a: PositionBits, by first: Int, and b: PositionBits, by second: Int) {
    let end = a.wordCount(upTo: a.count - max(first, second))
    self.init(a.pool, emptyFrom: end)
    let (a, b) = (ShiftedBits(a, by: first), ShiftedBits(b, by: second))
    for index in 0..<end { unsafe words[index] = a[index] & b[index] }
  }

  /// The tokens `offset` tokens before one of the set `next` from which so many tokens are in one answer.
  ///
  /// - Parameter lasts: the last token of each answer.
  convenience init(
    before next: PositionBits, by offset: Int, length: Int, inAnswersEndingWith lasts: PositionBits
  ) {
    let end = next.wordCount(upTo: next.count - max(offset, length - 1))
    self.init(next.pool, emptyFrom: end)
    let next = ShiftedBits(next, by: offset)
    for index in 0..<end { unsafe words[index] = next[index] }
    for step in 0..<max(0, length - 1) {
      let lasts = ShiftedBits(lasts, by: step)
      for index in 0..<end { unsafe words[index] &= ~lasts[index] }
    }
  }

  /// How many words hold the first `count` tokens.
  private func wordCount(upTo count: Int) -> Int { max(0, min(wordCount, (count + 63) / 64)) }

  /// The tokens of all `sets`, which are of one segment and at least one.
  convenience init(union sets: [PositionBits]) {
    self.init(sets[0].pool)
    for set in sets { formUnion(set) }
  }

  deinit { unsafe pool.give(words) }

  /// How many tokens the segment has.
  var count: Int { pool.count }
  /// How much memory the set takes.
  var byteCount: Int { 8 * (wordCount + 2) }

  /// The same bits by the byte: tokens beside each other are often in one word, and a machine writes to two bytes
  /// faster than twice to one word.
  var octets: UnsafeMutablePointer<UInt8> {
    unsafe UnsafeMutableRawPointer(words).assumingMemoryBound(to: UInt8.self)
  }

  /// The number among ``octets`` of the one with a token's bit, the lowest bit being that of the first of eight.
  @inline(__always)
  static func octet(of position: UInt64) -> Int {
    let octet = Int(truncatingIfNeeded: position >> 3)
    #if _endian(little)
      return octet
    #else
      return octet ^ 7
    #endif
  }

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

  /// Which of 64 tokens from `position` on are in the set, the first in the lowest bit; `position` is at most the
  /// segment's number of tokens, and may be negative.
  @inline(__always)
  func window(from position: Int) -> UInt64 {
    guard position >= 0 else { return position > -64 ? unsafe words[0] << UInt64(-position) : 0 }
    let (index, shift) = (position >> 6, UInt64(position & 63))
    return unsafe words[index] &>> shift | (words[index + 1] << 1) &<< (63 - shift)
  }

  /// How many tokens are in the set.
  var cardinality: Int {
    var total = 0
    // Without a check for overflow, which cannot happen, several words are counted at once.
    for index in 0..<wordCount { total &+= unsafe words[index].nonzeroBitCount }
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

  /// The token of the set with that number, counted from 0; nil where there are no more than so many.
  func token(numbered number: Int) -> UInt32? { tokens(numbered: [number]).first }

  /// The tokens of the set with these numbers, counted from 0 and ascending, as far as there are so many. Cost: some
  /// operations for every 64 tokens of the segment.
  func tokens(numbered numbers: [Int]) -> [UInt32] {
    var tokens: [UInt32] = []
    tokens.reserveCapacity(numbers.count)
    var before = 0
    for index in 0..<wordCount {
      guard tokens.count < numbers.count else { break }
      let word = unsafe words[index]
      let end = before + word.nonzeroBitCount
      while tokens.count < numbers.count, numbers[tokens.count] < end {
        var bits = word
        for _ in before..<numbers[tokens.count] { bits &= bits - 1 }
        tokens.append(UInt32(index * 64 + bits.trailingZeroBitCount))
      }
      before = end
    }
    return tokens
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

  /// The tokens in the set, ascending.
  func positions() -> [UInt32] {
    // Of every word at least so many are written, so that nothing depends on how many it has; those beyond are
    // written over.
    let least = 4
    return unsafe [UInt32](unsafeUninitializedCapacity: cardinality + least) { buffer, initialized in
      var next = 0
      for index in 0..<wordCount {
        var word = unsafe words[index]
        let count = word.nonzeroBitCount
        let base = UInt32(truncatingIfNeeded: index << 6)
        for lane in 0..<least {
          unsafe buffer[next &+ lane] = base | UInt32(truncatingIfNeeded: word.trailingZeroBitCount)
          word &= word &- 1
        }
        var lane = least
        while lane < count {
          unsafe buffer[next &+ lane] = base | UInt32(truncatingIfNeeded: word.trailingZeroBitCount)
          word &= word &- 1
          lane &+= 1
        }
        next &+= count
      }
      initialized = next
    }
  }
}

/// A set of tokens as if each stood so many places before its own, to be gone through by 64 tokens.
@safe private struct ShiftedBits {
  private let words: UnsafePointer<UInt64>
  private let shift: UInt64
  private let owner: PositionBits

  init(_ bits: PositionBits, by offset: Int) {
    owner = bits
    unsafe words = UnsafePointer(bits.words) + offset >> 6
    shift = UInt64(offset & 63)
  }

  /// The tokens that then are in a word of 64.
  @inline(__always)
  subscript(index: Int) -> UInt64 {
    unsafe words[index] &>> shift | (words[index &+ 1] << 1) &<< (63 &- shift)
  }
}
