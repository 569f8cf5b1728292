import CodingModel

/// Cuts a query text into lexemes, one at a time.
struct Lexer {
  let scalars: [Unicode.Scalar]
  var position = 0

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// The code point at the position, or nil at the end.
  var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  /// The code point `offset` places after the position, or nil beyond the end.
  func peek(_ offset: Int) -> Unicode.Scalar? {
    position + offset < scalars.count ? scalars[position + offset] : nil
  }

  /// An error from `start` to `end`; one code point long where no end is given.
  func error(
    _ problem: QueryProblem, from start: Int, to end: Int? = nil, expected: [QueryExpectation] = [],
    nearName: String? = nil
  ) -> QueryError {
    let end = min(end ?? start + 1, scalars.count)
    return QueryError(
      problem, at: TextRange(min(start, end), end), expected: expected, nearName: nearName)
  }

  mutating func skipSpaces() {
    while let scalar = next, scalar.isQuerySpace { position += 1 }
  }

  /// The next lexeme; ``Lexeme/Kind/end`` at the end and ever after.
  mutating func lexeme() throws(QueryError) -> Lexeme {
    skipSpaces()
    let start = position
    guard let scalar = next else { return Lexeme(.end, TextRange(start, start)) }
    if let sequence = try sequence() { return sequence }
    switch scalar {
    case "(":
      position += 1
      return Lexeme(.openParenthesis, TextRange(start, position))
    case ")":
      position += 1
      return Lexeme(.closeParenthesis, TextRange(start, position))
    case "]":
      throw error(.sequence(.unopenedBracket), from: start, expected: [.token])
    case "/":
      return single(try expressionTerm())
    case "=":
      return try exact()
    case "»":
      throw error(.unopenedQuote, from: start, expected: [.text("«"), .operand])
    case let scalar where scalar.opensQuotation:
      return try quotation()
    case ":", "<", ">":
      throw error(.unexpectedCharacter(scalar), from: start, expected: [.operand])
    default:
      return try bareWord()
    }
  }

  /// A sequence in CQL, where one begins at the position.
  private mutating func sequence() throws(QueryError) -> Lexeme? {
    guard opensSequence || opensMeetUnion else { return nil }
    let start = position
    var parser = SequenceParser(self, isWhole: false)
    if next == "(", peek(1) != "?" {
      // A parenthesis may hold other queries as well: then its brackets are read on their own.
      do {
        let sequence = try parser.sequence()
        position = parser.lexer.position
        return Lexeme(.sequence(sequence), TextRange(start, position))
      } catch {
        guard case .sequence(let problem) = error.problem, problem.isOfWhole else { return nil }
        throw error
      }
    }
    let sequence = try parser.sequence()
    position = parser.lexer.position
    return Lexeme(.sequence(sequence), TextRange(start, position))
  }

  /// A term as a lexeme of its own.
  func single(_ term: Term) -> Lexeme { Lexeme(.term(term), term.range) }

  /// A quoted phrase, or a quoted name before a comparison.
  private mutating func quotation() throws(QueryError) -> Lexeme {
    let start = position
    var ahead = self
    if let name = try? ahead.quotedText(), let comparison = ahead.comparison(afterSpaces: false) {
      self = ahead
      return try variable(name.text, from: start, comparison: comparison)
    }
    return try phrase(from: start, exactly: false)
  }

  /// `=word` or `="words in sequence"`.
  private mutating func exact() throws(QueryError) -> Lexeme {
    let start = position
    position += 1
    if let scalar = next, scalar.opensQuotation { return try phrase(from: start, exactly: true) }
    var word = try rawWord(stopsAtComparison: false)
    try readGroups(of: &word, until: \.endsBareWord)
    return single(try exactTerm(word, from: start))
  }

  func exactTerm(_ word: RawWord, from start: Int) throws(QueryError) -> Term {
    guard !word.pieces.isEmpty else {
      throw error(.emptyExact, from: start, to: position, expected: [.word])
    }
    guard !word.hasWildcard else {
      throw error(.wildcardNotAllowed, from: start, to: position, expected: [.word])
    }
    return Term(.exact(word.text), range: TextRange(start, position))
  }

  /// `/…/`.
  mutating func expressionTerm() throws(QueryError) -> Term {
    let start = position
    position += 1
    while let scalar = next, scalar != "/" {
      position += scalar == "\\" && peek(1) != nil ? 2 : 1
    }
    guard next == "/" else {
      throw error(.expression(.unclosed), from: start, to: scalars.count, expected: [.text("/")])
    }
    let expression = try ExpressionParser.parse(scalars[start + 1..<position])
    position += 1
    return Term(.expression(expression), range: TextRange(start, position))
  }
}
