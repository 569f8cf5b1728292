import CodingModel
import QueryLanguage
import Testing

struct SingleQuotesTests {
  @Test(
    "Single quotes are told, with the double ones that are meant",
    arguments: [
      WrongQuery("code:'perte de lien'", .singleQuotes, 5, 20, [.text("\"perte de lien\"")]),
      WrongQuery("a AND 'perte de lien'", .singleQuotes, 6, 21, [.text("\"perte de lien\"")]),
      WrongQuery("('lien')", .singleQuotes, 1, 7, [.text("\"lien\"")]),
      WrongQuery("groupe:‘A’", .singleQuotes, 7, 10, [.text("\"A\"")]),
      WrongQuery("'l'aide'", .singleQuotes, 0, 8, [.text("\"l'aide\"")]),
    ])
  func refused(_ wrong: WrongQuery) {
    #expect(
      throws: QueryError(wrong.problem, at: TextRange(wrong.start, wrong.end), expected: wrong.expected)
    ) {
      try QueryParser.parse(wrong.text)
    }
  }

  @Test("An apostrophe alone is a letter", arguments: ["'cause l'aide", "l' aide", "aujourd'hui d'", "'"])
  func apostrophes(_ text: String) throws {
    let query = try QueryParser.parse(text)
    #expect(try QueryParser.parse(QueryPrinter.print(query)) == query)
  }

  @Test(
    "An accent or a prime between letters is an apostrophe",
    arguments: ["l´accès", "l`accès", "l′accès", "\"l´accès\""])
  func accents(_ text: String) throws {
    #expect(try QueryParser.parse(text) == QueryParser.parse("l'accès"))
  }

  @Test("Elsewhere it is the sign that it is", arguments: ["`", "5′", "=l´accès", "l\\´accès"])
  func signs(_ text: String) throws {
    let query = try QueryParser.parse(text)
    #expect(try QueryParser.parse(QueryPrinter.print(query)) == query)
    #expect(try query != QueryParser.parse("l'accès"))
  }
}
