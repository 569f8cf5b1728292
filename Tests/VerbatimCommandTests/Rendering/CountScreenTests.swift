import Testing

@testable import VerbatimCommand
@testable import Workbench

@Suite struct CountScreenTests {
  private func count(hits: Int?, _ respondents: Int, of all: Int) -> QueryCount {
    QueryCount(
      query: "lien", hits: hits, answers: 37, respondents: respondents, allAnswers: 6626,
      allRespondents: all)
  }

  @Test("A share of respondents stands with what it is a share of and its interval")
  func line() {
    // Wilson's interval of 37 in 2512 by hand: 1.07 to 2.02.
    #expect(
      inBoth { CountScreen.line(count(hits: 38, 37, of: 2512)) } == [
        "38\u{A0}occurrences · 37\u{A0}réponses · 37\u{A0}répondants sur 2\u{202F}512 (1,5\u{A0}% ; IC 95 % : 1,1 – 2,0)",
        "38\u{A0}hits · 37\u{A0}answers · 37\u{A0}respondents of 2,512 (1.5%; 95% CI: 1.1 – 2.0)",
      ])
    #expect(
      inLanguage(.fr) { CountScreen.line(count(hits: nil, 0, of: 0)) }
        == "37\u{A0}réponses · 0\u{A0}répondant sur 0")
  }

  @Test("A weighted share says so")
  func weighted() {
    var count = count(hits: 38, 1, of: 2)
    count.weighted =
      CrossTabulation(
        units: [TabulatedUnit(category: 0, weight: 3), TabulatedUnit(category: 0, weight: 1)],
        categoryCount: 1, coded: [[0]], weighted: true
      ).rows[0].total
    #expect(
      inLanguage(.en) { CountScreen.line(count) }.contains("1\u{A0}respondent of 2 (75.0% weighted; 95% CI: ")
    )
  }
}
