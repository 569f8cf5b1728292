/// The parts of what may be an inclusive word: `étudiant` · `e` · `s`.
struct InclusivePattern {
  enum Separator { case midpoint, period, hyphen, parenthesis, slash }

  let separator: Separator
  /// What follows the base: one to three parts, in lower case.
  let parts: [String]
  /// The unit after the word's last.
  let end: Int
  /// Whether a part starts with a capital where the base ends in a lower-case letter, but for a lone `E`.
  let changesCase: Bool

  /// The pattern that follows a base that ends at `base`, or nil. Looks 16 units ahead at most.
  init?(_ chunk: Chunk, base: Int) {
    guard base < chunk.count, chunk.isLetter(base + 1), base > 0 else { return nil }
    switch chunk.classes[base] {
    case .midpoint: separator = .midpoint
    case .hyphen: separator = .hyphen
    default:
      switch chunk.lower[base] {
      case ".": separator = .period
      case "(": separator = .parenthesis
      case "/": separator = .slash
      default: return nil
      }
    }
    var parts: [Range<Int>] = []
    let end =
      separator == .parenthesis
      ? Self.parentheses(chunk, base, &parts) : Self.joined(chunk, base, separator, &parts)
    guard let end, !parts.isEmpty, parts.allSatisfy({ $0.count <= 12 }), !Self.isHost(chunk, end) else {
      return nil
    }
    self.end = end
    self.parts = parts.map { chunk.form($0) }
    let isLowerBase = chunk.isLetter(base - 1) && !chunk.isCapital(base - 1)
    changesCase =
      isLowerBase
      && parts.contains { part in
        chunk.isCapital(part.lowerBound) && !["e", "es", "s"].contains(chunk.form(part))
      }
  }

  private static func joined(
    _ chunk: Chunk, _ base: Int, _ separator: Separator, _ parts: inout [Range<Int>]
  ) -> Int? {
    var end = base
    while parts.count < 3, end < chunk.count, chunk.isLetter(end + 1) {
      let next = letters(chunk, end + 1)
      guard isSame(chunk, base, end) || isLastMark(chunk, separator, end, next) else { break }
      guard next - end <= 16 else { return nil }
      parts.append((end + 1)..<next)
      end = next
    }
    if chunk.isDigit(end) { return nil }
    if separator == .hyphen, end < chunk.count, chunk.classes[end] == .hyphen, chunk.isLetter(end + 1) {
      return nil
    }
    return end
  }

  /// `(e)`, `(e)s`, `(e)(s)`, `(ère)s`.
  private static func parentheses(_ chunk: Chunk, _ base: Int, _ parts: inout [Range<Int>]) -> Int? {
    var end = base
    while parts.count < 2, chunk.has("(", at: end) {
      let inside = letters(chunk, end + 1)
      guard inside > end + 1, chunk.has(")", at: inside) else { break }
      parts.append((end + 1)..<inside)
      end = inside + 1
    }
    guard !parts.isEmpty else { return nil }
    if chunk.has("s", at: end) || chunk.has("x", at: end), !chunk.isWordGlyph(end + 1) {
      parts.append(end..<(end + 1))
      end += 1
    }
    return chunk.isWordGlyph(end) ? nil : end
  }

  /// Whether a plural mark follows another separator than the first: `étudiant.e·s`.
  private static func isLastMark(_ chunk: Chunk, _ first: Separator, _ place: Int, _ end: Int) -> Bool {
    guard end == place + 2, chunk.has("s", at: place + 1) else { return false }
    switch chunk.classes[place] {
    case .midpoint: return true
    case .hyphen: return first == .midpoint
    default: return first == .midpoint && chunk.has(".", at: place)
    }
  }

  /// Whether a pronoun hangs on what ends here, which is then a verb after a missing space: `cher.es-tu`.
  private static func isHost(_ chunk: Chunk, _ end: Int) -> Bool {
    guard end < chunk.count, chunk.classes[end] == .hyphen, chunk.isLetter(end + 1) else { return false }
    let next = letters(chunk, end + 1)
    return next - end <= 6 && Clitics.hangsOnVerb(chunk.form(end..<next))
  }

  private static func isSame(_ chunk: Chunk, _ first: Int, _ other: Int) -> Bool {
    chunk.classes[first] == .mark
      ? chunk.lower[first] == chunk.lower[other] : chunk.classes[first] == chunk.classes[other]
  }

  private static func letters(_ chunk: Chunk, _ start: Int) -> Int {
    var end = start
    while chunk.isLetter(end), end - start < 20 { end += 1 }
    return end
  }
}
