import CodingModel

/// Reads CQL from a query text.
///
/// The grammar, in which `·` means without a space between:
///
///     sequence   = [ strategy ] , branches , { "::" , constraint | extent | "cut" , NUMBER } , [ ";" ] ;
///     strategy   = "(?" · ( "standard" | "longest" | "shortest" | "traditional" ) · ")" ;
///     branches   = run , { "|" , run } ;
///     run        = { part , [ repeat ] | tag | "[:" , condition , ":]" } ;
///     part       = [ LABEL , ":" ] , [ "@" ] , "[" , [ condition ] , "]" | string | "(" , branches , ")"
///                | "/region[" , region , "]" ;
///     repeat     = "?" | "*" | "+" | "{" , n , [ "," , [ m ] ] , "}" | "{" , "," , m , "}" ;
///     tag        = "<" · [ "/" ] · region · ">" ;              region = "s" | "answer" | "code:" · value ;
///     condition  = any , { "->" , any } ;              any = all , { "|" , all } ;
///     all        = not , { "&" , not } ;               not = { "!" } , ( "(" , condition , ")" | test ) ;
///     test       = reference , ( "=" | "!=" ) , ( string | reference )
///                | ( "distance" | "distabs" ) , "(" , LABEL , "," , LABEL , ")" , compare , NUMBER ;
///     reference  = [ ( LABEL | "_" ) · "." ] · ( "word" | "form" | "lemma" | "pos" ) ;
///     string     = quote · expression · quote , [ "%" · { "c" | "d" | "l" } ] ;
///     constraint = condition whose references all have labels, and whose tests may be filters, LABEL, or
///                  LABEL , compare , LABEL ;
///     extent     = "within" , ( [ NUMBER ] , "s" | NUMBER | "answer" | filter ) ;
///
/// In a string between straight quotes two of them stand for one. A string alone, `"de"`, stands for `[word="de"]`, but
/// only where the whole query is CQL (after `cql:`): elsewhere it is a phrase, and a filter after `within` belongs to the
/// whole query before it.
struct SequenceParser {
  /// How deep groups may be nested.
  static let depthLimit = 50
  /// How many codes may have the boundaries of their segments asked for, and conditions be looked ahead for.
  static let regionLimit = 4

  var lexer: Lexer
  /// Whether the whole query is CQL.
  let isWhole: Bool
  /// How deep in groups the position is.
  var depth = 0
  var labels: [String] = []
  /// The labels that are referred to, with their places: they may be given later.
  var references: [(label: String, range: TextRange)] = []

  init(_ lexer: Lexer, isWhole: Bool) {
    self.lexer = lexer
    self.isWhole = isWhole
  }

  func error(
    _ problem: SequenceProblem, from start: Int, to end: Int? = nil, expected: [QueryExpectation] = [],
    near: String? = nil
  ) -> QueryError {
    lexer.error(.sequence(problem), from: start, to: end, expected: expected, nearName: near)
  }

  /// Reads a sequence with all that follows it; the position is then after it.
  mutating func sequence() throws(QueryError) -> TokenSequence {
    lexer.skipSpaces()
    if lexer.opensMeetUnion { throw meetUnion() }
    let strategy = try strategy()
    lexer.skipSpaces()
    let start = lexer.position
    let pattern = try branches()
    guard pattern.hasToken else {
      throw error(.noToken, from: start, to: lexer.position, expected: [.token])
    }
    guard pattern.size(limit: TokenSequence.sizeLimit) <= TokenSequence.sizeLimit else {
      throw error(.tooLarge(limit: TokenSequence.sizeLimit), from: start, to: lexer.position)
    }
    var regions: Set<SequencePattern.Region> = []
    for region in pattern.regions where region != .sentence && region != .answer { regions.insert(region) }
    guard regions.count <= Self.regionLimit else {
      throw error(.tooManyRegions(limit: Self.regionLimit), from: start, to: lexer.position)
    }
    labels = pattern.labels
    guard labels.count <= TokenSequence.labelLimit else {
      throw error(.tooManyLabels(limit: TokenSequence.labelLimit), from: start, to: lexer.position)
    }
    let clauses = try clauses()
    for (label, range) in references where !labels.contains(label) && !Self.anchors.contains(label) {
      throw error(
        .unknownLabel(label), from: range.start, to: range.end,
        expected: labels.isEmpty ? [.text("a:[…]")] : [.oneOf(labels)],
        near: NearName.closest(to: label, among: labels))
    }
    return TokenSequence(
      pattern, strategy: strategy, constraint: clauses.constraint, within: clauses.within, cut: clauses.cut)
  }

  /// The labels that every hit has: its first and its last token.
  static let anchors = ["match", "matchend"]

  private func meetUnion() -> QueryError {
    var ahead = lexer
    let name = ahead.name()
    return error(
      .meetUnion(name), from: lexer.position, to: ahead.position,
      expected: [.oneOf(["[…] NEAR/5 […]", "[…] BEFORE/5 […]", "[…] AND […]"])])
  }

  private mutating func strategy() throws(QueryError) -> TokenSequence.Strategy {
    guard lexer.next == "(", lexer.peek(1) == "?" else { return .standard }
    lexer.position += 2
    let start = lexer.position
    let name = lexer.name()
    let names = TokenSequence.Strategy.allCases.map(\.rawValue)
    guard let strategy = TokenSequence.Strategy(rawValue: name) else {
      throw error(
        .unknownStrategy(name), from: start, to: max(start + 1, lexer.position), expected: [.oneOf(names)],
        near: NearName.closest(to: name, among: names))
    }
    lexer.skipSpaces()
    guard lexer.next == ")" else {
      throw error(.unclosedGroup, from: start - 2, to: start - 1, expected: [.text(")")])
    }
    lexer.position += 1
    return strategy
  }

  // MARK: - Sequences

  private mutating func branches() throws(QueryError) -> SequencePattern {
    var branches = [try run()]
    lexer.skipSpaces()
    while lexer.next == "|" {
      lexer.position += 1
      branches.append(try run())
      lexer.skipSpaces()
    }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func run() throws(QueryError) -> SequencePattern {
    var parts: [SequencePattern] = []
    while let part = try part(isFirst: parts.isEmpty) { parts.append(part) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  /// The next part of a run; nil where the run ends.
  private mutating func part(isFirst: Bool) throws(QueryError) -> SequencePattern? {
    lexer.skipSpaces()
    let start = lexer.position
    if !isWhole, depth == 0, !isFirst, !lexer.opensSequence { return nil }
    switch lexer.next {
    case "[" where lexer.peek(1) == ":": return try unrepeated(try lookAhead())
    case "[", "@":
      return try quantified(try token(label: nil))
    case "/" where isWhole: return try quantified(try wholeRegion())
    case "<": return try unrepeated(try tag())
    case "(":
      guard isWhole || depth > 0 || isFirst else {
        // Outside CQL a parenthesis may also begin another query.
        var ahead = self
        guard let group = try? ahead.group(), let part = try? ahead.quantified(group) else { return nil }
        self = ahead
        return part
      }
      return try quantified(try group())
    case _ where lexer.opensValue && isWhole:
      return try quantified(try token(label: nil))
    case let scalar? where scalar.beginsName:
      if let label = try label() { return try quantified(try token(label: label)) }
      if isFirst || !endsRun { throw unexpectedWord(from: start) }
      return nil
    case "?", "*", "+", "{":
      if isFirst { throw error(.nothingToRepeat, from: start, expected: [.token]) }
      throw error(.doubleQuantifier, from: start, expected: [.token])
    case "]":
      throw error(.unopenedBracket, from: start, expected: [.token])
    case ")":
      if isFirst { throw depth > 0 ? emptyGroup() : error(.unopenedGroup, from: start, expected: [.token]) }
      if isWhole, depth == 0 { throw error(.unopenedGroup, from: start) }
      return nil
    case nil, "|", ":", ";":
      guard isFirst else { return nil }
      throw error(.missingToken, from: start, to: start, expected: [.token])
    case let scalar?:
      if !isWhole, !isFirst { return nil }
      throw error(.unexpected(String(Character(scalar))), from: start, expected: [.token])
    }
  }

  /// Whether what stands at the position ends a run: a clause, or in a mixed query any word.
  private var endsRun: Bool {
    var ahead = lexer
    let word = ahead.name()
    return ["within", "dans", "cut"].contains(word) || (!isWhole && depth == 0)
  }

  private func emptyGroup() -> QueryError {
    error(.emptyGroup, from: lexer.position, expected: [.token])
  }

  private func unexpectedWord(from start: Int) -> QueryError {
    var ahead = lexer
    let word = ahead.name()
    if word == "TAB" {
      return error(
        .meetUnion(word), from: start, to: ahead.position,
        expected: [.oneOf(["[…] NEAR/5 […]", "[…] BEFORE/5 […]", "[…] AND […]"])])
    }
    if OperatorWord.isReserved(word) {
      return error(
        .bareWord(word), from: start, to: ahead.position, expected: [.oneOf(["|", "::", "within", "cut"])])
    }
    if word == "expand" {
      return error(
        .unsupported(word), from: start, to: ahead.position, expected: [.oneOf(["::", "within", "cut"])])
    }
    let quoted = "[lemma=\"\(word)\"]"
    return error(.bareWord(word), from: start, to: ahead.position, expected: [.text(quoted)])
  }

  private mutating func label() throws(QueryError) -> String? {
    var ahead = lexer
    let start = ahead.position
    let name = ahead.name()
    ahead.skipSpaces()
    guard ahead.next == ":", ahead.peek(1) != ":" else { return nil }
    ahead.position += 1
    ahead.skipSpaces()
    guard ahead.next == "[" || ahead.next == "@" || (isWhole && ahead.opensValue) else {
      guard isWhole || depth > 0 else { return nil }
      throw error(
        .badLabel(name), from: start, to: start + name.unicodeScalars.count, expected: [.text("\(name):[…]")])
    }
    guard !Self.anchors.contains(name), name != "_", TokenAttribute.named(name) == nil else {
      throw error(
        .badLabel(name), from: start, to: start + name.unicodeScalars.count, expected: [.text("a:[…]")])
    }
    lexer = ahead
    return name
  }

  private mutating func token(label: String?) throws(QueryError) -> SequencePattern {
    var label = label
    if lexer.next == "@" {
      lexer.position += 1
      label = label ?? "target"
    }
    if lexer.opensValue, isWhole {
      let pattern = try value(of: .word)
      return .token(.matches(TokenReference(.word), pattern, isNegated: false), label: label)
    }
    let open = lexer.position
    guard lexer.next == "[" else { throw error(.missingToken, from: open, expected: [.token]) }
    lexer.position += 1
    lexer.skipSpaces()
    if lexer.next == "]" {
      lexer.position += 1
      return .token(nil, label: label)
    }
    let condition = try condition(isGlobal: false)
    lexer.skipSpaces()
    guard lexer.next == "]" else {
      if lexer.next == nil || lexer.next == "[" {
        throw error(.unclosedBracket, from: open, expected: [.text("]")])
      }
      throw error(
        .unexpected(word(at: lexer.position)), from: lexer.position, to: end(ofWordAt: lexer.position),
        expected: [.oneOf(["&", "|", "]"])])
    }
    lexer.position += 1
    return .token(condition, label: label)
  }

  /// `[: pos="ADJ" :]`: the place before a token that fulfils the condition.
  private mutating func lookAhead() throws(QueryError) -> SequencePattern {
    let open = lexer.position
    lexer.position += 2
    let known = references.count
    let condition = try condition(isGlobal: false)
    guard references.count == known else {
      let (label, range) = references[known]
      throw error(
        .badLabel(label), from: range.start, to: range.end, expected: [.oneOf(Self.attributeNames)])
    }
    lexer.skipSpaces()
    guard lexer.next == ":", lexer.peek(1) == "]" else {
      throw error(.unclosedBracket, from: open, expected: [.text(":]")])
    }
    lexer.position += 2
    return .boundary(.token(condition), isEnd: false)
  }

  /// A place, after which no repeat may stand.
  private mutating func unrepeated(_ place: SequencePattern) throws(QueryError) -> SequencePattern {
    lexer.skipSpaces()
    if let next = lexer.next, ["?", "*", "+", "{"].contains(next) {
      throw error(.nothingToRepeat, from: lexer.position, expected: [.token])
    }
    return place
  }

  /// The word, or the one character, at a place, for an error.
  func word(at position: Int) -> String {
    String(scalars: lexer.scalars[position..<end(ofWordAt: position)])
  }

  func end(ofWordAt position: Int) -> Int {
    var ahead = lexer
    ahead.position = position
    _ = ahead.name()
    return ahead.position > position ? ahead.position : min(position + 1, lexer.scalars.count)
  }

  private mutating func group() throws(QueryError) -> SequencePattern {
    let open = lexer.position
    guard depth < Self.depthLimit else { throw error(.tooDeep(limit: Self.depthLimit), from: open) }
    lexer.position += 1
    lexer.skipSpaces()
    if lexer.next == ")" {
      throw error(.emptyGroup, from: open, to: lexer.position + 1, expected: [.token])
    }
    if lexer.next == nil { throw error(.unclosedGroup, from: open, expected: [.token]) }
    depth += 1
    defer { depth -= 1 }
    let inner = try branches()
    lexer.skipSpaces()
    guard lexer.next == ")" else {
      if lexer.next == nil { throw error(.unclosedGroup, from: open, expected: [.text(")")]) }
      throw error(
        .unexpected(word(at: lexer.position)), from: lexer.position, to: end(ofWordAt: lexer.position),
        expected: [.text(")")])
    }
    lexer.position += 1
    return inner
  }
}
