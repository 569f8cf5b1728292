/// A place in the postings of one type (``PostingsCode``).
@safe struct PostingsCursor {
  private let bytes: UnsafeRawBufferPointer
  private let limit: UInt64
  private let low: UInt64
  private var rest: Int
  /// The bit that is read next.
  private var bit = 0
  /// The position read last; before the first, one less than 0.
  private var position = UInt64.max

  /// Reads the positions of a type that `frequency` of a segment's `tokens` have from `bytes`, which must outlive the
  /// cursor.
  init(_ bytes: UnsafeRawBufferPointer, frequency: Int, tokens: Int) {
    unsafe self.bytes = bytes
    limit = UInt64(tokens)
    low = UInt64(PostingsCode.lowBits(frequency: frequency, tokens: tokens))
    rest = frequency
  }

  /// The next position; nil after the last.
  ///
  /// - Throws: ``IndexError/damaged(_:)`` where the bytes end before the last position or go on after it, and where a
  ///   position is none of the segment's.
  mutating func next() throws(IndexError) -> UInt32? {
    guard rest > 0 else {
      guard unsafe (bit + 7) >> 3 == bytes.count else { throw .damaged(.postings) }
      return nil
    }
    rest -= 1
    var high: UInt64 = 0
    while true {
      guard unsafe bit < 8 * bytes.count else { throw .damaged(.postings) }
      let window = word(at: bit)
      let zeros = window.trailingZeroBitCount
      guard zeros == 64 else {
        high += UInt64(zeros)
        bit += zeros + 1
        break
      }
      let skipped = 64 - bit & 7
      high += UInt64(skipped)
      bit += skipped
    }
    guard high <= limit >> low else { throw .damaged(.postings) }
    let distance = high << low | word(at: bit) & (1 << low - 1)
    bit += Int(low)
    position = position &+ distance &+ 1
    guard position < limit else { throw .damaged(.postings) }
    return UInt32(truncatingIfNeeded: position)
  }

  /// Adds the positions that follow to a set.
  @inline(__always)
  mutating func insert(into bits: PositionBits) throws(IndexError) {
    let octets = unsafe bits.octets
    while let first = try next() {
      bits.insert(first)
      forSome(before: limit, leaving: 0) { position in
        unsafe octets[PositionBits.octet(of: position)] |= 1 &<< UInt8(truncatingIfNeeded: position & 7)
      }
    }
  }

  /// Adds the positions that follow, those before `stop`, to bits of which the first is that of the position `base`;
  /// none before it follows.
  mutating func insert(
    before stop: UInt64, into octets: UnsafeMutablePointer<UInt8>, from base: UInt64
  ) throws(IndexError) {
    while true {
      let here = self
      guard let first = try next(), UInt64(first) < stop else {
        self = here
        return
      }
      let bit = UInt64(first) - base
      unsafe octets[PositionBits.octet(of: bit)] |= 1 &<< UInt8(truncatingIfNeeded: bit & 7)
      forSome(before: min(stop, limit), leaving: 0) { position in
        let bit = position &- base
        unsafe octets[PositionBits.octet(of: bit)] |= 1 &<< UInt8(truncatingIfNeeded: bit & 7)
      }
    }
  }

  /// Goes past the positions before `start`.
  mutating func skip(before start: UInt64) throws(IndexError) {
    while true {
      let here = self
      guard let position = try next(), UInt64(position) < start else {
        self = here
        return
      }
    }
  }

  /// Writes the positions that follow to `target`, as many as it has room for.
  ///
  /// - Returns: how many; 0 after the last.
  mutating func read(into target: UnsafeMutableBufferPointer<UInt32>) throws(IndexError) -> Int {
    var count = 0
    while count < target.count, let first = try next() {
      unsafe target[count] = first
      count += 1
      forSome(before: limit, leaving: max(0, rest - (target.count - count))) { position in
        unsafe target[count] = UInt32(truncatingIfNeeded: position)
        count &+= 1
      }
    }
    return count
  }

  /// Goes on by positions before `stop`, until so many are left, as long as each is in the 64 bits that were read for
  /// the one before it or begins the next; all but a few of a frequent word's are.
  @inline(__always)
  private mutating func forSome(before stop: UInt64, leaving least: Int, _ body: (UInt64) -> Void) {
    guard let base = unsafe bytes.baseAddress else { return }
    let (low, mask, last) = (low, UInt64(1) << low - 1, unsafe bytes.count - 8)
    // What changes with each position is kept where the processor has it at once, rather than in this cursor.
    var (bit, position, rest) = (bit, position, rest)
    defer { (self.bit, self.position, self.rest) = (bit, position, rest) }
    while rest > least, bit >> 3 <= last {
      let start = bit
      let offset = UInt64(truncatingIfNeeded: bit & 7)
      var window =
        unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self)) &>> offset
      var room = 64 &- offset
      repeat {
        let zeros = UInt64(truncatingIfNeeded: window.trailingZeroBitCount)
        let width = zeros &+ 1 &+ low
        guard width < room else { break }
        let next = position &+ (zeros &<< low | (window &>> (zeros &+ 1)) & mask) &+ 1
        // Where it is none of the segment's, the slower way says so.
        guard next < stop else { return }
        position = next
        body(next)
        window = window &>> width
        room &-= width
        bit &+= Int(truncatingIfNeeded: width)
        rest &-= 1
      } while rest > least
      if bit == start { return }
    }
  }

  /// The bits from a place on, the first lowest: 57 at least, those beyond the end 0.
  @inline(__always)
  private func word(at bit: Int) -> UInt64 {
    let byte = bit >> 3
    guard unsafe byte + 8 <= bytes.count else { return lastWord(at: bit) }
    return unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: byte, as: UInt64.self))
      &>> UInt64(bit & 7)
  }

  private func lastWord(at bit: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in unsafe min(bit >> 3, bytes.count)..<bytes.count {
      unsafe word |= UInt64(bytes[index]) << UInt64(8 * (index - bit >> 3))
    }
    return word >> UInt64(bit & 7)
  }
}
