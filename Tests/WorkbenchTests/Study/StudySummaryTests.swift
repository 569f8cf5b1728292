import Testing

@testable import Workbench

@Suite("A study at a glance")
struct StudySummaryTests {
  @Test("Everything is counted")
  func counts() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1", memo: "m")
    try test.code("surcharge", "R1/q1", coder: "bruno")
    let summary = try StudySummary(test.study)
    #expect(summary.path == test.study.path)
    #expect([summary.respondents, summary.weighted] == [5, 5])
    #expect(summary.questions.map { "\($0.question.name) \($0.answers)" } == ["q1 4", "q2 4"])
    #expect(
      summary.variables.map { "\($0.variable.name) \($0.variable.kind) \($0.distinct)" } == [
        "groupe categorical 2", "ancienneté numeric 4",
      ])
    #expect(
      summary.variables[0].values.map { "\($0.text) \($0.respondents)" } == ["Insertion 2", "Éducation 2"])
    #expect(
      [summary.codes, summary.codings, summary.coders, summary.memos, summary.acts] == [4, 2, 2, 1, 4])
    #expect(summary.codedAnswers == 1)
    #expect(summary.isWritable)
    #expect(summary.tokens == 49)
    #expect(try !StudySummary(test.readOnly()).isWritable)
  }
}
