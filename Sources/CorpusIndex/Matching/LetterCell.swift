import FrenchText

/// A letter as words are compared: what it is without its accents, and which it bears.
struct LetterCell: Hashable {
  let base: UInt32
  /// 0 without an accent.
  let accent: UInt32

  /// The letters of a normalised form; œ and æ are two letters each, without an accent.
  static func cells(of form: some Sequence<Unicode.Scalar>) -> [LetterCell] {
    var cells: [LetterCell] = []
    for scalar in form {
      if scalar.value < 0x80 {
        cells.append(LetterCell(base: scalar.value, accent: 0))
      } else if (0x300...0x36F).contains(scalar.value) {
        guard let last = cells.popLast() else { continue }
        cells.append(LetterCell(base: last.base, accent: last.accent &* 31 &+ scalar.value))
      } else {
        append(scalar, to: &cells)
      }
    }
    return cells
  }

  private static func append(_ scalar: Unicode.Scalar, to cells: inout [LetterCell]) {
    let folded = Folding.folded(String(scalar)).unicodeScalars
    let isPlain = folded.count != 1 || folded.first == scalar
    for letter in folded {
      cells.append(LetterCell(base: letter.value, accent: isPlain ? 0 : scalar.value))
    }
  }

  /// Whether a typed letter finds one in a text: an accent typed must be there, one not typed is ignored.
  func finds(_ letter: LetterCell) -> Bool {
    base == letter.base && (accent == 0 || accent == letter.accent)
  }
}

/// A word as typed in a query, to be compared with keys.
struct TypedWord {
  /// Its folded bytes: those of every key that it can find.
  let folded: [UInt8]
  private let cells: [LetterCell]
  private let hasAccent: Bool

  init(_ word: String) {
    let form = Folding.form(word)
    folded = Array(Folding.folded(word).utf8)
    cells = LetterCell.cells(of: form.unicodeScalars)
    hasAccent = cells.contains { $0.accent != 0 }
  }

  /// Whether it finds a key with the same folded bytes.
  func finds(_ entry: KeyTable.Entry) -> Bool {
    guard hasAccent else { return true }
    guard entry.hasAccent else { return false }
    let found = LetterCell.cells(of: entry.text.unicodeScalars)
    return found.count == cells.count && zip(cells, found).allSatisfy { $0.finds($1) }
  }
}
