/// Where types occur.
final class PostingsReader {
  private let parts: SegmentParts
  private let types: TypeTableReader

  init(_ parts: SegmentParts, _ types: TypeTableReader) {
    self.parts = parts
    self.types = types
  }

  /// How many pages of the postings have not been read yet.
  var missingPages: Int { parts[.postings].missingPages }

  /// Calls `body` with each position of a type, ascending.
  @inline(__always)
  func forEachPosition(of type: UInt32, _ body: (UInt32) -> Void) throws {
    var cursor = try cursor(of: type)
    while let position = try cursor.next() { body(position) }
  }

  /// Adds the positions of a type to a set of the segment's tokens.
  func insertPositions(of type: UInt32, into bits: PositionBits) throws {
    var cursor = try cursor(of: type)
    while let position = try cursor.next() {
      bits.insert(position)
      try cursor.insertSome(into: bits)
    }
  }

  private func cursor(of type: UInt32) throws -> PostingsCursor {
    unsafe PostingsCursor(
      try parts[.postings].bytes(types.postings(of: type)), frequency: try types.frequency(of: type),
      tokens: parts.header.tokenCount)
  }
}
