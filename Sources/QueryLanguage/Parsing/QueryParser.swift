import CodingModel

/// Reads query texts.
///
/// The grammar, in which `·` means without a space between, and SPACE is any Unicode space:
///
///     query      = "cql:" , sequence | either , [ within ] ;
///     within     = ( "within" | "dans" | "WITHIN" | "DANS" ) , code , [ further ] ;
///     further    = rest of an either whose first operand is all that stands before ;
///     either     = all , { ( "OR" | "OU" ) , all } ;
///     all        = unary , { [ "AND" | "ET" ] , unary | "SAUF" , unary } ;
///     unary      = ( "NOT" | "NON" ) , unary | near ;
///     near       = primary , { distance , primary } ;
///     distance   = ( "NEAR" | "BEFORE" ) · "/" · NUMBER · [ ":" · unit ] ;
///     unit       = "sentence" | "phrase" | "answer" | "réponse" ;
///     primary    = "(" , query , ")" | phrase | element | sequence | filter ;
///     phrase     = [ "=" ] · quote · { element | "*" } · endquote ;
///     element    = word | "=" · word | wildcard | "/" · expression · "/"
///                | ( "lemma" | "lemme" ) · ":" · word | "pos" · ":" · TAG ;
///     filter     = code | name , ":" , value | name , compare , value | "uncoded" | "noncodé" ;
///     code       = "code" , ":" , value ;
///     name       = "question" | "coder" | "codeur" | "memo" | "mémo" | a variable's name, quoted if need be ;
///     compare    = "=" | "!=" | "<" | "<=" | ">" | ">=" | "≠" | "≤" | "≥" ;
///     value      = word | quote · text · endquote ;
///     wildcard   = a word with "*" (any number of characters) or "?" (one) ;
///     expression = branch , { "|" , branch } ;
///     branch     = { ( CHARACTER | "." | class | "(" , [ "?:" ] , expression , ")" ) , [ repeat ] } ;
///     repeat     = "?" | "*" | "+" | "{" , n , [ "," , [ m ] ] , "}" | "{" , "," , m , "}" ;
///     class      = "[" , [ "^" ] , { CHARACTER , [ "-" , CHARACTER ] | "\d" | "\w" | "\s" } , "]"
///                | "\d" | "\D" | "\w" | "\W" | "\s" | "\S" ;
///     sequence   = CQL, beginning with "[", a tag, a label or a group of these: see SequenceParser ;
///     quote      = '"' | "“" | "”" | "„" | "«" ;      endquote is any of the first four, or "»" after "«"
///
/// A backslash takes the next character as it is. Operators are in capitals, so that `et` and `ou` are
/// words; a word that looks like an operator is quoted to be searched (`"ET"`). `within` is an operator in
/// lower case as well, and `dans` is one before `code:`. A name in quotes before `:` is a variable's even
/// where it is a reserved one. A letter's parenthesis inside a word belongs to it (`usager(e)s`). A sign that is an
/// operator in other languages, `&`, `|`, `+`, `-`, `!`, `~`, `^`, is refused outside quotes where it stands alone or beside
/// a word as an operator does, and so are single quotes.
///
/// NEAR binds closer than NOT, NOT than AND (written or not) and SAUF, these than OR; `within` takes all
/// that stands before it in its parentheses. After a sequence alone any filter may follow `within`.
public struct QueryParser {
  /// How many code points a query may have.
  public static let lengthLimit = 10_000
  /// How deep parentheses and NOT may be nested.
  public static let depthLimit = 100

  private var lexer: Lexer
  private var current: Lexeme
  private var depth = 0

  /// The query that `text` writes.
  ///
  /// - Throws: A ``QueryError`` with the place of the first mistake.
  /// - Complexity: Proportional to the length of the text, which is limited.
  public static func parse(_ text: String) throws(QueryError) -> Query {
    do {
      return try read(text)
    } catch {
      // A quoted string ends a sequence unless all is CQL, and takes the labels before it out of sight.
      guard case .sequence(.unknownLabel) = error.problem, (try? read("cql: " + text)) != nil else {
        throw error
      }
      throw QueryError(error.problem, at: error.range, expected: [.wholeAsSequence])
    }
  }

  private static func read(_ text: String) throws(QueryError) -> Query {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      guard scalars.count < lengthLimit else {
        throw QueryError(.tooLong(limit: lengthLimit), at: TextRange(lengthLimit, lengthLimit))
      }
      scalars.append(scalar)
    }
    var lexer = Lexer(scalars)
    let first = try lexer.lexeme()
    if case .end = first.kind {
      throw QueryError(.emptyQuery, at: first.range, expected: [.operand])
    }
    var parser = QueryParser(lexer: lexer, current: first)
    let query = try parser.query()
    switch parser.current.kind {
    case .end: return query
    case .closeParenthesis:
      throw QueryError(.unopenedParenthesis, at: parser.current.range, expected: [.operatorOrEnd])
    default:
      throw QueryError(
        .missingLeftOperand(of: parser.current.text), at: parser.current.range, expected: [.operand])
    }
  }

  private init(lexer: Lexer, current: Lexeme) {
    self.lexer = lexer
    self.current = current
  }

  private mutating func advance() throws(QueryError) {
    current = try lexer.lexeme()
  }

  private func spanning(_ first: Query, _ last: TextRange) -> TextRange {
    TextRange(first.range.start, max(first.range.end, last.end))
  }

  private mutating func query() throws(QueryError) -> Query {
    var result = try either(after: nil)
    while case .within = current.kind {
      let keyword = current
      try advance()
      guard case .filter(let filter) = current.kind, filter.isOnCode || result.sequence != nil else {
        throw QueryError(.withinNeedsCode, at: place(after: keyword), expected: [.codeFilter])
      }
      if let sequence = result.sequence {
        result = Query(.sequence(sequence.inside(filter)), range: spanning(result, filter.range))
      } else {
        result = Query(.within(result, filter), range: spanning(result, filter.range))
      }
      try advance()
      result = try either(after: result)
    }
    return result
  }

  /// Where the next lexeme stands, or the place just after `keyword` at the end of the query.
  private func place(after keyword: Lexeme) -> TextRange {
    if case .end = current.kind { return TextRange(keyword.range.end, keyword.range.end) }
    return current.range
  }

  private mutating func either(after first: Query?) throws(QueryError) -> Query {
    var alternatives = [try all(after: first)]
    while case .or = current.kind {
      let keyword = current
      try advance()
      try requireOperand(after: keyword)
      alternatives.append(try all(after: nil))
    }
    guard alternatives.count > 1, let last = alternatives.last else { return alternatives[0] }
    return Query(.or(alternatives), range: spanning(alternatives[0], last.range))
  }

  private mutating func all(after first: Query?) throws(QueryError) -> Query {
    var parts: [Query] = []
    if let first { parts.append(first) } else { parts.append(try unary()) }
    loop: while true {
      let keyword = current
      switch current.kind {
      case .and:
        try advance()
        try requireOperand(after: keyword)
        parts.append(try unary())
      case .except:
        try advance()
        try requireOperand(after: keyword)
        let excluded = try unary()
        parts.append(Query(.not(excluded), range: spanning(excluded, excluded.range)))
      case .not, .openParenthesis, .term, .phrase, .sequence, .filter:
        parts.append(try unary())
      case .closeParenthesis, .or, .near, .within, .end:
        break loop
      }
    }
    guard parts.count > 1, let last = parts.last else { return parts[0] }
    return Query(.and(parts), range: spanning(parts[0], last.range))
  }

  /// Refuses what cannot begin an operand after an operator.
  private func requireOperand(
    after keyword: Lexeme, expected: QueryExpectation = .operand
  ) throws(QueryError) {
    switch current.kind {
    case .not, .openParenthesis, .term, .phrase, .sequence, .filter: return
    case .closeParenthesis, .and, .or, .except, .near, .within, .end:
      throw QueryError(.missingRightOperand(of: keyword.text), at: keyword.range, expected: [expected])
    }
  }

  private mutating func nested<T>(
    at range: TextRange, _ body: (inout QueryParser) throws(QueryError) -> T
  ) throws(QueryError) -> T {
    guard depth < Self.depthLimit else { throw QueryError(.tooDeep(limit: Self.depthLimit), at: range) }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  private mutating func unary() throws(QueryError) -> Query {
    guard case .not = current.kind else { return try near() }
    let keyword = current
    try advance()
    try requireOperand(after: keyword)
    let inner = try nested(at: keyword.range) { parser throws(QueryError) in try parser.unary() }
    return Query(.not(inner), range: TextRange(keyword.range.start, inner.range.end))
  }

  private mutating func near() throws(QueryError) -> Query {
    var result = try primary()
    while case .near(let proximity) = current.kind {
      let keyword = current
      guard result.isPositional else { throw notPositional(result.range, keyword) }
      try advance()
      try requireOperand(after: keyword, expected: .positionalOperand)
      if case .not = current.kind { throw notPositional(current.range, keyword) }
      let right = try primary()
      guard right.isPositional else { throw notPositional(right.range, keyword) }
      result = Query(.near(result, right, proximity), range: spanning(result, right.range))
    }
    return result
  }

  private func notPositional(_ range: TextRange, _ keyword: Lexeme) -> QueryError {
    QueryError(.operandNotPositional(of: keyword.text), at: range, expected: [.positionalOperand])
  }

  private mutating func primary() throws(QueryError) -> Query {
    let lexeme = current
    switch lexeme.kind {
    case .term(let term):
      try advance()
      return Query(.term(term), range: lexeme.range)
    case .phrase(let terms):
      try advance()
      return Query(.phrase(terms), range: lexeme.range)
    case .sequence(let sequence):
      try advance()
      return Query(.sequence(sequence), range: lexeme.range)
    case .filter(let filter):
      try advance()
      return Query(.filter(filter), range: lexeme.range)
    case .openParenthesis:
      return try parenthesis(lexeme)
    case .closeParenthesis:
      throw QueryError(.unopenedParenthesis, at: lexeme.range, expected: [.operand])
    case .and, .or, .except, .not, .near, .within:
      throw QueryError(.missingLeftOperand(of: lexeme.text), at: lexeme.range, expected: [.operand])
    case .end:
      throw QueryError(.emptyQuery, at: lexeme.range, expected: [.operand])
    }
  }

  private mutating func parenthesis(_ open: Lexeme) throws(QueryError) -> Query {
    try advance()
    switch current.kind {
    case .closeParenthesis:
      let range = TextRange(open.range.start, current.range.end)
      throw QueryError(.emptyParentheses, at: range, expected: [.operand])
    case .end:
      throw QueryError(.unclosedParenthesis, at: open.range, expected: [.operand])
    default: break
    }
    let inner = try nested(at: open.range) { parser throws(QueryError) in try parser.query() }
    guard case .closeParenthesis = current.kind else {
      if case .end = current.kind {
        throw QueryError(.unclosedParenthesis, at: open.range, expected: [.text(")")])
      }
      throw QueryError(.missingLeftOperand(of: current.text), at: current.range, expected: [.operand])
    }
    let range = TextRange(open.range.start, current.range.end)
    try advance()
    return Query(inner.node, range: range)
  }
}

extension Query {
  /// The sequence that the query is, where it is one whose hits may lie anywhere.
  fileprivate var sequence: TokenSequence? {
    if case .sequence(let sequence) = node, sequence.within == nil { sequence } else { nil }
  }
}
