import Testing

@testable import VerbatimCommand

@Suite struct QueryHelpTests {
  @Test("The words that the shell has separated are one query")
  func joined() {
    #expect(QueryHelp.joined(["perdre", "BEFORE/4", "lien"]) == "perdre BEFORE/4 lien")
    #expect(QueryHelp.joined(["code:\"perte de lien\"", "lien"]) == "code:\"perte de lien\" lien")
    #expect(QueryHelp.joined([]) == "")
  }
}
