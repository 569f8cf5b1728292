import CodingModel

extension Lexer {
  /// What stands between a name and a value.
  struct ComparisonMark {
    let comparison: Filter.Comparison
    /// Whether it was written `:`.
    let isColon: Bool
  }

  /// The comparison at the position, stepped over; nil, and nothing stepped over, where there is none.
  ///
  /// With spaces before it, `=` must have one behind it as well: `lien =liens` is two words.
  mutating func comparison(afterSpaces: Bool) -> ComparisonMark? {
    let start = position
    if afterSpaces { skipSpaces() }
    let isSpaced = position > start
    let marks: [(String, Filter.Comparison)] = [
      (":", .equal), ("!=", .notEqual), ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("≤", .lessOrEqual),
      ("≥", .greaterOrEqual), ("≠", .notEqual), ("<", .less), (">", .greater), ("=", .equal),
    ]
    for (mark, comparison) in marks {
      let length = mark.unicodeScalars.count
      guard scalars[position...].prefix(length).elementsEqual(mark.unicodeScalars) else { continue }
      if mark == "=", isSpaced, peek(1)?.isQuerySpace != true { break }
      position += length
      return ComparisonMark(comparison: comparison, isColon: mark == ":")
    }
    position = start
    return nil
  }

  /// Reads the value after a comparison: quoted, or a bare run of characters. Empty where there is none.
  mutating func value() throws(QueryError) -> (text: String, range: TextRange) {
    let end = position
    skipSpaces()
    if let scalar = next, scalar.opensQuotation { return try quotedText() }
    let start = position
    try refuseSingleQuotes()
    let word = try rawWord(stopsAtComparison: false)
    if !word.isEscaped, OperatorWord.isReserved(word.text) || word.text.hasPrefix("NEAR/") {
      position = end
      return ("", TextRange(end, end))
    }
    return (word.text, TextRange(start, position))
  }

  /// The lexeme for a name followed by a comparison.
  mutating func filter(
    _ name: String, from start: Int, comparison: ComparisonMark
  ) throws(QueryError) -> Lexeme {
    guard let reserved = ReservedName(name) else {
      return try variable(name, from: start, comparison: comparison)
    }
    guard comparison.comparison == .equal else {
      throw error(
        .comparisonNotAllowed(of: name), from: start, to: position,
        expected: [.text(reserved.spellings[0] + ":")])
    }
    switch reserved {
    case .cql:
      return try wholeSequence(from: start)
    case .lemma, .partOfSpeech:
      return single(try attributeTerm(reserved, from: start))
    case .code, .question, .coder, .seen, .assigned, .memo:
      let value = try value()
      guard !value.text.isEmpty else { throw emptyValue(of: name, at: value.range) }
      let kind: Filter.Kind =
        switch reserved {
        case .code: .code(value.text)
        case .question: .question(value.text)
        case .coder: .coder(value.text)
        case .seen: .seen(value.text)
        case .assigned: .assigned(value.text)
        default: .memo(value.text)
        }
      let range = TextRange(start, position)
      return Lexeme(.filter(Filter(kind, range: range, valueRange: value.range)), range)
    }
  }

  /// The rest of the query as CQL, `cql:` already read.
  private mutating func wholeSequence(from start: Int) throws(QueryError) -> Lexeme {
    guard scalars[..<start].allSatisfy(\.isQuerySpace) else {
      throw error(.sequence(.notAtStart), from: start, to: position)
    }
    var parser = SequenceParser(self, isWhole: true)
    let sequence = try parser.sequence()
    self = parser.lexer
    skipSpaces()
    guard next == nil else {
      throw parser.error(
        .unexpected(parser.word(at: position)), from: position, to: parser.end(ofWordAt: position),
        expected: [.oneOf(["::", "within", "cut"])])
    }
    return Lexeme(.sequence(sequence), TextRange(start, position))
  }

  private func emptyValue(of name: String, at range: TextRange) -> QueryError {
    QueryError(.emptyFilterValue(of: name), at: range, expected: [.value(of: name)])
  }

  /// `lemma:x`, `lemma:"x y"`, `pos:X`, the name and colon already read.
  private mutating func attributeTerm(_ name: ReservedName, from start: Int) throws(QueryError) -> Term {
    skipSpaces()
    var word = RawWord()
    if let scalar = next, scalar.opensQuotation {
      word.pieces = try quotedText().text.unicodeScalars.map { .scalar($0) }
    } else {
      word = try rawWord(stopsAtComparison: false)
      if !word.isEscaped, OperatorWord.isReserved(word.text) { word = RawWord() }
      try readGroups(of: &word, until: \.endsBareWord)
    }
    return try attribute(name, from: start, value: word)
  }

  /// The lexeme for a variable's name followed by a comparison.
  mutating func variable(
    _ name: String, from start: Int, comparison: ComparisonMark
  ) throws(QueryError) -> Lexeme {
    guard !name.isEmpty else {
      throw error(.emptyPhrase, from: start, to: position, expected: [.word])
    }
    let value = try value()
    guard !value.text.isEmpty else {
      guard comparison.comparison.isOrder else { throw emptyValue(of: name, at: value.range) }
      throw QueryError(.emptyFilterValue(of: name), at: value.range, expected: [.number])
    }
    if comparison.comparison.isOrder, Numeral.parse(value.text) == nil {
      throw QueryError(.notANumber(value.text), at: value.range, expected: [.number])
    }
    let range = TextRange(start, position)
    let kind = Filter.Kind.variable(name: name, comparison: comparison.comparison, value: value.text)
    return Lexeme(.filter(Filter(kind, range: range, valueRange: value.range)), range)
  }
}
