import Testing

@testable import Workbench

@Suite("What a share of respondents is a share of")
struct RespondentBaseTests {
  private func identifiers(_ base: RespondentBase, _ study: Study) throws -> [String] {
    let all = try study.project.read { try $0.respondents() }
    return base.respondents.compactMap { id in all.first { $0.id == id }?.identifier }
  }

  @Test("Everybody, or those with an answer in the scope; weights only where asked for")
  func bases() throws {
    let study = try TestStudy().study
    let scope = try study.answers(matching: "question:q1")
    let all = try RespondentBase(study, .all, scope, isWeighted: false)
    #expect(try identifiers(all, study) == ["R1", "R2", "R3", "R4", "R5"])
    #expect(all.units.allSatisfy { $0.weight == 1 && $0.category == nil })
    #expect(all.places(of: scope) == [0, 1, 2, 3])
    let answered = try RespondentBase(study, .answered, scope, isWeighted: true)
    #expect(try identifiers(answered, study) == ["R1", "R2", "R3", "R4"])
    #expect(answered.units.map(\.weight) == [1, 2, 1.5, 0.5])
    #expect(answered.withoutWeight == 0)
    #expect(try RespondentBase(study, .answered, nil, isWeighted: false).units.count == 5)
  }

  @Test("A share rests on weights, its interval on the effective number")
  func share() throws {
    let base = try RespondentBase(TestStudy().study, .all, nil, isWeighted: true)
    let cell = try #require(base.share([1, 2]))
    #expect(cell.n == 2 && cell.base == 5)
    #expect(cell.share == 3.5 / 6)
    let effective = 36 / (1 + 4 + 2.25 + 0.25 + 1)
    #expect(cell.interval == ConfidenceInterval.wilson(share: 3.5 / 6, n: effective))
  }

  @Test("Respondents without an answer count in the base of all")
  func silent() throws {
    let test = try TestStudy(nil)
    try test.add(
      "id,groupe,q1\nR1,A,oui\nR2,B,\n",
      roles: SurveyRoles(respondent: "id", answers: ["q1"], variables: ["groupe"]))
    let base = try RespondentBase(test.study, .all, nil, isWeighted: false)
    #expect(base.units.count == 2)
    #expect(try base.places(of: test.study.answers(matching: "oui")) == [0])
    #expect(try RespondentBase(test.study, .answered, nil, isWeighted: false).units.count == 1)
  }
}
