import Testing

@testable import VerbatimCommand
@testable import Workbench

@Suite struct PageFooterTests {
  private func count(hits: Int?, _ answers: Int, _ respondents: Int, of all: Int = 2512) -> QueryCount {
    QueryCount(
      query: "lien", hits: hits, answers: answers, respondents: respondents, allAnswers: 6626,
      allRespondents: all)
  }

  @Test("Occurrences, answers, respondents and their share")
  func counts() {
    #expect(
      inBoth { PageFooter.counts(count(hits: 38, 37, 37)) } == [
        "38\u{A0}occurrences · 37\u{A0}réponses · 37\u{A0}répondants (1,5\u{A0}%)",
        "38\u{A0}hits · 37\u{A0}answers · 37\u{A0}respondents (1.5%)",
      ])
  }

  @Test("A query of filters has no occurrences; a project without respondents no shares")
  func without() {
    #expect(
      inLanguage(.fr) { PageFooter.counts(count(hits: nil, 1, 1)) }
        == "1\u{A0}réponse · 1\u{A0}répondant (0,0\u{A0}%)")
    #expect(
      inLanguage(.fr) { PageFooter.counts(count(hits: 0, 0, 0, of: 0)) }
        == "0\u{A0}occurrence · 0\u{A0}réponse · 0\u{A0}répondant")
  }

  @Test("Beyond the last line there is nothing, which is said, with the last page there is")
  func beyond() {
    func text(from: Int, page: Int?, limit: Int) -> [String] {
      inBoth {
        PageFooter.text(count(hits: 38, 37, 37), shown: 0, from: from, of: 38, page: page, limit: limit)
      }.map { String($0.drop { $0 != "—" }) }
    }
    #expect(
      text(from: 40, page: 3, limit: 20) == [
        "— rien à cette page : la dernière est --page 2", "— nothing on this page: the last is --page 2",
      ])
    #expect(text(from: .max, page: .max, limit: 19)[0] == "— rien à cette page : la dernière est --page 2")
    #expect(text(from: .max, page: 2, limit: .max)[0] == "— rien à cette page : la dernière est --page 1")
    #expect(
      text(from: 38, page: nil, limit: 20) == ["— rien après la ligne 38", "— nothing behind line 38"])
    #expect(
      inLanguage(.fr) { PageFooter.text(count(hits: 0, 0, 0), shown: 0, from: 20, of: 0, page: 2, limit: 20) }
        == "0\u{A0}occurrence · 0\u{A0}réponse · 0\u{A0}répondant (0,0\u{A0}%)")
  }

  @Test("A page says which lines it shows and how to see the rest")
  func page() {
    #expect(
      inBoth { PageFooter.text(count(hits: nil, 37, 37), shown: 20, from: 0, of: 37) } == [
        "37\u{A0}réponses · 37\u{A0}répondants (1,5\u{A0}%) — lignes 1 à 20 ; la suite : --from 20, tout : --limit 0",
        "37\u{A0}answers · 37\u{A0}respondents (1.5%) — lines 1 to 20; more: --from 20, all: --limit 0",
      ])
    #expect(
      inBoth { PageFooter.text(count(hits: nil, 37, 37), shown: 10, from: 10, of: 37, page: 2) } == [
        "37\u{A0}réponses · 37\u{A0}répondants (1,5\u{A0}%) — lignes 11 à 20 ; la suite : --page 3, tout : --limit 0",
        "37\u{A0}answers · 37\u{A0}respondents (1.5%) — lines 11 to 20; more: --page 3, all: --limit 0",
      ])
    #expect(
      inLanguage(.fr) { PageFooter.text(count(hits: nil, 37, 37), shown: 17, from: 20, of: 37) }
        == "37\u{A0}réponses · 37\u{A0}répondants (1,5\u{A0}%)")
  }
}
