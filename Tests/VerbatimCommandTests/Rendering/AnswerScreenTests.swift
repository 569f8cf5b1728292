import Testing

@testable import VerbatimCommand
@testable import Workbench

@Suite struct AnswerScreenTests {
  private let session = Session(terminal: .test(width: 60))

  @Test("An answer found: who, what is known of them, the text with its hits")
  func found() {
    let line = AnswerSearch.Line(
      answer: AnswerName(respondent: "R1", question: "q1"), text: "On perd le lien.\nVoilà.",
      hits: [TextRange(3, 7)],
      codings: 2, values: ["Éducation", ""])
    #expect(
      inLanguage(.fr) { AnswerScreen.lines(line, ["groupe", "territoire"], session) } == [
        "R1/q1  Éducation  2\u{A0}codages", "  On ⟦perd⟧ le lien.", "  Voilà.", "",
      ])
  }
}
