internal import CICU

/// The normal forms of Unicode, from ICU.
enum NormalForm {
  /// The canonical composition (NFC) of a text. Ill-formed UTF-8 becomes U+FFFD. Cost: linear.
  static func composed(_ text: String) -> String { normalized(text, compose: 1) }

  /// The canonical decomposition (NFD) of a text. Cost: linear.
  static func decomposed(_ text: String) -> String { normalized(text, compose: 0) }

  private static func normalized(_ text: String, compose: Int32) -> String {
    var text = text
    return text.withUTF8 { source in
      let length = Int32(clamping: source.count)
      let capacity = source.count * 3 + 16
      return unsafe String(unsafeUninitializedCapacity: capacity) { target in
        let made = unsafe cicu_normalize(
          source.baseAddress, length, compose, target.baseAddress, Int32(clamping: capacity))
        return made < 0 ? 0 : min(Int(made), capacity)
      }
    }
  }

  /// Whether text of these bytes is surely its own NFC: no code point from U+0300 on but those of general
  /// punctuation and of the currency signs that nothing composes. A false answer means only "ask ICU".
  static func isSurelyComposed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = unsafe bytes[index]
      if byte < 0xCC {
        index += 1
      } else if byte == 0xE2, index + 2 < bytes.count {
        let (second, third) = unsafe (bytes[index + 1], bytes[index + 2])
        guard (second == 0x80 && third >= 0x82) || second == 0x82 else { return false }
        index += 3
      } else {
        return false
      }
    }
    return true
  }
}
