import CLineEditor

extension StringProtocol {
  /// How many columns the text takes on a terminal; controls and colour sequences take none.
  var displayWidth: Int {
    var width = 0
    var isInSequence = false
    for scalar in unicodeScalars {
      if isInSequence {
        isInSequence = scalar != "m"
      } else if scalar == "\u{1B}" {
        isInSequence = true
      } else if scalar.isASCII {
        width += scalar.value >= 32 && scalar.value != 127 ? 1 : 0
      } else {
        width += scalar.displayWidth
      }
    }
    return width
  }

  /// The text with spaces after it, up to `width` columns.
  func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - displayWidth))
  }

  /// The text with spaces before it, up to `width` columns.
  func paddedLeft(_ width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - displayWidth)) + self
  }

  /// The text's beginning, at most `width` columns, with an ellipsis where something is left out.
  func cut(_ width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    var kept = ""
    var used = 0
    for character in self {
      let more = String(character).displayWidth
      if used + more > Swift.max(0, width - 1) { break }
      kept.append(character)
      used += more
    }
    return kept + "…"
  }

  /// The text's end, at most `width` columns, with an ellipsis where something is left out.
  func cutLeft(_ width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    var kept: [Character] = []
    var used = 0
    for character in self.reversed() {
      let more = String(character).displayWidth
      if used + more > Swift.max(0, width - 1) { break }
      kept.append(character)
      used += more
    }
    return "…" + String(kept.reversed())
  }

  /// The text on one line and harmless to a terminal: line feeds and tabs become spaces, other control
  /// characters a visible sign.
  var onOneLine: String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 9, 10, 11, 12, 13, 0x2028, 0x2029, 0x85: text.append(" ")
      case 0..<32: text.append(Unicode.Scalar(0x2400 + scalar.value) ?? "·")
      case 127, 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: text.append("·")
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}

extension Unicode.Scalar {
  /// Columns on a terminal; 1 where the system does not say.
  fileprivate var displayWidth: Int {
    let width = line_editor_width(value)
    return width < 0 ? 0 : Int(width)
  }
}
