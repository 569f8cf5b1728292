import CodingModel

extension SequenceParser {
  /// A part with the quantifier after it, if there is one.
  mutating func quantified(_ part: SequencePattern) throws(QueryError) -> SequencePattern {
    lexer.skipSpaces()
    let bounds: (minimum: Int, maximum: Int?)
    switch lexer.next {
    case "?": bounds = (0, 1)
    case "*": bounds = (0, nil)
    case "+": bounds = (1, nil)
    case "{":
      bounds = try braces()
      lexer.position -= 1
    default: return part
    }
    lexer.position += 1
    lexer.skipSpaces()
    if let after = lexer.next, ["?", "*", "+", "{"].contains(after) {
      throw error(.doubleQuantifier, from: lexer.position, expected: [.token])
    }
    return .repeated(part, minimum: bounds.minimum, maximum: bounds.maximum)
  }

  private mutating func braces() throws(QueryError) -> (Int, Int?) {
    let start = lexer.position
    lexer.position += 1
    lexer.skipSpaces()
    let low = try count()
    lexer.skipSpaces()
    var high = low
    var hasComma = false
    if lexer.next == "," {
      hasComma = true
      lexer.position += 1
      lexer.skipSpaces()
      high = try count()
      lexer.skipSpaces()
    }
    guard lexer.next == "}", low != nil || high != nil else {
      throw error(.badRepeat, from: start, expected: [.oneOf(["{2}", "{2,}", "{,3}", "{2,3}"])])
    }
    lexer.position += 1
    if let low, let high, high < low { throw error(.backwardRepeat, from: start, to: lexer.position) }
    return (low ?? 0, hasComma ? high : low)
  }

  private mutating func count() throws(QueryError) -> Int? {
    let start = lexer.position
    guard let value = number() else { return nil }
    guard value <= TokenSequence.repeatLimit else {
      throw error(
        .repeatTooLarge(limit: TokenSequence.repeatLimit), from: start, to: lexer.position,
        expected: [.wholeNumber(0...TokenSequence.repeatLimit)])
    }
    return value
  }

  /// Reads a whole number; nil where there is none, and a large one for one too large.
  mutating func number() -> Int? {
    let start = lexer.position
    var value = 0
    while let digit = lexer.next, ("0"..."9").contains(digit) {
      value = min(value * 10 + Int(digit.value - 48), 1_000_000_000)
      lexer.position += 1
    }
    return lexer.position > start ? value : nil
  }
}
