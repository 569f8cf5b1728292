/// What a code point can be part of, as far as cutting words goes.
enum GlyphClass: UInt8, Sendable {
  case letter, digit, apostrophe, hyphen, midpoint, space, invisible, emoji, mark
}

extension Unicode.Scalar {
  /// What this code point can be part of. Cost: a table below U+0250, Unicode's properties above.
  var glyphClass: GlyphClass {
    value < UInt32(LatinTable.count) ? GlyphTable.shared.classes[Int(value)] : GlyphTable.classify(self)
  }

  /// Whether it is a letter, a combining mark or a digit.
  var isWordGlyph: Bool {
    let glyph = glyphClass
    return glyph == .letter || glyph == .digit
  }
}

struct GlyphTable: Sendable {
  static let shared = GlyphTable()
  let classes: [GlyphClass]

  private init() {
    classes = (0..<UInt32(LatinTable.count)).map { Unicode.Scalar($0).map(Self.classify) ?? .mark }
  }

  /// The points that people put into inclusive words.
  static let midpoints: [Unicode.Scalar] = [
    "\u{B7}", "\u{387}", "\u{2022}", "\u{2027}", "\u{2219}", "\u{22C5}", "\u{2E31}", "\u{2E33}", "\u{30FB}",
    "\u{FF65}",
  ]

  static func classify(_ scalar: Unicode.Scalar) -> GlyphClass {
    switch scalar.value {
    case 0x27, 0x2019, 0x02BC: return .apostrophe
    case 0x2D, 0x2010, 0x2011: return .hyphen
    case 0xB0, 0xAA, 0xBA: return .mark
    default: if midpoints.contains(scalar) { return .midpoint }
    }
    if scalar.isInvisible { return .invisible }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: return scalar.value == 0xFE0F ? .emoji : .letter
    case .decimalNumber: return .digit
    case .letterNumber, .otherNumber: return scalar.value < 0x2460 ? .letter : .mark
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
    case .control: return properties.isWhitespace ? .space : .mark
    default: break
    }
    let isPictograph =
      properties.isEmojiPresentation || properties.isEmojiModifier
      || (properties.isEmoji && scalar.value >= 0x2600)
    return isPictograph ? .emoji : .mark
  }
}
