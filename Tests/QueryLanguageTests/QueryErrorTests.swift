import CodingModel
import QueryLanguage
import Testing

/// A wrong query, and what must be said of it.
struct WrongQuery: Sendable, CustomTestStringConvertible {
  let text: String
  let problem: QueryProblem
  let start: Int
  let end: Int
  var expected: [QueryExpectation] = []
  var nearName: String?

  var testDescription: String { text }

  init(
    _ text: String, _ problem: QueryProblem, _ start: Int, _ end: Int,
    _ expected: [QueryExpectation] = [], near: String? = nil
  ) {
    (self.text, self.problem, self.start, self.end) = (text, problem, start, end)
    (self.expected, self.nearName) = (expected, near)
  }
}

struct QueryErrorTests {
  @Test(
    "A mistake is told with its place and what was expected",
    arguments: [
      WrongQuery("", .emptyQuery, 0, 0, [.operand]),
      WrongQuery(" \u{A0} ", .emptyQuery, 3, 3, [.operand]),
      WrongQuery("a \"perte de", .unclosedQuote, 2, 3, [.text("\"")]),
      WrongQuery("« perte", .unclosedQuote, 0, 1, [.text("»")]),
      WrongQuery("“perte", .unclosedQuote, 0, 1, [.text("”")]),
      WrongQuery("code:\"perte", .unclosedQuote, 5, 6, [.text("\"")]),
      WrongQuery("perte »", .unopenedQuote, 6, 7, [.text("«"), .operand]),
      WrongQuery("a AND (b OR c", .unclosedParenthesis, 6, 7, [.text(")")]),
      WrongQuery("a (", .unclosedParenthesis, 2, 3, [.operand]),
      WrongQuery("a b)", .unopenedParenthesis, 3, 4, [.operatorOrEnd]),
      WrongQuery(") a", .unopenedParenthesis, 0, 1, [.operand]),
      WrongQuery("a ( )", .emptyParentheses, 2, 5, [.operand]),
      WrongQuery("a \"  \"", .emptyPhrase, 2, 6, [.word]),
      WrongQuery("a > > 3", .notANumber(">"), 4, 5, [.number]),
      WrongQuery(": a", .unexpectedCharacter(":"), 0, 1, [.operand]),
      WrongQuery("a AND != 3", .unexpectedCharacter("!"), 6, 7, [.operand]),
      WrongQuery("lien\\", .danglingBackslash, 4, 5),
      WrongQuery("AND a", .missingLeftOperand(of: "AND"), 0, 3, [.operand]),
      WrongQuery("OU a", .missingLeftOperand(of: "OU"), 0, 2, [.operand]),
      WrongQuery("SAUF a", .missingLeftOperand(of: "SAUF"), 0, 4, [.operand]),
      WrongQuery("NEAR/3 a", .missingLeftOperand(of: "NEAR"), 0, 6, [.operand]),
      WrongQuery("within code:x", .missingLeftOperand(of: "within"), 0, 6, [.operand]),
      WrongQuery("(a OR) b", .missingRightOperand(of: "OR"), 3, 5, [.operand]),
      WrongQuery("a ET", .missingRightOperand(of: "ET"), 2, 4, [.operand]),
      WrongQuery("a AND OR b", .missingRightOperand(of: "AND"), 2, 5, [.operand]),
      WrongQuery("a SAUF", .missingRightOperand(of: "SAUF"), 2, 6, [.operand]),
      WrongQuery("NOT", .missingRightOperand(of: "NOT"), 0, 3, [.operand]),
      WrongQuery("a NEAR/3", .missingRightOperand(of: "NEAR"), 2, 8, [.positionalOperand]),
      WrongQuery("a NEAR b", .missingDistance(of: "NEAR"), 2, 6, [.text("NEAR/5")]),
      WrongQuery("a BEFORE/ b", .missingDistance(of: "BEFORE"), 2, 9, [.text("BEFORE/5")]),
      WrongQuery("a NEAR/x b", .badDistance(of: "NEAR", text: "x"), 7, 8, [.wholeNumber(1...1000)]),
      WrongQuery("a NEAR/0 b", .distanceOutOfRange(of: "NEAR", limit: 1000), 7, 8, [.wholeNumber(1...1000)]),
      WrongQuery(
        "a NEAR/99999999999999999999 b", .distanceOutOfRange(of: "NEAR", limit: 1000), 7, 27,
        [.wholeNumber(1...1000)]),
      WrongQuery(
        "a NEAR/5:sentense b", .unknownUnit("sentense"), 9, 17,
        [.oneOf(["sentence", "answer", "phrase", "réponse"])], near: "sentence"),
      WrongQuery("a NEAR/5 code:x", .operandNotPositional(of: "NEAR"), 9, 15, [.positionalOperand]),
      WrongQuery("(a AND b) NEAR/5 c", .operandNotPositional(of: "NEAR"), 0, 9, [.positionalOperand]),
      WrongQuery("a BEFORE/5 NOT b", .operandNotPositional(of: "BEFORE"), 11, 14, [.positionalOperand]),
      WrongQuery("a near/5 b", .operatorNotInCapitals("near/5"), 2, 8, [.text("NEAR/5")]),
      WrongQuery("a within question:q1", .withinNeedsCode, 9, 20, [.codeFilter]),
      WrongQuery("a within", .withinNeedsCode, 8, 8, [.codeFilter]),
      WrongQuery("= lien", .emptyExact, 0, 1, [.word]),
      WrongQuery("=li*", .wildcardNotAllowed, 0, 4, [.word]),
      WrongQuery("*", .matchesEverything, 0, 1, [.word]),
      WrongQuery("a ?*?", .matchesEverything, 2, 5, [.word]),
      WrongQuery("\"* *\"", .matchesEverything, 0, 5, [.word]),
      WrongQuery("/.*/", .matchesEverything, 1, 3),
      WrongQuery("lemma:", .emptyLemma, 0, 6, [.word]),
      WrongQuery("lemma:per*", .wildcardNotAllowed, 0, 10, [.word]),
      WrongQuery("pos: AND", .emptyPartOfSpeech, 0, 8, [.oneOf(PartOfSpeechTag.all)]),
      WrongQuery("pos:NU*", .unknownPartOfSpeech("NU*"), 0, 7, [.oneOf(PartOfSpeechTag.all)], near: "NUM"),
      WrongQuery("code:", .emptyFilterValue(of: "code"), 5, 5, [.value(of: "code")]),
      WrongQuery("métier: AND a", .emptyFilterValue(of: "métier"), 7, 7, [.value(of: "métier")]),
      WrongQuery("métier:\"\"", .emptyFilterValue(of: "métier"), 7, 9, [.value(of: "métier")]),
      WrongQuery("ancienneté>=", .emptyFilterValue(of: "ancienneté"), 12, 12, [.number]),
      WrongQuery("code>3", .comparisonNotAllowed(of: "code"), 0, 5, [.text("code:")]),
      WrongQuery("ancienneté<dix", .notANumber("dix"), 11, 14, [.number]),
    ])
  func mistakes(_ wrong: WrongQuery) {
    let error = QueryError(
      wrong.problem, at: TextRange(wrong.start, wrong.end), expected: wrong.expected, nearName: wrong.nearName
    )
    #expect(throws: error) { try QueryParser.parse(wrong.text) }
  }

  @Test("An error moves with its text, and never before the beginning")
  func shifted() {
    let error = QueryError(.emptyPhrase, at: TextRange(15, 17), expected: [.word], nearName: "lien")
    #expect(
      error.shifted(by: -13)
        == QueryError(.emptyPhrase, at: TextRange(2, 4), expected: [.word], nearName: "lien"))
    #expect(error.shifted(by: -20).range == TextRange(0, 0))
    #expect(error.shifted(by: 1).range == TextRange(16, 18))
  }
}
