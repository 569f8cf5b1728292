/// Characters that leave no mark where they are written, or change where others stand: names that differ in them alone
/// cannot be told from each other.
public struct HiddenCharacter: Hashable, Sendable {
  /// Its code point.
  public let value: UInt32
  /// Its place in the text, in code points, from 0.
  public let place: Int

  /// The first one in a text; nil where there is none. Blanks, line ends and tabs are none.
  public init?(in text: String) {
    for (place, scalar) in text.unicodeScalars.enumerated()
    where !scalar.properties.isWhitespace && Self.isHidden(scalar) {
      (self.value, self.place) = (scalar.value, place)
      return
    }
    return nil
  }

  /// Whether a character is one of these.
  public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isDefaultIgnorableCodePoint || scalar == "\u{2800}" { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      return true
    default: return false
    }
  }

  /// The code point as it is usually written: `U+200B`.
  public var name: String {
    let hex = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }
}
