/// Reads numbers and texts off bytes; after the end, zeros and empty texts.
@safe struct TableReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  @unsafe init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = bytes
  }

  mutating func byte() -> UInt8 {
    guard unsafe place < bytes.count else { return 0 }
    defer { place += 1 }
    return unsafe bytes[place]
  }

  mutating func short() -> UInt16 { UInt16(byte()) | UInt16(byte()) << 8 }
  mutating func word() -> UInt32 { UInt32(short()) | UInt32(short()) << 16 }

  mutating func text() -> String {
    let count = unsafe min(Int(byte()), bytes.count - place)
    defer { place += count }
    return unsafe String(
      decoding: UnsafeBufferPointer(rebasing: bytes[place..<(place + count)]), as: UTF8.self)
  }
}
