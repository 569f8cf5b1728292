import CodingModel

extension Lexer {
  /// A word outside quotes: an operator, the name of a filter, or a term.
  mutating func bareWord() throws(QueryError) -> Lexeme {
    let start = position
    try refuseSingleQuotes()
    var word = try rawWord(stopsAtComparison: true)
    try readGroups(of: &word) { $0.endsBareWord || $0.beginsComparison }
    let text = word.text
    guard !word.pieces.isEmpty else {
      throw error(.unexpectedCharacter(scalars[start]), from: start, expected: [.operand])
    }
    guard !word.isEscaped else { return single(try term(of: word, from: start)) }
    if !word.hasWildcard, let near = try proximity(text, from: start) { return near }
    let range = TextRange(start, position)
    if let kind = OperatorWord.kind(of: text) { return Lexeme(kind, range, text: text) }
    if text == "within" || text == "dans", opensCodeFilter(evenWithout: text == "within") {
      return Lexeme(.within, range, text: text)
    }
    var ahead = self
    let comparison = word.hasWildcard ? nil : ahead.comparison(afterSpaces: true)
    try refuseForeignSign(from: start, isName: comparison != nil)
    if let comparison {
      self = ahead
      return try filter(text, from: start, comparison: comparison)
    }
    if ReservedName.uncoded.contains(text) { return Lexeme(.filter(Filter(.uncoded, range: range)), range) }
    return single(try term(of: word, from: start))
  }

  /// Whether `code:` follows; for a word that is only ever the operator, that is not asked.
  private func opensCodeFilter(evenWithout always: Bool) -> Bool {
    if always { return true }
    var ahead = self
    ahead.skipSpaces()
    guard let word = try? ahead.rawWord(stopsAtComparison: true), ReservedName(word.text) == .code else {
      return false
    }
    return ahead.comparison(afterSpaces: true) != nil
  }

  /// NEAR or BEFORE with its distance and unit; nil where the word is neither.
  private mutating func proximity(_ text: String, from start: Int) throws(QueryError) -> Lexeme? {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts[0].uppercased()
    guard name == "NEAR" || name == "BEFORE" else { return nil }
    let digits = parts.count > 1 ? parts[1] : nil
    guard parts[0] == name else {
      guard let digits, digits.utf8.first.map({ (48...57).contains($0) }) == true else { return nil }
      throw error(
        .operatorNotInCapitals(text), from: start, to: position, expected: [.text("\(name)/\(digits)")])
    }
    let bounds = QueryExpectation.wholeNumber(1...Proximity.maximumDistance)
    guard let digits, !digits.isEmpty else {
      throw error(.missingDistance(of: name), from: start, to: position, expected: [.text(name + "/5")])
    }
    let digitStart = position - digits.unicodeScalars.count
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
      throw error(
        .badDistance(of: name, text: digits), from: digitStart, to: position, expected: [bounds])
    }
    guard let distance = Int(digits), (1...Proximity.maximumDistance).contains(distance) else {
      throw error(
        .distanceOutOfRange(of: name, limit: Proximity.maximumDistance), from: digitStart, to: position,
        expected: [bounds])
    }
    let unit = try proximityUnit()
    let proximity = Proximity(distance: distance, isOrdered: name == "BEFORE", unit: unit)
    return Lexeme(.near(proximity), TextRange(start, position), text: name)
  }

  private mutating func proximityUnit() throws(QueryError) -> Proximity.Unit {
    guard next == ":" else { return .sentence }
    position += 1
    let start = position
    let name = try rawWord(stopsAtComparison: true).text
    guard let unit = OperatorWord.unit(named: name) else {
      throw error(
        .unknownUnit(name), from: start, to: position, expected: [.oneOf(OperatorWord.units)],
        nearName: NearName.closest(to: name, among: OperatorWord.units))
    }
    return unit
  }
}
