/// Runs of the letters that French is written with, in UTF-8: A to Z, U+00C0 to U+00FF, Œ and œ.
///
/// A chunk of these alone is one word whatever it is, unless a capital stands inside it (`salariéE`).
struct LetterRun {
  /// The byte after its last.
  let end: Int
  /// How many code points it has.
  let length: Int

  /// Whether no capital follows a small letter, as far as that is known at once; ``isPlain(_:)`` tells the rest.
  let isSurelyPlain: Bool

  /// The run that starts at a byte.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    if start + 16 <= bytes.count, let short = unsafe Self.shortRun(bytes, from: start) {
      self = short
    } else {
      self = unsafe Self.anyRun(bytes, from: start)
    }
  }

  private init(end: Int, length: Int, isSurelyPlain: Bool) {
    self.end = end
    self.length = length
    self.isSurelyPlain = isSurelyPlain
  }

  /// The run, where it is of at most sixteen letters of ASCII and such a byte follows; eight bytes at once.
  @inline(__always)
  private static func shortRun(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> LetterRun? {
    let raw = UnsafeRawBufferPointer(bytes)
    var block = unsafe raw.loadUnaligned(fromByteOffset: start, as: UInt64.self)
    var others = ~letters(block) & highBits
    var length = others.trailingZeroBitCount >> 3
    var capitals = ~(block << 2) & highBits & ~0xFF
    if others == 0 {
      // A small letter has its bit 5 set, which the shift has brought to the top of its byte.
      guard capitals == 0 else { return nil }
      block = unsafe raw.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self)
      others = ~letters(block) & highBits
      guard others != 0 else { return nil }
      capitals = ~(block << 2) & highBits
      length = 8 + others.trailingZeroBitCount >> 3
    }
    guard unsafe bytes[start + length] < 0x80 else { return nil }
    // Of the bits below the lowest that ends the run.
    capitals &= (others & (0 &- others)) &- 1
    return LetterRun(end: start + length, length: length, isSurelyPlain: capitals == 0)
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte that is a letter of ASCII.
  @inline(__always)
  private static func letters(_ block: UInt64) -> UInt64 {
    let small = (block & ~highBits) | 0x2020_2020_2020_2020
    // No sum reaches the next byte: 0x7F + 0x1F is below 0x100.
    let fromA = small &+ 0x1F1F_1F1F_1F1F_1F1F
    let afterZ = small &+ 0x0505_0505_0505_0505
    return fromA & ~afterZ & ~block & highBits
  }

  private static func anyRun(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> LetterRun {
    var index = start
    var wide = 0
    // What a capital is after: the first letter may be one.
    var hasLaterCapital = false
    while index < bytes.count {
      let byte = unsafe bytes[index]
      if (byte | 0x20) &- 0x61 < 26 {
        hasLaterCapital = hasLaterCapital || index > start && byte & 0x20 == 0
        index += 1
      } else if index + 1 < bytes.count, unsafe isWide(byte, bytes[index + 1]) {
        hasLaterCapital = unsafe hasLaterCapital || index > start && !isWideSmall(byte, bytes[index + 1])
        index += 2
        wide += 1
      } else {
        break
      }
    }
    return LetterRun(end: index, length: index - start - wide, isSurelyPlain: !hasLaterCapital)
  }

  @inline(__always)
  private static func isWide(_ byte: UInt8, _ next: UInt8) -> Bool {
    // Not × and ÷, which stand among the letters.
    byte == 0xC3 && next & 0xC0 == 0x80 && next & 0xDF != 0x97 || byte == 0xC5 && next & 0xFE == 0x92
  }

  /// Whether a letter of two bytes is a small one.
  @inline(__always)
  private static func isWideSmall(_ byte: UInt8, _ next: UInt8) -> Bool {
    byte == 0xC3 ? next >= 0xA0 || next == 0x9F : next & 1 == 1
  }

  /// Whether no capital follows a small letter among these bytes, which are such a run.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var afterSmall = false
    var index = 0
    while index < bytes.count {
      let byte = unsafe bytes[index]
      let isSmall: Bool
      switch byte {
      case 0xC3, 0xC5:
        index += 1
        isSmall = unsafe isWideSmall(byte, bytes[index])
      default: isSmall = byte & 0x20 != 0
      }
      if afterSmall && !isSmall { return false }
      afterSmall = isSmall
      index += 1
    }
    return true
  }
}
