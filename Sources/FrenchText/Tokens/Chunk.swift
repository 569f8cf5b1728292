/// A stretch of text between spaces, made regular for the rules: composed, without invisible characters.
///
/// Each of its units remembers where in the text it starts, so that tokens keep the text's own offsets.
struct Chunk {
  /// The units as written, composed.
  private(set) var written: [Unicode.Scalar] = []
  /// The units in lower case, apostrophes straight, hyphens and spaces plain, ligatures of type taken apart.
  private(set) var lower: [Unicode.Scalar] = []
  /// What each unit can be part of.
  private(set) var classes: [GlyphClass] = []
  /// The code point of the text at which each unit starts, and after them the chunk's length.
  private(set) var starts: [UInt32] = []

  var count: Int { written.count }

  /// Makes a chunk regular. Cost: linear.
  init(_ text: String) {
    var offset: UInt32 = 0
    if text.unicodeScalars.allSatisfy({ $0.value < 0x300 || (0x2000...0x206F).contains($0.value) }) {
      for scalar in text.unicodeScalars {
        append(scalar, at: offset)
        offset += 1
      }
    } else {
      for character in text {
        let count = UInt32(character.unicodeScalars.count)
        append(character, at: offset, count)
        offset += count
      }
    }
    starts.append(offset)
  }

  /// Adds what a reader sees as one character, composed.
  private mutating func append(_ character: Character, at offset: UInt32, _ count: UInt32) {
    if count == 1, let only = character.unicodeScalars.first, only.value < 0x300 {
      append(only, at: offset)
      return
    }
    let composed = NormalForm.composed(String(character)).unicodeScalars
    // A few code points of other scripts come apart in NFC: they stay, so that each unit has its own offset.
    let scalars = composed.count > Int(count) ? character.unicodeScalars : composed
    for (place, scalar) in scalars.enumerated() { append(scalar, at: offset + UInt32(place)) }
  }

  private mutating func append(_ scalar: Unicode.Scalar, at offset: UInt32) {
    let glyph = scalar.glyphClass
    if glyph == .invisible {
      if scalar.value == 0x200D, classes.last == .emoji { add(scalar, scalar, .emoji, offset) }
      return
    }
    switch scalar.value {
    case 0xFB00...0xFB06:
      for letter in Folding.form(String(scalar)).unicodeScalars { add(letter, letter, .letter, offset) }
    case 0x2019, 0x02BC: add(scalar, "'", glyph, offset)
    case 0x2010, 0x2011: add(scalar, "-", glyph, offset)
    case let value where Folding.isSpace(value): add(scalar, " ", glyph, offset)
    default: add(scalar, scalar.lowered, glyph, offset)
    }
  }

  private mutating func add(
    _ scalar: Unicode.Scalar, _ small: Unicode.Scalar, _ glyph: GlyphClass, _ offset: UInt32
  ) {
    written.append(scalar)
    lower.append(small)
    classes.append(glyph)
    starts.append(offset)
  }

  /// The code point of the text after the last of a range: where the next unit starts.
  func end(of range: Range<Int>) -> UInt32 { starts[range.upperBound] }

  /// The units of a range, in lower case.
  func form(_ range: Range<Int>) -> String { Self.string(lower, range) }

  /// The units of a range as written.
  func word(_ range: Range<Int>) -> String { Self.string(written, range) }

  private static func string(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
    unsafe String(unsafeUninitializedCapacity: range.count * 4) { buffer in
      var count = 0
      for index in range {
        for byte in UTF8.encode(scalars[index]) ?? UTF8.encodedReplacementCharacter {
          unsafe buffer[count] = byte
          count += 1
        }
      }
      return count
    }
  }

  /// Whether the unit at `index` is there and a letter or a digit.
  func isWordGlyph(_ index: Int) -> Bool {
    index >= 0 && index < count && (classes[index] == .letter || classes[index] == .digit)
  }

  func isLetter(_ index: Int) -> Bool { index >= 0 && index < count && classes[index] == .letter }
  func isDigit(_ index: Int) -> Bool { index >= 0 && index < count && classes[index] == .digit }

  /// Whether the unit at `index` is there and is `scalar` in lower case.
  func has(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
    index >= 0 && index < count && lower[index] == scalar
  }

  /// Whether the units from `index` on, in lower case, start with these.
  func starts(with text: String, at index: Int) -> Bool {
    var place = index
    for scalar in text.unicodeScalars {
      guard place < count, lower[place] == scalar else { return false }
      place += 1
    }
    return true
  }

  /// Whether the unit at `index` is an upper-case letter.
  func isCapital(_ index: Int) -> Bool { written[index] != lower[index] && classes[index] == .letter }

  /// The first unit from `index` on that is neither letter nor digit.
  func wordEnd(from index: Int) -> Int {
    var end = index
    while isWordGlyph(end) { end += 1 }
    return end
  }
}
