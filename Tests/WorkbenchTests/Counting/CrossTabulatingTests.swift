import Testing

@testable import Workbench

@Suite("Codes by a variable")
struct CrossTabulatingTests {
  /// Perte de lien on R1/q1 and R3's two answers; Surcharge on R4/q1; Effets on R2.
  private func study() throws -> TestStudy {
    let test = try TestStudy.coded()
    for answer in ["R1/q1", "R3/q1", "R3/q2"] { try test.code("lien", answer) }
    try test.code("surcharge", "R4/q1", .range(TextRange(0, 4)))
    try test.code("surcharge", "R4/q1", .range(TextRange(18, 22)))
    try test.code("effets", "R2")
    return test
  }

  private func cells(_ table: CrossTabulating.Table) -> [[String]] {
    zip(table.codes, table.tabulation.rows).map { code, row in
      [code] + row.cells.map { "\($0.n)/\($0.base)" } + ["\(row.total.n)/\(row.total.base)"]
    }
  }

  @Test("Respondents with at least one answer coded so, of all, those without a value last")
  func respondents() throws {
    let table = try CrossTabulating(study().study).table(.init(codes: [], variable: "groupe"))
    #expect(table.categories == ["Éducation", "Insertion"])
    #expect(
      cells(table) == [
        ["Effets", "1/2", "0/2", "0/1", "1/5"], ["Perte de lien", "1/2", "1/2", "0/1", "2/5"],
        ["Surcharge", "0/2", "0/2", "1/1", "1/5"],
      ])
    #expect(table.tabulation.rows[1].total.share == 0.4)
    #expect(table.coders == ["anna"])
    #expect(table.withoutWeight == 0)
  }

  @Test("Those without a value can be left out; a code can count those under it")
  func missingAndChildren() throws {
    let study = try study().study
    let table = try CrossTabulating(study).table(
      .init(codes: ["effets"], variable: "Groupe", withChildren: true, leavesOutMissing: true))
    #expect(cells(table) == [["Effets", "2/2", "1/2", "3/4"]])
    let all = try CrossTabulating(study).table(.init(codes: [], variable: "groupe", withChildren: true))
    #expect(all.codes == ["Effets", "Perte de lien", "Surcharge"])
    #expect(cells(all)[0] == ["Effets", "2/2", "1/2", "1/1", "4/5"])
  }

  @Test("Shares can be of those who answered the question asked about")
  func answered() throws {
    let study = try study().study
    var request = CrossTabulating.Request(codes: ["lien"], variable: "groupe", query: "question:q2")
    #expect(
      cells(try CrossTabulating(study).table(request)) == [["Perte de lien", "0/2", "1/2", "0/1", "1/5"]])
    request.base = .answered
    #expect(
      cells(try CrossTabulating(study).table(request)) == [["Perte de lien", "0/1", "1/2", "0/1", "1/4"]])
  }

  @Test("Answers and codings can be counted instead")
  func units() throws {
    let study = try study().study
    let answers = try CrossTabulating(study).table(
      .init(codes: ["lien", "surcharge", "perte de LIEN"], variable: "groupe", unit: .answers))
    #expect(
      cells(answers) == [
        ["Perte de lien", "1/3", "2/3", "0/2", "3/8"], ["Surcharge", "0/3", "0/3", "1/2", "1/8"],
      ])
    let codings = try CrossTabulating(study).table(
      .init(codes: ["lien", "surcharge"], variable: "groupe", unit: .codings))
    #expect(
      cells(codings) == [
        ["Perte de lien", "1/2", "2/2", "0/2", "3/6"], ["Surcharge", "0/2", "0/2", "2/2", "2/6"],
      ])
  }

  @Test("Weights apply to shares, and the unweighted n stays")
  func weighted() throws {
    let test = try study()
    var request = CrossTabulating.Request(codes: ["lien"], variable: "groupe", isWeighted: true)
    let row = try CrossTabulating(test.study).table(request).tabulation.rows[0]
    // Weights 1 and 2 in Éducation, 1.5 and 1 in Insertion, 0.5 without a value; R1 and R3 have the code.
    #expect(row.cells.map(\.n) == [1, 1, 0])
    #expect(row.cells.map(\.weighted) == [1, 1.5, 0])
    #expect(row.cells.map(\.weightedBase) == [3, 2.5, 0.5])
    #expect(row.cells.map(\.share) == [1.0 / 3, 0.6, 0])
    #expect(row.total.weighted == 2.5)
    #expect(row.total.weightedBase == 6)
    try test.add("id;q1\nR6;Lien.\n", roles: SurveyRoles(respondent: "id", answers: ["q1"]))
    request.codes = ["lien"]
    let table = try CrossTabulating(test.study).table(request)
    #expect(table.withoutWeight == 1)
    #expect(table.tabulation.total.weighted == 7)
  }

  @Test("Numbers are ordered by size, words as in French")
  func order() throws {
    let study = try study().study
    let table = try CrossTabulating(study).table(.init(codes: ["lien"], variable: "ancienneté"))
    #expect(table.categories == ["3", "7", "12", "25"])
    #expect(table.tabulation.bases.map(\.n) == [1, 1, 1, 1, 1])
  }

  @Test("What is not there is told")
  func errors() throws {
    let test = try TestStudy.coded()
    let crossing = CrossTabulating(test.study)
    #expect(throws: StudyError.unknownVariable(name: "grope", near: "groupe")) {
      try crossing.table(.init(codes: ["lien"], variable: "grope"))
    }
    #expect(throws: StudyError.nothingToDo(.codings)) {
      try crossing.table(.init(codes: [], variable: "groupe"))
    }
    #expect(throws: StudyError.nothingToDo(.respondents)) {
      let empty = try TestStudy(nil)
      try empty.study.project.perform(.importSurvey) { _ = try $0.variable("v", .categorical) }
      return try CrossTabulating(empty.study).table(.init(codes: [], variable: "v"))
    }
  }
}
