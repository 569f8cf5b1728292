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

  /// Adds the positions that follow to a set, as long as each is in the 64 bits that were read for the one before it
  /// or begins the next; all but a few of a frequent word's are.
  @inline(__always)
  mutating func insertSome(into bits: PositionBits) throws(IndexError) {
    let octets = unsafe bits.octets
    let (low, mask) = (low, UInt64(1) << low - 1)
    while rest > 0, unsafe bit >> 3 + 8 <= bytes.count {
      var window = word(at: bit)
      let start = bit
      let end = bit + 64 - bit & 7
      while rest > 0 {
        let zeros = UInt64(truncatingIfNeeded: window.trailingZeroBitCount)
        let width = zeros &+ 1 &+ low
        guard bit &+ Int(truncatingIfNeeded: width) < end else { break }
        position = position &+ (zeros &<< low | (window &>> (zeros &+ 1)) & mask) &+ 1
        guard position < limit else { throw .damaged(.postings) }
        unsafe octets[PositionBits.octet(of: position)] |= 1 &<< UInt8(truncatingIfNeeded: position & 7)
        window = window &>> width
        bit &+= Int(truncatingIfNeeded: width)
        rest &-= 1
      }
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
