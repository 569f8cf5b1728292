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
}
