/// Where types occur.
final class PostingsReader {
  private let parts: SegmentParts

  init(_ parts: SegmentParts) {
    self.parts = parts
  }

  /// How many pages of the postings have not been read yet.
  var missingPages: Int { parts[.postings].missingPages }

  /// Calls `body` with each position of a type whose postings are at `range`, ascending.
  @inline(__always)
  func forEachPosition(at range: Range<Int>, _ body: (UInt32) -> Void) throws {
    var cursor = try cursor(at: range)
    while let position = try cursor.next() { body(position) }
  }

  /// Adds the positions of a type whose postings are at `range`, `offset` taken from each, to a set of the segment's
  /// tokens; those that this would make negative are left out.
  func insertPositions(at range: Range<Int>, minus offset: UInt32 = 0, into bits: PositionBits) throws {
    var cursor = try cursor(at: range)
    while let position = try cursor.next() {
      guard position >= offset else { continue }
      bits.insert(position - offset)
      try cursor.insertFours(minus: offset, into: bits)
    }
  }

  private func cursor(at range: Range<Int>) throws -> PostingsCursor {
    unsafe PostingsCursor(try parts[.postings].bytes(range), limit: parts.header.tokenCount)
  }
}

/// A place in the postings of one type, which are the differences between its positions as varints.
@safe private struct PostingsCursor {
  private let bytes: UnsafeRawBufferPointer
  private let limit: UInt64
  private var index = 0
  /// The position read last; before the first one less than 0, so that a difference of 0 is right for it only.
  private var position = UInt64.max

  /// Reads from `bytes`, which must outlive the cursor; positions must be less than `limit`.
  init(_ bytes: UnsafeRawBufferPointer, limit: Int) {
    unsafe self.bytes = bytes
    self.limit = UInt64(limit)
  }

  /// The next position; nil after the last.
  @inline(__always)
  mutating func next() throws(IndexError) -> UInt32? {
    let count = unsafe bytes.count
    guard index < count else { return nil }
    var delta = unsafe UInt64(bytes[index])
    index += 1
    if delta >= 0x80 {
      delta &= 0x7F
      var shift: UInt64 = 7
      while true {
        guard index < count, shift < 35 else { throw .damaged(.postings) }
        let byte = unsafe bytes[index]
        index += 1
        delta |= UInt64(byte & 0x7F) << shift
        shift += 7
        if byte < 0x80 { break }
      }
    }
    if position == .max { position = 0 } else if delta == 0 { throw .damaged(.postings) }
    position &+= delta
    guard position < limit else { throw .damaged(.postings) }
    return UInt32(truncatingIfNeeded: position)
  }

  /// Adds the positions that follow, `offset` taken from each, as long as four differences at a time are bytes, as most
  /// of a frequent word's are. A position that is not less than `offset` has been read.
  @inline(__always)
  mutating func insertFours(minus offset: UInt32, into bits: PositionBits) throws(IndexError) {
    let (ones, tops): (UInt32, UInt32) = (0x0101_0101, 0x8080_8080)
    let count = unsafe bytes.count
    let octets = unsafe bits.octets
    while index + 4 <= count {
      let four = unsafe UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self))
      // A difference of several bytes sets a top bit, one of 0 does once 1 is taken from it.
      guard (four | (four &- ones)) & tops == 0 else { return }
      var lanes = UInt64(four)
      lanes = (lanes | lanes << 16) & 0x0000_FFFF_0000_FFFF
      lanes = (lanes | lanes << 8) & 0x00FF_00FF_00FF_00FF
      // Of the four numbers of 16 bits each becomes the sum of itself and those below.
      let sums = lanes &* 0x0001_0001_0001_0001
      let base = position &- UInt64(offset)
      position &+= sums >> 48
      guard position < limit else { throw .damaged(.postings) }
      for lane: UInt64 in 0..<4 {
        let place = base &+ (sums &>> (16 &* lane)) & 0xFFFF
        unsafe octets[PositionBits.octet(of: place)] |= 1 &<< UInt8(truncatingIfNeeded: place & 7)
      }
      index += 4
    }
  }
}
