/// Runs of the letters that French is written with, in UTF-8: A to Z, U+00C0 to U+00FF, Œ and œ.
///
/// A chunk of these alone is one word whatever it is, unless a capital stands inside it (`salariéE`).
struct LetterRun {
  /// The byte after its last.
  let end: Int
  /// How many code points it has.
  let length: Int

  /// The run that starts at a byte.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    var index = start
    var wide = 0
    while index < bytes.count {
      let byte = unsafe bytes[index]
      if (byte | 0x20) &- 0x61 < 26 {
        index += 1
      } else if index + 1 < bytes.count, unsafe Self.isWide(byte, bytes[index + 1]) {
        index += 2
        wide += 1
      } else {
        break
      }
    }
    end = index
    length = index - start - wide
  }

  @inline(__always)
  private static func isWide(_ byte: UInt8, _ next: UInt8) -> Bool {
    // Not × and ÷, which stand among the letters.
    byte == 0xC3 && next & 0xC0 == 0x80 && next & 0xDF != 0x97 || byte == 0xC5 && next & 0xFE == 0x92
  }

  /// Whether no capital follows a small letter among these bytes, which are such a run.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var afterSmall = false
    var index = 0
    while index < bytes.count {
      let byte = unsafe bytes[index]
      let isSmall: Bool
      switch byte {
      case 0xC3:
        index += 1
        isSmall = unsafe bytes[index] >= 0xA0 || bytes[index] == 0x9F
      case 0xC5:
        index += 1
        isSmall = unsafe bytes[index] & 1 == 1
      default: isSmall = byte & 0x20 != 0
      }
      if afterSmall && !isSmall { return false }
      afterSmall = isSmall
      index += 1
    }
    return true
  }
}
