import Testing

@testable import Workbench

@Suite("Exporting the history")
struct HistoryExportTests {
  private func study() throws -> TestStudy {
    let test = try TestStudy(nil)
    try test.add(
      "id;poids;v;q1\nR1;1,5;oui;Confidentiel\n",
      roles: SurveyRoles(respondent: "id", answers: ["q1"], variables: ["v"], weight: "poids"))
    try test.importCodebook("codes:\n  - id: lien\n    name: Lien\n    examples: [Cité]\n")
    try test.code("lien", "R1/q1", .range(TextRange(0, 4)), memo: "Secret")
    _ = try CodebookEditing(test.study).rename("lien", to: "Perte", coder: "bruno")
    return test
  }

  @Test("Each act with its changes, by names, without a word of an answer")
  func jsonLines() throws {
    let test = try study()
    _ = try HistoryKeeping(test.study).undo(3, coder: "anna")
    let expected = #"""
      {"is":"act","act":1,"date":"2026-11-22T10:30:00Z","coder":"","kind":"import","state":"done","details":{"answers":"1","file":"enquête.csv","respondents":"1"}}
      {"is":"change","act":1,"change":1,"subject":"variable","operation":"insert","after":{"name":"v","kind":"categorical"}}
      {"is":"change","act":1,"change":2,"subject":"question","operation":"insert","after":{"name":"q1","wording":"q1"}}
      {"is":"change","act":1,"change":3,"subject":"variableValue","operation":"insert","after":{"variable":"v","text":"oui"}}
      {"is":"change","act":1,"change":4,"subject":"respondent","operation":"insert","after":{"identifier":"R1","weight":1.5,"values":1}}
      {"is":"change","act":1,"change":5,"subject":"answer","operation":"insert","after":{"respondent":"R1","question":"q1","length":12}}
      {"is":"act","act":2,"date":"2026-11-22T10:30:00Z","coder":"","kind":"import-codebook","state":"done","details":{"added":"1","changed":"0","file":"codes.yaml","moved":"0"}}
      {"is":"change","act":2,"change":1,"subject":"code","operation":"insert","after":{"key":"lien","parent":null,"position":1024,"name":"Lien","colour":null,"definition":"","inclusion":"","exclusion":"","examples":1,"rule":null,"memo_length":0}}
      {"is":"act","act":3,"date":"2026-11-22T10:30:00Z","coder":"anna","kind":"code","state":"undone","details":{"answer":"R1/q1","code":"Lien","end":"4","start":"0"}}
      {"is":"change","act":3,"change":1,"subject":"coder","operation":"insert","after":{"name":"anna"}}
      {"is":"change","act":3,"change":2,"subject":"coding","operation":"insert","after":{"respondent":"R1","question":"q1","code":"lien","coder":"anna","start":0,"end":4,"origin":"hand","date":"2026-11-22T10:30:00Z","rule":null}}
      {"is":"change","act":3,"change":3,"subject":"seen","operation":"insert","after":{"respondent":"R1","question":"q1","coder":"anna","date":"2026-11-22T10:30:00Z"}}
      {"is":"change","act":3,"change":4,"subject":"memo","operation":"insert","after":{"on":"coding","respondent":"R1","question":"q1","code":"lien","start":0,"end":4,"origin":"hand","rule":null,"coder":"anna","date":"2026-11-22T10:30:00Z","length":6}}
      {"is":"act","act":4,"date":"2026-11-22T10:30:00Z","coder":"bruno","kind":"codebook","state":"done","details":{"code":"Lien","did":"rename","key":"lien","to":"Perte"}}
      {"is":"change","act":4,"change":1,"subject":"code","operation":"update","before":{"key":"lien","parent":null,"position":1024,"name":"Lien","colour":null,"definition":"","inclusion":"","exclusion":"","examples":1,"rule":null,"memo_length":0},"after":{"key":"lien","parent":null,"position":1024,"name":"Perte","colour":null,"definition":"","inclusion":"","exclusion":"","examples":1,"rule":null,"memo_length":0}}
      {"is":"act","act":5,"date":"2026-11-22T10:30:00Z","coder":"anna","kind":"undo","state":"done","details":{"act":"3"}}

      """#
    let text = try HistoryExport(test.study).text(as: .jsonl)
    #expect(text == expected)
    let whole = try HistoryExport(test.study, withMemos: true).text(as: .jsonl)
    #expect(whole.contains("Secret") && whole.contains("Cité") && !whole.contains("Confidentiel"))
  }

  @Test("As a table, a row a change, and one for an act without any")
  func table() throws {
    let test = try study()
    _ = try HistoryKeeping(test.study).undo(4, coder: "anna")
    let lines = try HistoryExport(test.study).text(as: .tsv).split(separator: "\n").map(String.init)
    #expect(lines.count == 13)
    #expect(
      lines[0].hasPrefix("act\tdate\tcoder\tkind\tstate\tdetails\tchange\tsubject\toperation\tbefore\tafter"))
    #expect(lines[11].contains("\tundone\t") && lines[11].contains("\tcode\tupdate\t"))
    #expect(lines[12].hasPrefix("5\t2026-11-22T10:30:00Z\tanna\tundo\tdone\t"))
  }

  @Test("The history of an empty project is empty")
  func empty() throws {
    #expect(try HistoryExport(TestStudy(nil).study).text(as: .jsonl) == "")
  }
}
