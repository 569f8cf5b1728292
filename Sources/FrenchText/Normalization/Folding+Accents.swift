extension Folding {
  /// A word without its diacritics but with its capitals, œ and æ as two letters, every apostrophe straight and space plain:
  /// `L’Œuvré` gives `L'OEuvre`. Cost: linear.
  public static func withoutAccents(_ word: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in NormalForm.decomposed(word).unicodeScalars {
      switch scalar.value {
      case 0x2019, 0x02BC: plain.append("'")
      case let value where isSpace(value): plain.append(" ")
      case 0x152: plain.append(contentsOf: "OE".unicodeScalars)
      case 0x153: plain.append(contentsOf: "oe".unicodeScalars)
      case 0xC6: plain.append(contentsOf: "AE".unicodeScalars)
      case 0xE6: plain.append(contentsOf: "ae".unicodeScalars)
      case 0x300...0x36F: break
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}
