import CodingModel

extension SequenceParser {
  /// What follows a sequence.
  struct Clauses {
    var constraint: TokenCondition?
    var within: TokenSequence.Extent?
    var cut: Int?
  }

  /// `:: constraint`, `within …` and `cut n`, in any order.
  mutating func clauses() throws(QueryError) -> Clauses {
    var clauses = Clauses()
    while true {
      lexer.skipSpaces()
      let start = lexer.position
      if lexer.next == ":", lexer.peek(1) == ":" {
        guard clauses.constraint == nil else {
          throw error(.repeatedClause("::"), from: start, to: start + 2, expected: [.text("&")])
        }
        lexer.position += 2
        lexer.skipSpaces()
        clauses.constraint = try condition(isGlobal: true)
        continue
      }
      var ahead = lexer
      switch ahead.name() {
      case let word where ["within", "dans"].contains(word):
        ahead.skipSpaces()
        guard isWhole || clauses.within == nil, let extent = try extent(after: word, ahead) else {
          return clauses
        }
        guard clauses.within == nil else {
          throw error(.repeatedClause(word), from: start, to: start + word.unicodeScalars.count)
        }
        clauses.within = extent
      case "cut":
        guard clauses.cut == nil else { throw error(.repeatedClause("cut"), from: start, to: start + 3) }
        lexer = ahead
        lexer.skipSpaces()
        guard let count = number(), count > 0 else {
          throw error(
            .badCut, from: start, to: max(start + 3, lexer.position),
            expected: [.wholeNumber(1...1_000_000_000)])
        }
        clauses.cut = count
      default:
        if lexer.next == ";", isWhole { lexer.position += 1 }
        return clauses
      }
    }
  }

  static let extentNames = ["s", "answer", "sentence", "phrase", "réponse"]

  /// What follows `within`; nil where it is a filter on what a query that is not all CQL finds.
  private mutating func extent(
    after word: String, _ ahead: Lexer
  ) throws(QueryError) -> TokenSequence.Extent? {
    let saved = lexer
    lexer = ahead
    let start = lexer.position
    if let count = number() { return try extent(of: count, from: start) }
    var after = lexer
    let name = after.name()
    after.skipSpaces()
    let isFilter = after.next.map { $0.beginsComparison } ?? false
    if !isFilter || after.next == ":" && after.peek(1) == ":" {
      switch name {
      case "s", "sentence", "phrase":
        lexer.position += name.unicodeScalars.count
        return .sentences(1)
      case "answer", "réponse", "reponse", "text":
        lexer.position += name.unicodeScalars.count
        return .answer
      default: break
      }
    }
    guard isWhole else {
      // A word that is no filter, no unit and no code's beginning is a misspelt unit.
      let opensFilter = isFilter || (lexer.next.map { $0.opensQuotation } ?? false)
      guard !opensFilter, word == "within" else {
        lexer = saved
        return nil
      }
      throw badExtent(name, from: start)
    }
    guard lexer.next.map({ $0.beginsName || $0.opensQuotation }) ?? false,
      case .filter(let filter) = try lexer.lexeme().kind
    else { throw badExtent(name, from: start) }
    return .filter(filter)
  }

  private func badExtent(_ name: String, from start: Int) -> QueryError {
    error(
      .badExtent(name), from: start, to: start + name.unicodeScalars.count,
      expected: [.oneOf(["s", "5", "answer", "code:\"…\""])],
      near: NearName.closest(to: name, among: Self.extentNames))
  }

  private mutating func extent(of count: Int, from start: Int) throws(QueryError) -> TokenSequence.Extent {
    guard (1...TokenSequence.extentLimit).contains(count) else {
      throw error(
        .extentOutOfRange(limit: TokenSequence.extentLimit), from: start, to: lexer.position,
        expected: [.wholeNumber(1...TokenSequence.extentLimit)])
    }
    var ahead = lexer
    ahead.skipSpaces()
    switch ahead.name() {
    case "s", "sentence", "sentences", "phrase", "phrases":
      lexer = ahead
      return .sentences(count)
    case "words", "tokens", "mots": lexer = ahead
    default: break
    }
    return .tokens(count)
  }

  /// `<s>`, `</answer>`, `<code:"…">`.
  mutating func tag() throws(QueryError) -> SequencePattern {
    let start = lexer.position
    lexer.position += 1
    let isEnd = lexer.next == "/"
    if isEnd { lexer.position += 1 }
    let region = try region(before: ">")
    lexer.skipSpaces()
    guard lexer.next == ">" else { throw error(.unclosedTag, from: start, expected: [.text(">")]) }
    lexer.position += 1
    return .boundary(region, isEnd: isEnd)
  }

  /// `/region[s]`: a whole region, from where it begins to where it ends; the position is at the stroke.
  mutating func wholeRegion() throws(QueryError) -> SequencePattern {
    let start = lexer.position
    lexer.position += 1
    guard lexer.name() == "region", lexer.next == "[" else {
      throw error(.unsupported("/…"), from: start, expected: [.token, .text("/region[s]")])
    }
    lexer.position += 1
    let region = try region(before: "]")
    lexer.skipSpaces()
    guard lexer.next == "]" else { throw error(.unclosedBracket, from: start, expected: [.text("]")]) }
    lexer.position += 1
    return .sequence([
      .boundary(region, isEnd: false), .repeated(.token(nil, label: nil), minimum: 1, maximum: nil),
      .boundary(region, isEnd: true),
    ])
  }

  /// What has boundaries; `close` stands after it.
  private mutating func region(before close: Unicode.Scalar) throws(QueryError) -> SequencePattern.Region {
    lexer.skipSpaces()
    let place = lexer.position
    let name = lexer.name()
    switch name {
    case "s", "sentence", "phrase": return .sentence
    case "answer", "réponse", "reponse", "text": return .answer
    case "code" where lexer.next == ":":
      lexer.position += 1
      lexer.skipSpaces()
      let from = lexer.position
      let value = try regionValue(before: close)
      return .code(
        Filter(
          .code(value), range: TextRange(place, lexer.position), valueRange: TextRange(from, lexer.position)))
    default:
      throw error(
        .unknownRegion(name), from: place, to: max(place + 1, lexer.position),
        expected: [.oneOf(["s", "answer", "code:\"…\""])],
        near: NearName.closest(to: name, among: ["answer", "sentence", "phrase", "réponse"]))
    }
  }

  private mutating func regionValue(before close: Unicode.Scalar) throws(QueryError) -> String {
    if let scalar = lexer.next, scalar.opensQuotation { return try lexer.quotedText().text }
    let start = lexer.position
    while let scalar = lexer.next, scalar != close, !scalar.endsBareWord { lexer.position += 1 }
    guard lexer.position > start else {
      throw lexer.error(
        .emptyFilterValue(of: "code"), from: start, to: start, expected: [.value(of: "code")])
    }
    return String(scalars: lexer.scalars[start..<lexer.position])
  }
}
