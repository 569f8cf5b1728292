import FrenchText
import QueryLanguage

/// Compares keys with a word that holds `*` and `?`.
struct WildcardMatcher {
  private enum Piece {
    case letter(LetterCell)
    case anyOne
    case anyRun
  }

  /// The folded bytes that every key it finds begins with.
  let prefix: [UInt8]
  private let pieces: [Piece]
  private let hasAccent: Bool

  init(_ wildcard: Wildcard) {
    var pieces: [Piece] = []
    var run = String.UnicodeScalarView()
    func flush() {
      pieces += LetterCell.cells(of: Folding.form(String(run)).unicodeScalars).map { .letter($0) }
      run = String.UnicodeScalarView()
    }
    for piece in wildcard.pieces {
      switch piece {
      case .scalar(let scalar): run.append(scalar)
      case .anyOne:
        flush()
        pieces.append(.anyOne)
      case .anyRun:
        flush()
        pieces.append(.anyRun)
      }
    }
    flush()
    var prefix = String.UnicodeScalarView()
    for case .letter(let cell) in pieces.prefix(while: { if case .letter = $0 { true } else { false } }) {
      if let scalar = Unicode.Scalar(cell.base) { prefix.append(scalar) }
    }
    self.prefix = Array(String(prefix).utf8)
    self.pieces = pieces
    hasAccent = pieces.contains { if case .letter(let cell) = $0 { cell.accent != 0 } else { false } }
  }

  /// Whether it finds a key.
  func finds(_ entry: KeyTable.Entry) -> Bool {
    // Nearly all keys are plain ASCII once folded, and most do not match.
    let isPlain = entry.folded.allSatisfy { $0 < 0x80 }
    if isPlain, !finds(entry.folded, by: { $0.base == UInt32($1) }) { return false }
    if isPlain, !hasAccent { return true }
    return finds(LetterCell.cells(of: entry.text.unicodeScalars), by: { $0.finds($1) })
  }

  /// Matches by stepping back to the last `*` only: at most the product of both lengths.
  @inline(__always)
  private func finds<Letter>(_ letters: [Letter], by isFound: (LetterCell, Letter) -> Bool) -> Bool {
    var (piece, place) = (0, 0)
    var retry: (piece: Int, place: Int)?
    while place < letters.count {
      if piece < pieces.count {
        switch pieces[piece] {
        case .anyRun:
          retry = (piece + 1, place)
          piece += 1
          continue
        case .anyOne:
          (piece, place) = (piece + 1, place + 1)
          continue
        case .letter(let letter) where isFound(letter, letters[place]):
          (piece, place) = (piece + 1, place + 1)
          continue
        case .letter: break
        }
      }
      guard let last = retry else { return false }
      retry = (last.piece, last.place + 1)
      (piece, place) = (last.piece, last.place + 1)
    }
    while piece < pieces.count, case .anyRun = pieces[piece] { piece += 1 }
    return piece == pieces.count
  }
}
