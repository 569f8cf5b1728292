/// The spaces of Unicode, in UTF-8.
enum Spaces {
  /// How many bytes the space at `index` has; 0 where there is none. Control characters count as spaces.
  @inline(__always)
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = unsafe bytes[index]
    if byte <= 0x20 { return 1 }
    if byte < 0xC2 { return 0 }
    return unsafe wideLength(bytes, byte, at: index)
  }

  private static func wideLength(_ bytes: UnsafeBufferPointer<UInt8>, _ byte: UInt8, at index: Int) -> Int {
    guard index + 1 < bytes.count else { return 0 }
    let second = unsafe bytes[index + 1]
    if byte == 0xC2 { return second == 0xA0 || second == 0x85 ? 2 : 0 }
    guard byte >= 0xE1, byte <= 0xE3, index + 2 < bytes.count else { return 0 }
    let third = unsafe bytes[index + 2]
    switch (byte, second) {
    case (0xE1, 0x9A): return third == 0x80 ? 3 : 0
    case (0xE2, 0x80): return (0x80...0x8A).contains(third) || [0xA8, 0xA9, 0xAF].contains(third) ? 3 : 0
    case (0xE2, 0x81): return third == 0x9F ? 3 : 0
    case (0xE3, 0x80): return third == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// Whether the space at `index` ends a line.
  @inline(__always)
  static func breaksLine(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let byte = unsafe bytes[index]
    if byte < 0x80 { return byte == 0x0A || byte == 0x0D }
    if byte == 0xC2 { return unsafe bytes[index + 1] == 0x85 }
    return unsafe byte == 0xE2 && bytes[index + 1] == 0x80 && (bytes[index + 2] & 0xFE) == 0xA8
  }

  /// How many bytes the space at `index` has where it stands between two digits on one line, else 0.
  @inline(__always)
  static func lengthBetweenDigits(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    guard index > 0, index < bytes.count, unsafe bytes[index - 1] &- 0x30 < 10 else { return 0 }
    let length = unsafe length(bytes, at: index)
    guard length > 0, index + length < bytes.count, unsafe bytes[index + length] &- 0x30 < 10 else {
      return 0
    }
    let first = unsafe bytes[index]
    return unsafe first < 0x20 || breaksLine(bytes, at: index) ? 0 : length
  }
}
