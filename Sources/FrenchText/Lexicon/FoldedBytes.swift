/// The key under which stems are kept: UTF-8 in lower case, without diacritics, œ and æ as two letters.
enum FoldedBytes {
  /// What each code point from U+00C0 to U+024F becomes: one or two bytes, the first in the low half.
  private static let table: [UInt16] = (0xC0..<LatinTable.count).map { value in
    switch value {
    case 0xC6, 0xE6: return 0x6561  // "ae"
    case 0x152, 0x153: return 0x656F  // "oe"
    default:
      let base = LatinTable.shared.base[value]
      if base < 0x80 { return base }
      return (0xC0 | base >> 6) | (0x80 | base & 0x3F) << 8
    }
  }

  /// Appends the key of `word`, UTF-8 in NFC, to `key`. Ill-formed UTF-8 is copied. Cost: linear.
  static func append(_ word: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]) {
    unsafe forEach(word) { key.append($0) }
  }

  /// Calls `body` with each byte of the key of `word`, UTF-8 in NFC.
  @inline(__always)
  static func forEach(_ word: UnsafeBufferPointer<UInt8>, _ body: (UInt8) -> Void) {
    var index = 0
    while index < word.count {
      let byte = unsafe word[index]
      if byte < 0x80 {
        body(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      } else if byte >= 0xC3, byte <= 0xC8, index + 1 < word.count {
        let value = Int(byte & 0x1F) << 6 | Int(unsafe word[index + 1] & 0x3F)
        let folded = table[value - 0xC0]
        body(UInt8(truncatingIfNeeded: folded))
        if folded > 0xFF { body(UInt8(truncatingIfNeeded: folded >> 8)) }
        index += 2
      } else if byte == 0xE2, index + 2 < word.count, unsafe word[index + 1] == 0x80,
        unsafe word[index + 2] == 0x99
      {
        body(0x27)
        index += 3
      } else {
        body(byte)
        index += 1
      }
    }
  }

  /// The key of a word.
  static func key(_ word: String) -> [UInt8] {
    var word = word
    var key: [UInt8] = []
    word.withUTF8 { bytes in unsafe append(bytes, to: &key) }
    return key
  }
}
