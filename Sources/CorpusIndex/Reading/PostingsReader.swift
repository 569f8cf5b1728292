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
    let limit = UInt64(parts.header.tokenCount)
    let bytes = unsafe try parts[.postings].bytes(range)
    // One before the first token, so that a difference of 0 is right for the first position only.
    var position = UInt64.max
    var index = 0
    let count = bytes.count
    while index < count {
      var delta = unsafe UInt64(bytes[index])
      index += 1
      if delta >= 0x80 {
        delta &= 0x7F
        var shift: UInt64 = 7
        while true {
          guard index < count, shift < 35 else { throw IndexError.damaged(.postings) }
          let byte = unsafe bytes[index]
          index += 1
          delta |= UInt64(byte & 0x7F) << shift
          shift += 7
          if byte < 0x80 { break }
        }
      }
      if position == .max { position = 0 } else if delta == 0 { throw IndexError.damaged(.postings) }
      position &+= delta
      guard position < limit else { throw IndexError.damaged(.postings) }
      body(UInt32(truncatingIfNeeded: position))
    }
  }
}
