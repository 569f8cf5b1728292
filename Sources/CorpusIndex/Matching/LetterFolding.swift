import FrenchText

/// Which differences between letters do not matter when a word is matched. Apostrophes are always one, and so are spaces.
struct LetterFolding: Hashable {
  let ignoresCase: Bool
  let ignoresAccents: Bool

  /// What normalised spellings are compared by: capitals do not matter, accents do.
  static let form = LetterFolding(ignoresCase: true, ignoresAccents: false)

  /// The text as it is compared.
  func fold(_ text: String) -> String {
    switch (ignoresCase, ignoresAccents) {
    case (true, true): return Folding.folded(text)
    case (true, false): return Folding.form(text)
    case (false, true): return Folding.withoutAccents(text)
    case (false, false):
      guard text.unicodeScalars.contains(where: { Self.plain(for: $0.value) != nil }) else {
        return StoredText.normalize(text)
      }
      var plain = String.UnicodeScalarView()
      for scalar in text.unicodeScalars { plain.append(Self.plain(for: scalar.value) ?? scalar) }
      return StoredText.normalize(String(plain))
    }
  }

  /// The sign that one is compared as; nil for itself.
  private static func plain(for value: UInt32) -> Unicode.Scalar? {
    switch value {
    case 0x2019, 0x2BC: "'"
    case let value where Folding.isSpace(value): " "
    default: nil
    }
  }

  /// The letters that are compared as this one, itself left out.
  func variants(of value: UInt32) -> [UInt32] {
    guard ignoresAccents else { return [] }
    return (ignoresCase ? Self.lowered : Self.plain)[value] ?? []
  }

  private static let lowered = table(LetterFolding(ignoresCase: true, ignoresAccents: true))
  private static let plain = table(LetterFolding(ignoresCase: false, ignoresAccents: true))

  private static func table(_ folding: LetterFolding) -> [UInt32: [UInt32]] {
    var table: [UInt32: [UInt32]] = [:]
    for range in [0x41...0x5A, 0xC0...0x24F, 0x1E00...0x1EFF] as [ClosedRange<UInt32>] {
      for case let scalar? in range.lazy.map({ Unicode.Scalar($0) }) {
        let folded = folding.fold(String(Character(scalar))).unicodeScalars
        if folded.count == 1, let base = folded.first, base != scalar {
          table[base.value, default: []].append(scalar.value)
        }
      }
    }
    return table
  }
}
