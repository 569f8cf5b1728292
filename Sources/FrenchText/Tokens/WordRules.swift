/// The rules for what starts with a letter, in the order in which they are tried.
struct WordRules {
  let forms: FormBook
  private static let units: Set<String> = [
    "km/h", "m/s", "h/j", "l/h", "kw/h", "h/semaine", "€/h", "mg/l", "g/l",
  ]

  init(forms: FormBook) {
    self.forms = forms
  }

  /// Appends the token or tokens of the word at `start`.
  func read(_ chunk: Chunk, at start: Int, into tokens: inout [RawToken]) {
    var end = chunk.wordEnd(from: start)
    if end == chunk.count { return tokens.append(letters(chunk, start..<end)) }
    if chunk.classes[end] == .apostrophe {
      if isWholeRun(chunk, start) {
        let parts = Compounds.parts(chunk, from: start)
        return Compounds.read(chunk, parts, forms: forms, into: &tokens)
      }
      if let elided = Elision.end(chunk, start, apostrophe: end, forms: forms) {
        return tokens.append(RawToken(start..<elided, .word))
      }
      while end < chunk.count, chunk.classes[end] == .apostrophe, chunk.isLetter(end + 1) {
        end = chunk.wordEnd(from: end + 1)
      }
      if end == chunk.count { return tokens.append(RawToken(start..<end, .word)) }
    }
    if let inclusive = InclusiveReader(forms: forms).read(chunk, start, base: end) {
      return tokens.append(inclusive)
    }
    if let short = Abbreviations.end(chunk, start, letters: end) {
      return tokens.append(RawToken(start..<short, .word, isAbbreviation: true))
    }
    if chunk.classes[end] == .hyphen, chunk.isWordGlyph(end + 1) {
      return Compounds.read(chunk, Compounds.parts(chunk, from: start), forms: forms, into: &tokens)
    }
    if let unit = unitEnd(chunk, start, end) { return tokens.append(RawToken(start..<unit, .word)) }
    // A transcriber's mark of a word broken off: `s~`.
    if chunk.has("~", at: end) {
      return tokens.append(RawToken(start..<chunk.wordEnd(from: end + 1), .word))
    }
    if chunk.has("°", at: end), end - start <= 2 { return tokens.append(RawToken(start..<(end + 1), .word)) }
    tokens.append(letters(chunk, start..<end))
  }

  /// A word of letters alone, which a capital E may make inclusive.
  private func letters(_ chunk: Chunk, _ range: Range<Int>) -> RawToken {
    InclusiveReader(forms: forms).readCapital(chunk, range)
      ?? RawToken(range, .word)
  }

  /// Whether the run of letters, apostrophes and hyphens from `start` is one word of the dictionary.
  private func isWholeRun(_ chunk: Chunk, _ start: Int) -> Bool {
    let parts = Compounds.parts(chunk, from: start)
    guard parts.count > 1, let last = parts.last else { return false }
    return Compounds.isWhole(chunk.form(start..<last.upperBound), forms: forms)
  }

  private func unitEnd(_ chunk: Chunk, _ start: Int, _ end: Int) -> Int? {
    guard chunk.has("/", at: end), chunk.isLetter(end + 1) else { return nil }
    let after = chunk.wordEnd(from: end + 1)
    return after - start < 12 && Self.units.contains(chunk.form(start..<after)) ? after : nil
  }
}
