import CodingModel

extension Lexer {
  /// A quoted sequence; `position` is at its opening quote. One element alone is a term.
  mutating func phrase(from start: Int, exactly isExact: Bool) throws(QueryError) -> Lexeme {
    let open = position
    let opening = scalars[open]
    position += 1
    var terms: [Term] = []
    while true {
      skipSpaces()
      guard let scalar = next else { throw unclosedQuote(opening, at: open) }
      if scalar.closesQuotation(openedBy: opening) { break }
      terms.append(try element(openedBy: opening, exactly: isExact))
    }
    position += 1
    let range = TextRange(start, position)
    guard !terms.isEmpty else { throw QueryError(.emptyPhrase, at: range, expected: [.word]) }
    guard terms.contains(where: { $0.kind != .anything }) else {
      throw QueryError(.matchesEverything, at: range, expected: [.word])
    }
    if terms.count == 1 { return Lexeme(.term(Term(terms[0].kind, range: range)), range) }
    return Lexeme(.phrase(terms), range)
  }

  func unclosedQuote(_ opening: Unicode.Scalar, at open: Int) -> QueryError {
    let closing = opening == "«" ? "»" : opening == "\"" ? "\"" : "”"
    return error(.unclosedQuote, from: open, expected: [.text(closing)])
  }

  /// One element of a sequence: `=exact`, `/expression/`, `lemma:x`, `pos:X`, `*`, a word or a wildcard.
  private mutating func element(
    openedBy opening: Unicode.Scalar, exactly isExact: Bool
  ) throws(QueryError) -> Term {
    let start = position
    if isExact { return try exactTerm(quotedWord(openedBy: opening), from: start) }
    if next == "=", let after = peek(1), !after.isQuerySpace, !after.closesQuotation(openedBy: opening) {
      position += 1
      return try exactTerm(quotedWord(openedBy: opening), from: start)
    }
    if next == "/", closesExpression(openedBy: opening) { return try expressionTerm() }
    if let name = attributeName() {
      position += name.length
      return try attribute(name.name, from: start, value: quotedWord(openedBy: opening))
    }
    let word = try quotedWord(openedBy: opening)
    if word.pieces == [.anyRun] { return Term(.anything, range: TextRange(start, position)) }
    // As French puts it, after a space.
    if word.pieces == [.anyOne] { return Term(.word("?"), range: TextRange(start, position)) }
    return try term(of: word, from: start)
  }

  /// Reads on to a space or the closing quote.
  private mutating func quotedWord(openedBy opening: Unicode.Scalar) throws(QueryError) -> RawWord {
    var word = RawWord()
    while let scalar = next, !scalar.isQuerySpace, !scalar.closesQuotation(openedBy: opening) {
      try append(to: &word)
    }
    try readAllGroups(of: &word) { $0.isQuerySpace || $0.closesQuotation(openedBy: opening) }
    return word
  }

  /// Whether a slash at the position is closed by another at the end of a word of this quotation.
  private func closesExpression(openedBy opening: Unicode.Scalar) -> Bool {
    var index = position + 1
    while index < scalars.count, scalars[index] != "/" {
      if scalars[index].isQuerySpace { return false }
      index += scalars[index] == "\\" ? 2 : 1
    }
    guard index > position + 1, index < scalars.count else { return false }
    let after = index + 1 < scalars.count ? scalars[index + 1] : nil
    return after.map { $0.isQuerySpace || $0.closesQuotation(openedBy: opening) } ?? true
  }

  /// `lemma:` or `pos:` at the position, with its length, where something follows it at once.
  private func attributeName() -> (name: ReservedName, length: Int)? {
    guard let colon = scalars[position...].prefix(8).firstIndex(of: ":"),
      let name = ReservedName(String(scalars: scalars[position..<colon])),
      name == .lemma || name == .partOfSpeech, colon + 1 < scalars.count,
      !scalars[colon + 1].isQuerySpace
    else { return nil }
    return (name, colon + 1 - position)
  }

  /// The term for `lemma:` or `pos:` with this value.
  func attribute(_ name: ReservedName, from start: Int, value: RawWord) throws(QueryError) -> Term {
    let range = TextRange(start, position)
    let text = value.text
    guard name == .partOfSpeech else {
      guard !text.isEmpty else { throw QueryError(.emptyLemma, at: range, expected: [.word]) }
      guard !value.hasWildcard else {
        throw QueryError(.wildcardNotAllowed, at: range, expected: [.word])
      }
      return Term(.lemma(text), range: range)
    }
    guard !text.isEmpty else {
      throw QueryError(.emptyPartOfSpeech, at: range, expected: [.oneOf(PartOfSpeechTag.all)])
    }
    guard !value.hasWildcard else {
      throw QueryError(
        .unknownPartOfSpeech(text), at: range, expected: [.oneOf(PartOfSpeechTag.all)],
        nearName: PartOfSpeechTag.near(to: text))
    }
    // Whether a tag of another set than the 17 is one of the corpus's own, only the corpus can say.
    return Term(.partOfSpeech(PartOfSpeechTag.named(text) ?? text), range: range)
  }

  /// The text between quotes, with spaces at its ends dropped and those inside made plain.
  mutating func quotedText() throws(QueryError) -> (text: String, range: TextRange) {
    let open = position
    let opening = scalars[open]
    position += 1
    var content: [Unicode.Scalar] = []
    while let scalar = next, !scalar.closesQuotation(openedBy: opening) {
      position += 1
      if scalar == "\\", let escaped = next {
        content.append(escaped)
        position += 1
      } else {
        content.append(scalar.isQuerySpace ? " " : scalar)
      }
    }
    guard next != nil else { throw unclosedQuote(opening, at: open) }
    position += 1
    let from = content.firstIndex { $0 != " " } ?? content.endIndex
    let to = content.lastIndex { $0 != " " }.map { $0 + 1 } ?? from
    return (String(scalars: content[from..<to]), TextRange(open, position))
  }
}
