import Testing

@testable import Workbench

@Suite("Scoring rules")
struct RuleScoringTests {
  @Test("Rules are compared with a coder's codings on the answers gone through")
  func scores() throws {
    let test = try TestStudy.coded()
    // The rule « lien » finds R1/q1, R3/q1, R3/q2 and R4/q1.
    try test.code("lien", "R1/q1", .range(TextRange(3, 15)))
    try test.code("lien", "R2/q1")
    try test.code("surcharge", "R3/q1")
    _ = try Autocoding(test.study).run()
    let scoring = RuleScoring(test.study)
    let table = try scoring.table(codes: ["lien"], coder: "anna")
    #expect((table.answers, table.allAnswers, table.coder) == (3, 8, "anna"))
    #expect(table.lines.map(\.score) == [RetrievalScore(both: 1, foundOnly: 1, missed: 1)])
    // « On perd le lien. » is what the rule codes in R1/q1; « Le lien humain se perd, hélas. » in R3/q1.
    let characters = try scoring.table(codes: ["lien"], unit: .character)
    #expect(characters.lines.map(\.score) == [RetrievalScore(both: 12, foundOnly: 4 + 30, missed: 3)])
    try test.study.project.perform(.seen) { act in
      for answer in [4, 5] { try act.markSeen(RowID(Int64(answer)), by: act.coder("anna")) }
    }
    let seen = try scoring.table(coder: "anna")
    #expect(seen.answers == 4)
    #expect(seen.total.both == seen.lines.reduce(0) { $0 + $1.score.both })
    #expect(try scoring.table(codes: ["lien"], query: "question:q2").answers == seen.answers - 3)
    try test.code("lien", "R4/q1", coder: "bruno")
    #expect(throws: StudyError.coderNeeded(coders: ["anna", "bruno"])) { try scoring.table() }
    #expect(throws: StudyError.nothingToDo(.codings)) {
      try scoring.table(coder: "bruno", query: "question:q2")
    }
    #expect(throws: StudyError.noRule(name: "Moyens")) { try scoring.table(codes: ["moyens"], coder: "anna") }
    try test.importCodings("respondent,question,code,coder\nR4,q1,lien,consensus\n")
    #expect(try scoring.table().coder == "consensus")
  }
}
