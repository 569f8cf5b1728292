import Testing

@testable import VerbatimCommand

@Suite struct QueryHelpTests {
  @Test("What the shell has taken the quotes off gets them again, where it stands among others", arguments: [
    (["lien"], "lien"), (["perte de lien"], "perte de lien"), (["\"perte de lien\""], "\"perte de lien\""),
    (["perte de lien", "OU", "lien"], "\"perte de lien\" OU lien"),
    (["code:perte de lien", "lien"], "code:\"perte de lien\" lien"),
    (["(perte de lien)", "lien"], "(perte de lien) lien"),
    (["perdre", "BEFORE/4", "lien"], "perdre BEFORE/4 lien"),
    (["code:\"perte de lien\"", "lien"], "code:\"perte de lien\" lien"),
    (["lien", "métier:assistant de service social"], "lien métier:\"assistant de service social\""),
    ([], ""),
  ])
  func joined(words: [String], query: String) {
    #expect(QueryHelp.joined(words) == query)
  }
}
