/// Foldings under which words are looked up.
public enum Folding {
  /// The normalised form of a word: NFC, lower case, every apostrophe straight, every space inside a number plain,
  /// ligatures of type (ﬁ, ﬂ) taken apart, invisible characters (soft hyphens, zero-width spaces) removed. Cost: linear.
  public static func form(_ word: String) -> String {
    var scalars = String.UnicodeScalarView()
    var needsComposition = false
    for scalar in word.unicodeScalars {
      needsComposition = needsComposition || scalar.value >= 0x300
      append(scalar, to: &scalars)
    }
    let form = String(scalars)
    return needsComposition ? NormalForm.composed(form) : form
  }

  /// The form without its diacritics, œ and æ as two letters: `Œuvré` gives `oeuvre`. Cost: linear.
  public static func folded(_ word: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in form(word).unicodeScalars {
      switch scalar.value {
      case 0..<0x80: folded.append(scalar)
      case 0x153: folded.append(contentsOf: "oe".unicodeScalars)
      case 0xE6: folded.append(contentsOf: "ae".unicodeScalars)
      case 0x300...0x36F: break
      default: folded.append(scalar.baseLetter)
      }
    }
    return String(folded)
  }

  /// Whether a code point is one of the spaces that French puts into numbers (`4 000`), or another of their kind, but the
  /// plain one.
  public static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to scalars: inout String.UnicodeScalarView) {
    switch scalar.value {
    case 0x2019, 0x02BC: scalars.append("'")
    case 0x2010, 0x2011: scalars.append("-")
    case let value where isSpace(value): scalars.append(" ")
    case 0xFB00: scalars.append(contentsOf: "ff".unicodeScalars)
    case 0xFB01: scalars.append(contentsOf: "fi".unicodeScalars)
    case 0xFB02: scalars.append(contentsOf: "fl".unicodeScalars)
    case 0xFB03: scalars.append(contentsOf: "ffi".unicodeScalars)
    case 0xFB04: scalars.append(contentsOf: "ffl".unicodeScalars)
    case 0xFB05, 0xFB06: scalars.append(contentsOf: "st".unicodeScalars)
    default: if !scalar.isInvisible { scalars.append(scalar.lowered) }
    }
  }
}
