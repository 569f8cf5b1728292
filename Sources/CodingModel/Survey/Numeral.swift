/// Numbers as surveys write them: `12`, `-3,5`, `0.87`, `16 000` with any space between the thousands.
public enum Numeral {
  /// The number that `text` writes, or nil where it writes none.
  ///
  /// One comma or one full stop is the decimal mark. Spaces (U+0020, U+00A0, U+202F, U+2009) may part
  /// groups of three digits. Nothing else is a number: no exponent, no percent sign, no infinity.
  public static func parse(_ text: some StringProtocol) -> Double? {
    var written = ""
    var digits = 0
    var groupDigits: Int?
    var seenMark = false
    var isFirst = true
    for scalar in text.unicodeScalars {
      defer { isFirst = false }
      switch scalar {
      case "0"..."9":
        digits += 1
        written.unicodeScalars.append(scalar)
        if !seenMark, let count = groupDigits {
          guard count < 3 else { return nil }
          groupDigits = count + 1
        }
      case "-", "\u{2212}":
        guard isFirst else { return nil }
        written = "-"
      case "+":
        guard isFirst else { return nil }
      case ",", ".":
        guard !seenMark, digits > 0, groupDigits == nil || groupDigits == 3 else { return nil }
        seenMark = true
        written += "."
      case " ", "\u{A0}", "\u{202F}", "\u{2009}":
        guard !seenMark, digits > 0, groupDigits == 3 || (groupDigits == nil && digits <= 3) else {
          return nil
        }
        groupDigits = 0
      default:
        return nil
      }
    }
    guard digits > 0, groupDigits == nil || groupDigits == 3, digits <= 300 else { return nil }
    return Double(written)
  }
}
