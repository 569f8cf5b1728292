import Testing

@testable import VerbatimCommand

@Suite struct ColumnListTests {
  @Test(
    "Names between commas; a comma in a name stands between quotes",
    arguments: [
      ("q1", ["q1"]), ("q1,q2", ["q1", "q2"]), (" q1 , q2 ", ["q1", "q2"]), ("q1,,q2,", ["q1", "q2"]),
      ("", []),
      ("\"Âge, en années\",sexe", ["Âge, en années", "sexe"]), ("l'âge,“x”", ["l'âge", "“x”"]),
    ])
  func names(text: String, names: [String]) {
    #expect(ColumnList.names(text) == names)
  }
}
