/// Eight bytes that are looked at together.
struct ByteBlock {
  private let bits: UInt64

  private static let lowBits: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The bytes from an offset on, of which there must be eight.
  @inline(__always)
  init(_ bytes: Span<UInt8>, at offset: Int) {
    precondition(offset >= 0 && offset <= bytes.count - 8)
    let loaded = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    bits = UInt64(littleEndian: loaded)
  }

  /// How many bytes come before the first quote or line end; 8 where there is none.
  @inline(__always)
  var lengthBeforeQuoteOrLineEnd: Int {
    (marks(34) | marks(10) | marks(13)).trailingZeroBitCount >> 3
  }

  /// A number whose lowest bit is in the first byte that is this one; zero where none is.
  @inline(__always)
  private func marks(_ byte: UInt8) -> UInt64 {
    // What is zero borrows from its high bit, and may make those above it borrow as well.
    let others = bits ^ Self.lowBits &* UInt64(byte)
    return (others &- Self.lowBits) & ~others & Self.highBits
  }
}
