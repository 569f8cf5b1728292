/// Where types occur.
final class PostingsReader {
  private let parts: SegmentParts

  init(_ parts: SegmentParts) {
    self.parts = parts
  }

  /// Calls `body` with each position of a type whose postings are at `range`, ascending.
  @inline(__always)
  func forEachPosition(at range: Range<Int>, _ body: (UInt32) -> Void) throws {
    let limit = UInt64(parts.header.tokenCount)
    let bytes = unsafe try parts[.postings].bytes(range)
    var position: UInt64 = 0
    var isFirst = true
    var index = 0
    while index < bytes.count {
      var byte = unsafe bytes[index]
      index += 1
      var delta = UInt64(byte & 0x7F)
      var shift: UInt64 = 7
      while byte >= 0x80 {
        guard index < bytes.count, shift < 35 else { throw IndexError.damaged(.postings) }
        byte = unsafe bytes[index]
        index += 1
        delta |= UInt64(byte & 0x7F) << shift
        shift += 7
      }
      guard isFirst || delta > 0 else { throw IndexError.damaged(.postings) }
      position += delta
      guard position < limit else { throw IndexError.damaged(.postings) }
      body(UInt32(truncatingIfNeeded: position))
      isFirst = false
    }
  }
}
