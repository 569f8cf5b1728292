import CodingModel

/// A run of characters between spaces, its escapes resolved.
struct RawWord {
  /// The characters, with `*` and `?` where they were not escaped.
  var pieces: [Wildcard.Piece] = []
  /// Whether a character was escaped, so that the word is no operator and no name of a filter.
  var isEscaped = false

  /// Whether it holds `*` or `?`.
  var hasWildcard: Bool {
    pieces.contains { if case .scalar = $0 { false } else { true } }
  }

  /// The same with an apostrophe for each sign between two letters that a keyboard gives where one is meant.
  var withApostrophes: RawWord {
    var word = self
    for (index, piece) in pieces.enumerated() where index > 0 && index < pieces.count - 1 {
      guard case .scalar(let scalar) = piece, scalar.standsForApostrophe, pieces[index - 1].isLetter,
        pieces[index + 1].isLetter
      else { continue }
      word.pieces[index] = .scalar("'")
    }
    return word
  }

  /// The characters as written, escapes resolved.
  var text: String {
    String(
      scalars: pieces.map { piece -> Unicode.Scalar in
        switch piece {
        case .scalar(let scalar): scalar
        case .anyOne: "?"
        case .anyRun: "*"
        }
      })
  }
}

extension Wildcard.Piece {
  fileprivate var isLetter: Bool {
    if case .scalar(let scalar) = self { scalar.properties.isAlphabetic } else { false }
  }
}

extension Lexer {
  /// Reads on to what ends a bare word: a space, a quote, a parenthesis that is not part of an inclusive
  /// spelling (`usager(e)s`), or a comparison.
  mutating func rawWord(stopsAtComparison: Bool) throws(QueryError) -> RawWord {
    var word = RawWord()
    while let scalar = next {
      if scalar == "(", let length = inclusiveSuffix(after: word) {
        for _ in 0..<length {
          word.pieces.append(.scalar(scalars[position]))
          position += 1
        }
        continue
      }
      if scalar.endsBareWord { break }
      if stopsAtComparison, scalar.beginsComparison, scalar != "!" || peek(1) == "=" { break }
      try append(to: &word)
    }
    return word
  }

  /// Reads one character, `*`, `?` or escape into the word.
  mutating func append(to word: inout RawWord) throws(QueryError) {
    let scalar = scalars[position]
    position += 1
    switch scalar {
    case "\\":
      guard let escaped = next else { throw error(.danglingBackslash, from: position - 1) }
      word.pieces.append(.scalar(escaped))
      word.isEscaped = true
      position += 1
    case "*": word.pieces.append(.anyRun)
    case "?": word.pieces.append(.anyOne)
    default: word.pieces.append(.scalar(scalar))
    }
  }

  /// The length of a parenthesis such as `(e)` directly after a word's letters, or nil.
  private func inclusiveSuffix(after word: RawWord) -> Int? {
    guard let last = word.pieces.last, case .scalar(let letter) = last, letter.properties.isLowercase else {
      return nil
    }
    for length in 1...5 {
      guard let scalar = peek(length) else { return nil }
      if scalar == ")" { return length > 1 ? length + 1 : nil }
      guard scalar.properties.isLowercase else { return nil }
    }
    return peek(6) == ")" ? 7 : nil
  }

  /// The term that a word stands for: a wildcard where it holds `*` or `?`, a plain word otherwise.
  func term(of word: RawWord, from start: Int) throws(QueryError) -> Term {
    let word = word.isEscaped ? word : word.withApostrophes
    guard word.hasWildcard else { return Term(.word(word.text), range: TextRange(start, position)) }
    let wildcard = Wildcard(word.pieces)
    guard wildcard.hasScalar else {
      throw error(.matchesEverything, from: start, to: position, expected: [.word])
    }
    return Term(.wildcard(wildcard), range: TextRange(start, position))
  }
}
