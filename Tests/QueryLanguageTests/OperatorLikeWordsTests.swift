import QueryLanguage
import Testing

struct OperatorLikeWordsTests {
  @Test(
    "A word like an operator between two others is told once",
    arguments: [
      ("travail et temps", ["et"]), ("travail Et temps", ["Et"]), ("a and b or c and d", ["and", "or"]),
      ("(a b) ou \"c d\"", ["ou"]), ("a sauf code:x", ["sauf"]), ("NOT (a not b)", ["not"]),
      ("a et b within code:x", ["et"]), ("x OR a et b", ["et"]),
    ])
  func told(_ text: String, _ words: [String]) throws {
    #expect(try QueryParser.parse(text).operatorLikeWords(in: text) == words)
  }

  @Test(
    "Quoted, exact, at an end or beside an operator it is a word",
    arguments: [
      "et", "et temps", "temps et", "travail \"et\" temps", "travail =et temps", "travail AND et AND temps",
      "\"travail et temps\"", "travail ET temps", "lien NEAR/5 et", "a (et) b", "a \\et b",
    ])
  func untold(_ text: String) throws {
    #expect(try QueryParser.parse(text).operatorLikeWords(in: text).isEmpty)
  }
}
