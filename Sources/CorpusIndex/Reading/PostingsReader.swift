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
    try unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 256) { buffer in
      while true {
        let count = unsafe try cursor.read(into: buffer)
        guard count > 0 else { return }
        for index in 0..<count { unsafe body(buffer[index]) }
      }
    }
  }

  /// The positions of some types, those of one after those of another, each type's ascending.
  func positions(of types: [UInt32], frequency: Int) throws -> [UInt32] {
    var missing = false
    let positions = try unsafe [UInt32](unsafeUninitializedCapacity: frequency) { buffer, count in
      for type in types {
        var cursor = try cursor(of: type)
        let left = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count...])
        let read = unsafe try cursor.read(into: left)
        count += read
        // The types' frequencies add up to no less than there are.
        if try cursor.next() != nil { missing = true }
      }
    }
    guard !missing else { throw IndexError.damaged(.types) }
    return positions
  }

  /// Adds the positions of a type to a set of the segment's tokens.
  func insertPositions(of type: UInt32, into bits: PositionBits) throws {
    var cursor = try cursor(of: type)
    try cursor.insert(into: bits)
  }

  /// The positions of a type, from the first on; valid as long as this object lives.
  func cursor(of type: UInt32) throws -> PostingsCursor {
    unsafe PostingsCursor(
      try parts[.postings].bytes(types.postings(of: type)), frequency: try types.frequency(of: type),
      tokens: parts.header.tokenCount)
  }
}
