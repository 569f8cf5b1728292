import CodingModel

extension SequenceParser {
  /// A condition in brackets, or after `::` where `isGlobal`.
  mutating func condition(isGlobal: Bool) throws(QueryError) -> TokenCondition {
    let start = lexer.position
    guard depth < Self.depthLimit else { throw error(.tooDeep(limit: Self.depthLimit), from: start) }
    depth += 1
    defer { depth -= 1 }
    let first = try any(isGlobal)
    lexer.skipSpaces()
    guard lexer.next == "-", lexer.peek(1) == ">" else { return first }
    lexer.position += 2
    let then = try condition(isGlobal: isGlobal)
    return .or([.not(first), then])
  }

  private mutating func any(_ isGlobal: Bool) throws(QueryError) -> TokenCondition {
    var parts = [try all(isGlobal)]
    lexer.skipSpaces()
    while lexer.next == "|" {
      lexer.position += 1
      parts.append(try all(isGlobal))
      lexer.skipSpaces()
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func all(_ isGlobal: Bool) throws(QueryError) -> TokenCondition {
    var parts = [try negation(isGlobal)]
    lexer.skipSpaces()
    while lexer.next == "&" {
      lexer.position += 1
      parts.append(try negation(isGlobal))
      lexer.skipSpaces()
    }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func negation(_ isGlobal: Bool) throws(QueryError) -> TokenCondition {
    lexer.skipSpaces()
    var isNegated = false
    while lexer.next == "!" {
      isNegated.toggle()
      lexer.position += 1
      lexer.skipSpaces()
    }
    let inner = try primary(isGlobal)
    return isNegated ? .not(inner) : inner
  }

  private mutating func primary(_ isGlobal: Bool) throws(QueryError) -> TokenCondition {
    let start = lexer.position
    if lexer.next == "(" {
      lexer.position += 1
      let inner = try condition(isGlobal: isGlobal)
      lexer.skipSpaces()
      guard lexer.next == ")" else {
        throw error(.unclosedGroup, from: start, expected: [.text(")")])
      }
      lexer.position += 1
      return inner
    }
    guard let scalar = lexer.next, scalar.beginsName || isGlobal && scalar.opensQuotation else {
      throw isGlobal
        ? error(.missingConstraint, from: start, to: start, expected: [.constraint])
        : error(.missingAttribute, from: start, to: start, expected: [.oneOf(Self.attributeNames)])
    }
    return isGlobal ? try globalTest() : try localTest()
  }

  static let attributeNames = TokenAttribute.allCases.map(\.rawValue)

  /// A test in brackets.
  private mutating func localTest() throws(QueryError) -> TokenCondition {
    let start = lexer.position
    let name = lexer.name()
    if lexer.next == "." {
      return try comparison(
        try reference(label: name == "_" ? nil : name, at: start), name: name, isGlobal: false)
    }
    if let test = try function(name, from: start) { return test }
    guard let attribute = TokenAttribute.named(name) else {
      throw unknownAttribute(name, from: start)
    }
    return try comparison(TokenReference(attribute), name: name, isGlobal: false)
  }

  private func unknownAttribute(_ name: String, from start: Int) -> QueryError {
    error(
      .unknownAttribute(name), from: start, to: start + name.unicodeScalars.count,
      expected: [.oneOf(Self.attributeNames)],
      near: Self.otherNames[name.lowercased()] ?? NearName.closest(to: name, among: Self.attributeNames))
  }

  /// What other programs call the attributes.
  private static let otherNames = [
    "tag": "pos", "upos": "pos", "xpos": "pos", "cat": "pos", "frpos": "pos", "frlemma": "lemma",
    "lem": "lemma",
    "token": "word", "text": "word",
  ]

  /// How what functions of CQP say is written here.
  private static let instead: [String: QueryExpectation] = [
    "lbound": .text("<s> […]"), "rbound": .text("[…] </s>"), "lbound_of": .text("<s>"),
    "rbound_of": .text("</s>"), "dist": .text("distance(a, b)"), "strlen": .text("[form=\".{10,}\"]"),
  ]

  /// A test after `::`: on labels, or a filter.
  private mutating func globalTest() throws(QueryError) -> TokenCondition {
    let start = lexer.position
    var ahead = lexer
    let name = ahead.name()
    if ahead.next == ".", !name.isEmpty {
      lexer = ahead
      return try comparison(try reference(label: name, at: start), name: name, isGlobal: true)
    }
    ahead.skipSpaces()
    if ["distance", "distabs"].contains(name) || ahead.next == "(" && !name.isEmpty {
      lexer = ahead
      if let test = try function(name, from: start) { return test }
    }
    if labels.contains(name) || Self.anchors.contains(name) {
      lexer = ahead
      return try labelTest(name)
    }
    if let attribute = TokenAttribute.named(name), ahead.next == "=" || ahead.next == "!" {
      throw error(
        .labelNeeded(name), from: start, to: start + name.unicodeScalars.count,
        expected: [.text("\(labels.first ?? "match").\(attribute.rawValue)")])
    }
    return try filter(from: start)
  }

  private mutating func filter(from start: Int) throws(QueryError) -> TokenCondition {
    let lexeme = try lexer.lexeme()
    if case .filter(let filter) = lexeme.kind { return .filter(filter) }
    let text = String(scalars: lexer.scalars[start..<min(lexeme.range.end, lexer.scalars.count)])
    throw error(
      .bareWord(text), from: start, to: lexeme.range.end, expected: [.constraint],
      near: NearName.closest(to: text, among: labels))
  }

  /// `LABEL` or `LABEL < LABEL`, the first one already read.
  private mutating func labelTest(_ label: String) throws(QueryError) -> TokenCondition {
    lexer.skipSpaces()
    guard let mark = lexer.comparison(afterSpaces: false), !mark.isColon else { return .isSet(label) }
    lexer.skipSpaces()
    let start = lexer.position
    let other = lexer.name()
    guard !other.isEmpty else {
      throw error(.missingValue(of: label), from: start, to: start, expected: [.oneOf(labels)])
    }
    references.append((other, TextRange(start, lexer.position)))
    return .order(label, mark.comparison, other)
  }

  /// The attribute after `LABEL.`; the position is at the point.
  private mutating func reference(label: String?, at start: Int) throws(QueryError) -> TokenReference {
    if let label { references.append((label, TextRange(start, lexer.position))) }
    lexer.position += 1
    let place = lexer.position
    let name = lexer.name()
    guard !name.isEmpty else {
      throw error(.missingAttribute, from: place, to: place, expected: [.oneOf(Self.attributeNames)])
    }
    guard let attribute = TokenAttribute.named(name) else {
      // What CQP and TXM know of a text is a variable here.
      guard name.hasPrefix("text_") else { throw unknownAttribute(name, from: place) }
      throw error(
        .unknownAttribute(name), from: place, to: lexer.position,
        expected: [.text(":: \(name.dropFirst(5)):\"…\"")])
    }
    return TokenReference(attribute, of: label)
  }

  private mutating func comparison(
    _ left: TokenReference, name: String, isGlobal: Bool
  ) throws(QueryError) -> TokenCondition {
    let isNegated = try comparisonMark(after: left.label == nil ? name : "\(name).\(left.attribute.rawValue)")
    lexer.skipSpaces()
    let start = lexer.position
    if lexer.opensValue {
      return .matches(left, try value(of: left.attribute), isNegated: isNegated)
    }
    guard let scalar = lexer.next, scalar.beginsName else {
      throw error(.missingValue(of: name), from: start, to: start, expected: [.text("\"…\"")])
    }
    let other = lexer.name()
    if lexer.next == "." {
      return .equals(left, try reference(label: other == "_" ? nil : other, at: start), isNegated: isNegated)
    }
    guard !isGlobal, let attribute = TokenAttribute.named(other) else {
      throw error(
        .missingValue(of: name), from: start, to: lexer.position, expected: [.text("\"\(other)\"")])
    }
    return .equals(left, TokenReference(attribute), isNegated: isNegated)
  }

  /// Reads `=` or `!=`.
  ///
  /// - Returns: whether it was the latter.
  private mutating func comparisonMark(after name: String) throws(QueryError) -> Bool {
    lexer.skipSpaces()
    let start = lexer.position
    var mark = ""
    while let scalar = lexer.next, ["=", "!", "<", ">", "~", "≠", "≤", "≥", ":"].contains(scalar) {
      mark.unicodeScalars.append(scalar)
      lexer.position += 1
    }
    switch mark {
    case "=": return false
    case "!=", "≠": return true
    case "":
      throw error(
        .missingComparison(of: name), from: start, to: start, expected: [.oneOf(["=", "!="])])
    default:
      throw error(.badComparison(mark), from: start, to: lexer.position, expected: [.oneOf(["=", "!="])])
    }
  }

  /// `distance(a, b) < 5`, the name already read; nil where no parenthesis follows it.
  private mutating func function(_ name: String, from start: Int) throws(QueryError) -> TokenCondition? {
    lexer.skipSpaces()
    guard lexer.next == "(" else { return nil }
    let names = ["distance", "distabs"]
    guard names.contains(name) else {
      throw error(
        .unknownFunction(name), from: start, to: start + name.unicodeScalars.count,
        expected: [Self.instead[name] ?? .oneOf(names.map { $0 + "(a, b)" })],
        near: NearName.closest(to: name, among: names).map { $0 + "(a, b)" })
    }
    let shape = QueryExpectation.text("\(name)(a, b) < 5")
    lexer.position += 1
    var operands: [String] = []
    for mark in [",", ")"] as [Unicode.Scalar] {
      lexer.skipSpaces()
      let place = lexer.position
      let label = lexer.name()
      let range = TextRange(place, lexer.position)
      lexer.skipSpaces()
      guard !label.isEmpty, lexer.next == mark else {
        throw error(.badFunction(name), from: start, to: lexer.position, expected: [shape])
      }
      references.append((label, range))
      operands.append(label)
      lexer.position += 1
    }
    lexer.skipSpaces()
    guard let mark = lexer.comparison(afterSpaces: false), !mark.isColon else {
      throw error(.badFunction(name), from: start, to: lexer.position, expected: [shape])
    }
    lexer.skipSpaces()
    let isNegative = lexer.next == "-"
    if isNegative { lexer.position += 1 }
    guard let limit = number() else {
      throw error(.badFunction(name), from: start, to: lexer.position, expected: [shape])
    }
    return .distance(
      operands[0], operands[1], isAbsolute: name == "distabs", mark.comparison, isNegative ? -limit : limit)
  }
}
