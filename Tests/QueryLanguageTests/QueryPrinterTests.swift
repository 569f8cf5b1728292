import CodingModel
import QueryLanguage
import Testing

/// Random queries of every construct, from a seed.
private struct QueryMaker {
  var state: UInt64

  mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  mutating func text() -> String {
    let letters = Array("aéZ*?\\\"«»()[]:=<>!/-'’‘´`′&|+~^5 .≥NEARcode".unicodeScalars)
    var view = String.UnicodeScalarView()
    view.append("x")
    for _ in 0..<number(below: 6) {
      let scalar = letters[number(below: letters.count)]
      view.insert(scalar, at: number(below: 2) == 0 ? view.startIndex : view.endIndex)
    }
    let text = String(view)
    return text.first == " " || text.last == " " ? "y" + text + "y" : text
  }

  mutating func pick(_ texts: [String]) -> String { texts[number(below: texts.count)] }

  mutating func term(inPhrase: Bool) throws -> Term {
    let words = [
      "AND", "ou", "NEAR", "within", "dans", "lemma:x", "pos:ADJ", "NEAR/5", "près", "uncoded", "l'aide",
    ]
    switch number(below: inPhrase ? 8 : 7) {
    case 0: return Term(.word(text()))
    case 1: return Term(.word(pick(words)))
    case 2: return Term(.exact(text()))
    case 3: return Term(.lemma(text()))
    case 4: return Term(.partOfSpeech(pick(PartOfSpeechTag.all)))
    case 5:
      let text = text()
      let pieces = text.unicodeScalars.map { Wildcard.Piece.scalar($0) }
      return Term(.wildcard(Wildcard([.anyOne] + pieces + [.anyRun])))
    case 6:
      let sources = ["/a+/", "/[a-z]{2,3}é?/", "/a\\/b/", "/x|\\\\/"]
      let query = try QueryParser.parse(pick(sources))
      guard case .term(let term) = query.node else { throw QueryError(.emptyQuery, at: query.range) }
      return term
    default: return Term(.anything)
    }
  }

  mutating func filter() -> Filter {
    switch number(below: 8) {
    case 0: Filter(.code(text()))
    case 1: Filter(.question(text()))
    case 2: Filter(.coder(text()))
    case 3: Filter(.memo(text()))
    case 4: Filter(.uncoded)
    case 5: Filter(.seen(text()))
    case 6: Filter(.assigned(text()))
    default: variable()
    }
  }

  mutating func variable() -> Filter {
    let comparison = Filter.Comparison.allCases[number(below: 6)]
    let value = comparison.isOrder ? "\(number(below: 100))" : text()
    let name =
      number(below: 2) == 0 ? text() : pick(["code", "AND", "near", "within", "âge", "pos", "uncoded"])
    return Filter(.variable(name: name, comparison: comparison, value: value))
  }

  mutating func query(depth: Int, positional: Bool = false) throws -> Query {
    switch number(below: depth == 0 ? 3 : 8) {
    case 0: return Query(.term(try term(inPhrase: false)))
    case 1:
      var terms = [try term(inPhrase: false)]
      for _ in 0...number(below: 3) { terms.append(try term(inPhrase: true)) }
      return Query(.phrase(terms))
    case 2: return positional ? Query(.term(Term(.word(text())))) : Query(.filter(filter()))
    case 3, 4:
      let proximity = Proximity(
        distance: 1 + number(below: 20), isOrdered: number(below: 2) == 0,
        unit: Proximity.Unit.allCases[number(below: 2)])
      let left = try query(depth: depth - 1, positional: true)
      return Query(.near(left, try query(depth: depth - 1, positional: true), proximity))
    case 5: return Query(.or(try queries(depth: depth - 1, positional: positional)))
    case 6 where !positional:
      if number(below: 2) == 0 { return Query(.not(try query(depth: depth - 1))) }
      return Query(.within(try query(depth: depth - 1), Filter(.code(text()))))
    default:
      if positional { return Query(.or(try queries(depth: depth - 1, positional: true))) }
      return Query(.and(try queries(depth: depth - 1, positional: false)))
    }
  }

  mutating func queries(depth: Int, positional: Bool) throws -> [Query] {
    var result: [Query] = []
    for _ in 0..<2 + number(below: 2) { result.append(try query(depth: depth, positional: positional)) }
    return result
  }
}

struct QueryPrinterTests {
  @Test("Random queries are read back from what they are printed as", arguments: 1...8)
  func roundTrip(_ seed: UInt64) throws {
    var maker = QueryMaker(state: seed)
    for _ in 0..<500 {
      let query = try maker.query(depth: 3)
      let text = QueryPrinter.print(query)
      #expect(try QueryParser.parse(text) == query, "\(text)")
    }
  }
}
