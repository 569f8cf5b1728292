/// A place in the bytes of one part, from which numbers are read one after the other; never beyond the end.
@safe struct ByteCursor {
  private let bytes: UnsafeRawBufferPointer
  private let part: SegmentPart
  private(set) var offset = 0

  /// Reads from `bytes`, which must outlive the cursor.
  init(_ bytes: UnsafeRawBufferPointer, of part: SegmentPart) {
    unsafe self.bytes = bytes
    self.part = part
  }

  var isAtEnd: Bool { unsafe offset >= bytes.count }

  mutating func byte() throws(IndexError) -> UInt8 {
    guard unsafe offset < bytes.count else { throw .damaged(part) }
    defer { offset += 1 }
    return unsafe bytes[offset]
  }

  @inline(__always)
  mutating func varint() throws(IndexError) -> UInt32 {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    while true {
      guard unsafe offset < bytes.count, shift < 35 else { throw .damaged(part) }
      let byte = unsafe bytes[offset]
      offset += 1
      value |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  /// The next bytes, as many as a varint before them says.
  mutating func counted() throws(IndexError) -> UnsafeRawBufferPointer {
    unsafe try slice(Int(try varint()))
  }

  /// The next `count` bytes.
  mutating func slice(_ count: Int) throws(IndexError) -> UnsafeRawBufferPointer {
    guard unsafe count <= bytes.count - offset else { throw .damaged(part) }
    defer { offset += count }
    return unsafe UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }
}
