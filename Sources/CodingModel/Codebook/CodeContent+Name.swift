extension CodeContent {
  /// How long a code's name may be, in code points.
  public static let longestName = 200

  /// Whether a text may be a code's name: not longer than ``longestName``, with something in it that can be seen.
  public static func isName(_ text: String) -> Bool {
    text.unicodeScalars.count <= longestName && isVisible(text)
  }

  /// Whether there is anything in a text that leaves a mark where it is written.
  public static func isVisible(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      let properties = scalar.properties
      if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return false }
      switch properties.generalCategory {
      case .control, .format, .surrogate, .nonspacingMark, .enclosingMark, .spacingMark, .lineSeparator,
        .paragraphSeparator, .spaceSeparator:
        return false
      // The blank pattern of Braille is a symbol without a dot.
      default: return scalar != "\u{2800}"
      }
    }
  }

  /// A name with straight apostrophes: names that differ only in these are one.
  public static func comparable(_ name: String) -> String {
    guard name.unicodeScalars.contains(where: { $0 == "’" || $0 == "ʼ" }) else { return name }
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars { scalars.append(scalar == "’" || scalar == "ʼ" ? "'" : scalar) }
    return String(scalars)
  }
}
