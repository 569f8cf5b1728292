import CodingModel
import QueryLanguage
import Testing

/// The canonical text of a query text: what the tests of the grammar compare.
private func canonical(_ text: String) throws -> String {
  QueryPrinter.print(try QueryParser.parse(text))
}

struct QueryParserTests {
  @Test(
    "A query is read with the precedence of the grammar",
    arguments: [
      ("lien", "lien"),
      ("surcharge perte", "surcharge AND perte"),
      ("a b OR c", "a AND b OR c"),
      ("a OU b c", "a OR b AND c"),
      ("(a OR b) c", "(a OR b) AND c"),
      ("a ET b SAUF c", "a AND b AND NOT c"),
      ("a NOT b", "a AND NOT b"),
      ("NON a NEAR/3 b", "NOT a NEAR/3 b"),
      ("NOT NOT a", "NOT NOT a"),
      ("NOT (a b)", "NOT (a AND b)"),
      ("a NEAR/5 b c", "a NEAR/5 b AND c"),
      ("a NEAR/5 b BEFORE/2 c", "(a NEAR/5 b) BEFORE/2 c"),
      ("a NEAR/5 (b BEFORE/2 c)", "a NEAR/5 (b BEFORE/2 c)"),
      ("(a OR b) NEAR/5:answer \"c d\"", "(a OR b) NEAR/5:answer \"c d\""),
      ("a BEFORE/5:phrase b", "a BEFORE/5 b"),
      ("a BEFORE/5:réponse b", "a BEFORE/5:answer b"),
      ("a OR b within code:x", "a OR b within code:x"),
      ("a within code:x AND b", "(a within code:x) AND b"),
      ("a dans code:x OU b", "(a within code:x) OR b"),
      ("a WITHIN code:x within code:y", "(a within code:x) within code:y"),
    ])
  func precedence(_ text: String, _ expected: String) throws {
    #expect(try canonical(text) == expected)
  }

  @Test(
    "Words, phrases and patterns are told apart",
    arguments: [
      ("et", "et"), ("ou", "ou"), ("and", "and"), ("dans", "\"dans\""), ("near", "near"),
      ("\"ET\"", "\"ET\""), ("\\ET", "\"ET\""), ("=Liens", "=Liens"), ("lemma:perdre", "lemma:perdre"),
      ("lemme : perdre", "lemma:perdre"), ("pos:adj", "pos:ADJ"), ("pos:DET:ART", "pos:DET\\:ART"),
      ("pos:\"a b\"", "pos:a\\ b"), ("numéri*", "numéri*"), ("li?n", "li?n"),
      ("num**ri", "num*ri"), ("/num.ri.+/", "/num.ri.+/"), ("/a\\/b|c/", "/a\\/b|c/"), ("km/h", "\"km/h\""),
      ("\"lien\"", "lien"), ("« perte de lien »", "\"perte de lien\""),
      ("«\u{A0}perte\u{A0}de\u{202F}lien\u{A0}»", "\"perte de lien\""), ("“perte de”", "\"perte de\""),
      ("„perte de“", "\"perte de\""), ("\"perte * lien\"", "\"perte * lien\""),
      ("\"=De pos:NOUN lemma:être num* /l.s/\"", "\"=De pos:NOUN lemma:être num* /l.s/\""),
      ("=\"Perte de\"", "\"=Perte =de\""), ("l'aide", "l'aide"), ("l’aide", "l’aide"),
      ("usager(e)s", "\"usager\\(e\\)s\""), ("lien\\*", "\"lien\\*\""), ("!!!", "\"\\!\\!\\!\""),
      ("oui!", "\"oui\\!\""),
      ("\"note : bien\"", "\"note \\: bien\""), ("\"= /\"", "\"\\= \\/\""), ("uncoded", "uncoded"),
      ("noncodé", "uncoded"), ("\"uncoded\"", "\"uncoded\""), ("lien =liens", "lien AND =liens"),
    ])
  func terms(_ text: String, _ expected: String) throws {
    #expect(try canonical(text) == expected)
  }

  @Test(
    "Filters are read with every quote, space and comparison",
    arguments: [
      ("code:\"perte de lien\"", "code:\"perte de lien\""),
      ("code : « perte de lien »", "code:\"perte de lien\""),
      ("Code:autonomie", "code:autonomie"), ("code:Parent/Enfant", "code:\"Parent/Enfant\""),
      ("métier:\"assistant de service social\"", "métier:\"assistant de service social\""),
      ("\"type de structure\":association", "\"type de structure\":association"),
      ("question:Q2", "question:Q2"),
      ("codeur:alice", "coder:alice"), ("vu:alice", "seen:alice"), ("Attribué:alice", "assigned:alice"),
      ("mémo:urgent", "memo:urgent"), ("ancienneté>=10", "ancienneté>=10"),
      ("ancienneté >= 10", "ancienneté>=10"), ("ancienneté ≥ 2,5", "ancienneté>=\"2,5\""),
      ("ancienneté<3", "ancienneté<3"), ("ancienneté = 10", "ancienneté:10"),
      ("ancienneté!=10", "ancienneté!=10"),
      ("ancienneté ≠ \"16 000\"", "ancienneté!=\"16 000\""), ("\"question\":Q2", "\"question\":Q2"),
      ("code:\"dit \\\"x\\\"\"", "code:\"dit \\\"x\\\"\""), ("code:AND\\ x", "code:\"AND x\""),
      ("lien(code:x)", "lien AND code:x"),
    ])
  func filters(_ text: String, _ expected: String) throws {
    #expect(try canonical(text) == expected)
  }

  @Test("Every node knows where it is written, in code points")
  func ranges() throws {
    let query = try QueryParser.parse("  é\u{301}té AND (« a b » OR code:\"x y\")")
    #expect(query.range == TextRange(2, 34))
    guard case .and(let parts) = query.node, case .or(let inner) = parts[1].node,
      case .filter(let filter) = inner[1].node
    else {
      Issue.record("unexpected tree")
      return
    }
    #expect(parts.map(\.range) == [TextRange(2, 6), TextRange(11, 34)])
    #expect(inner.map(\.range) == [TextRange(12, 19), TextRange(23, 33)])
    #expect(filter.valueRange == TextRange(28, 33))
  }

  @Test("Hostile texts are refused at once")
  func hostile() throws {
    let limit = QueryParser.lengthLimit
    let million = String(repeating: "(", count: 1_000_000)
    #expect(throws: QueryError(.tooLong(limit: limit), at: TextRange(limit, limit))) {
      try QueryParser.parse(million)
    }
    let deep = String(repeating: "(", count: 5000)
    #expect(throws: QueryError(.tooDeep(limit: 100), at: TextRange(100, 101))) {
      try QueryParser.parse(deep)
    }
    let negations = String(repeating: "NOT ", count: 2000) + "a"
    #expect(throws: QueryError(.tooDeep(limit: 100), at: TextRange(400, 403))) {
      try QueryParser.parse(negations)
    }
    let quotes = String(repeating: "\"a\":", count: 2400)
    #expect(throws: QueryError.self) { try QueryParser.parse(quotes) }
    let words = String(repeating: "a ", count: 4999)
    #expect(try QueryPrinter.print(QueryParser.parse(words)).hasPrefix("a AND a AND a"))
  }
}
