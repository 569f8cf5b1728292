import Testing

@testable import Workbench

@Suite("Respondents' weights")
struct WeightColumnTests {
  @Test("Weights are 1 where there are none, which are counted")
  func weights() throws {
    let study = try TestStudy().study
    let weights = try study.project.read { try study.columns($0).weights($0) }
    #expect(weights.weights == [1, 2, 1.5, 0.5, 1] && weights.withoutWeight == [])
    let plain = try TestStudy("id;q1\nA;oui\nB;non\n").study
    let missing = try plain.project.read { try plain.columns($0).weights($0) }
    #expect(missing.weights == [1, 1] && missing.withoutWeight == [0, 1])
  }

  @Test("Where nobody has a weight, to weight is refused")
  func refused() throws {
    let plain = try TestStudy(nil)
    try plain.add(
      "id;g;q1\nA;x;oui\nB;y;non\n", roles: SurveyRoles(respondent: "id", answers: ["q1"], variables: ["g"]))
    let request = QueryCounting.Request("oui", isWeighted: true)
    #expect(throws: StudyError.nothingToDo(.weights)) { try QueryCounting(plain.study).count(request) }
    #expect(throws: StudyError.nothingToDo(.weights)) {
      try GroupedCounting(plain.study).table(.init(request, by: .variable("g")))
    }
    let weighted = try TestStudy().study
    #expect(
      try QueryCounting(weighted).count(QueryCounting.Request("lien", isWeighted: true)).weighted != nil)
  }
}
