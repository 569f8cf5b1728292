import CodingModel
import QueryLanguage
import Testing

struct ForeignSignsTests {
  @Test(
    "An operator of another language is told with its place and what it means there",
    arguments: [
      WrongQuery("a & b", .foreignOperator(.and, sign: "&", word: "&"), 2, 3),
      WrongQuery("a && b", .foreignOperator(.and, sign: "&&", word: "&&"), 2, 4),
      WrongQuery("a || b", .foreignOperator(.or, sign: "||", word: "||"), 2, 4),
      WrongQuery("lien|perte", .foreignOperator(.or, sign: "|", word: "lien|perte"), 4, 5),
      WrongQuery("(a|b)", .foreignOperator(.or, sign: "|", word: "a|b"), 2, 3),
      WrongQuery("num*|tele*", .foreignOperator(.or, sign: "|", word: "num*|tele*"), 4, 5),
      WrongQuery("lien&perte", .foreignOperator(.and, sign: "&", word: "lien&perte"), 4, 5),
      WrongQuery("lien+perte", .foreignOperator(.and, sign: "+", word: "lien+perte"), 4, 5),
      WrongQuery("lien& perte", .foreignOperator(.and, sign: "&", word: "lien&"), 4, 5),
      WrongQuery("a + b", .foreignOperator(.required, sign: "+", word: "+"), 2, 3),
      WrongQuery("+lien a", .foreignOperator(.required, sign: "+", word: "+lien"), 0, 1),
      WrongQuery("+\"a b\"", .foreignOperator(.required, sign: "+", word: "+"), 0, 1),
      WrongQuery("lien -perte", .foreignOperator(.not(isFirst: false), sign: "-", word: "-perte"), 5, 6),
      WrongQuery("lien - perte", .foreignOperator(.not(isFirst: false), sign: "-", word: "-"), 5, 6),
      WrongQuery("a -code:x", .foreignOperator(.not(isFirst: false), sign: "-", word: "-code"), 2, 3),
      WrongQuery("-\"a b\"", .foreignOperator(.not(isFirst: true), sign: "-", word: "-"), 0, 1),
      WrongQuery("!perte", .foreignOperator(.not(isFirst: true), sign: "!", word: "!perte"), 0, 1),
      WrongQuery("a OR (!b)", .foreignOperator(.not(isFirst: true), sign: "!", word: "!b"), 6, 7),
      WrongQuery("a AND !b", .foreignOperator(.not(isFirst: true), sign: "!", word: "!b"), 6, 7),
      WrongQuery("a !(b c)", .foreignOperator(.not(isFirst: false), sign: "!", word: "!"), 2, 3),
      WrongQuery("!code:x", .foreignOperator(.not(isFirst: true), sign: "!", word: "!code"), 0, 1),
      WrongQuery("~travail", .foreignOperator(.fuzzy, sign: "~", word: "~travail"), 0, 1),
      WrongQuery("lien~", .foreignOperator(.fuzzy, sign: "~", word: "lien~"), 4, 5),
      WrongQuery("lien~2", .foreignOperator(.fuzzy, sign: "~", word: "lien~2"), 4, 5),
      WrongQuery("\"perte lien\"~5", .foreignOperator(.near, sign: "~5", word: nil), 12, 14),
      WrongQuery("\"perte lien\"^2", .foreignOperator(.caret, sign: "^2", word: nil), 12, 14),
      WrongQuery("lien^2.5", .foreignOperator(.caret, sign: "^", word: "lien^2.5"), 4, 5),
      WrongQuery("^lien", .foreignOperator(.caret, sign: "^", word: "^lien"), 0, 1),
    ])
  func refused(_ wrong: WrongQuery) {
    #expect(throws: QueryError(wrong.problem, at: TextRange(wrong.start, wrong.end))) {
      try QueryParser.parse(wrong.text)
    }
  }

  @Test(
    "What answers may hold is a word, and anything is one that is quoted, exact or escaped",
    arguments: [
      "R&D", "H&M", "c++", "50+", "LGBT+", "+33", "-5", "+2h", "~20", "BAC+5", "2+2", "1~2", "x^2",
      "plus-value",
      "e-mail", "rendez-vous*", "oui!", "!!!", "^^", "--", "10%", "€", "#tag", "@moi", "\"+\"", "=+", "=&",
      "\"R&D\"",
      "\"lien|perte\"", "=lien|perte", "\"-perte\"", "\\-perte", "\\+", "lemma:a|b", "groupe:a|b",
      "memo:+a",
    ])
  func words(_ text: String) throws {
    let query = try QueryParser.parse(text)
    #expect(try QueryParser.parse(QueryPrinter.print(query)) == query)
  }

  @Test("In CQL the signs are what they are there")
  func sequences() throws {
    for text in [
      "[pos=\"ADJ\" | pos=\"NOUN\" & !(word=\"a\")]+ | [lemma=\"b\"]", "cql: \"a\" | \"b\"",
      "a:[] []* b:[] :: a.lemma = b.lemma & !a.pos = \"ADJ\"",
    ] {
      #expect(try QueryParser.parse(text).sequences.count == 1)
    }
  }
}
