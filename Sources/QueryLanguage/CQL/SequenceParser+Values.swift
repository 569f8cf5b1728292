import CodingModel

extension SequenceParser {
  /// A quoted value with its flags; the position is at the quote. In a value between straight quotes two of them stand
  /// for one, as in CQP.
  mutating func value(of attribute: TokenAttribute) throws(QueryError) -> AttributePattern {
    let open = lexer.position
    let opening = lexer.scalars[open]
    var doubled: [Int] = []
    lexer.position += 1
    while let scalar = lexer.next {
      let isDoubled = scalar == opening && lexer.peek(1) == opening && (opening == "\"" || opening == "'")
      if isDoubled { doubled.append(lexer.position) } else if closes(scalar, opening) { break }
      lexer.position += isDoubled || scalar == "\\" && lexer.peek(1) != nil ? 2 : 1
    }
    guard lexer.next != nil else {
      throw error(
        .unclosedString, from: open, expected: [.text(opening == "«" ? "»" : String(Character(opening)))])
    }
    var content = lexer.scalars[open + 1..<lexer.position]
    for place in doubled { content[place] = "\\" }
    lexer.position += 1
    let flags = try flags()
    let range = TextRange(open, lexer.position)
    guard !flags.contains("l") else {
      return AttributePattern(
        text: Self.text(content), ignoresCase: flags.contains("c"), ignoresAccents: flags.contains("d"),
        range: range)
    }
    let expression = try ExpressionParser.parse(content, source: Self.source(content))
    return AttributePattern(
      expression, ignoresCase: flags.contains("c"), ignoresAccents: flags.contains("d"), range: range)
  }

  private func closes(_ scalar: Unicode.Scalar, _ opening: Unicode.Scalar) -> Bool {
    opening == "'" ? scalar == "'" : scalar.closesQuotation(openedBy: opening)
  }

  private mutating func flags() throws(QueryError) -> Set<Unicode.Scalar> {
    var ahead = lexer
    ahead.skipSpaces()
    guard ahead.next == "%" else { return [] }
    lexer = ahead
    lexer.position += 1
    let start = lexer.position
    var flags: Set<Unicode.Scalar> = []
    while let scalar = lexer.next, scalar.continuesName {
      guard ["c", "d", "l"].contains(scalar) else {
        throw error(
          .unknownFlag(String(Character(scalar))), from: lexer.position,
          expected: [.oneOf(["%c", "%d", "%l"])])
      }
      flags.insert(scalar)
      lexer.position += 1
    }
    guard !flags.isEmpty else {
      throw error(.unknownFlag(""), from: start - 1, to: start, expected: [.oneOf(["%c", "%d", "%l"])])
    }
    return flags
  }

  /// The expression as it would be written between straight double quotes.
  private static func source(_ content: ArraySlice<Unicode.Scalar>) -> String {
    var result: [Unicode.Scalar] = []
    var isEscaped = false
    for scalar in content {
      if isEscaped {
        isEscaped = false
        if scalar == "'" { result.removeLast() }
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar.isDoubleQuote {
        result.append("\\")
      }
      result.append(scalar)
    }
    return String(scalars: result)
  }

  /// The text, with escaped quotes and backslashes resolved.
  private static func text(_ content: ArraySlice<Unicode.Scalar>) -> String {
    var result: [Unicode.Scalar] = []
    var isEscaped = false
    for scalar in content {
      if isEscaped {
        isEscaped = false
        if scalar.isDoubleQuote || scalar == "\\" || scalar == "'" { result.removeLast() }
      } else if scalar == "\\" {
        isEscaped = true
      }
      result.append(scalar)
    }
    return String(scalars: result)
  }
}
