import Testing

@testable import Workbench

@Suite("What coders of a table have gone through")
struct CodingCoverageTests {
  private func coverage(_ test: TestStudy, _ coders: [String], query: String? = nil) throws -> CodingCoverage
  {
    let all = try query.map { try test.study.answers(matching: $0).count } ?? 8
    return try CodingCoverage(coders, coded: 1, of: all, query: query, in: test.study)
  }

  @Test("goes by what is noted, where something is")
  func seen() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1")
    try test.code("lien", "R3/q1", coder: "bastien")
    #expect(try coverage(test, ["anna"]).seen == nil)
    try mark(["R2/q1", "R4/q1"], "anna", in: test)
    #expect(try coverage(test, ["anna"]).seen == 3)
    #expect(try coverage(test, ["anna"]).isPartial)
    #expect(try coverage(test, ["anna", "bastien"]).seen == 4)
    #expect(try coverage(test, ["bastien"]).seen == nil)
    #expect(try coverage(test, ["anna"], query: "question:q1").seen == 3)
    #expect(try coverage(test, ["anna"], query: "question:q2").seen == 0)
    try mark(["R3/q1"], "anna", in: test)
    #expect(try !coverage(test, ["anna"], query: "question:q1").isPartial)
  }

  @Test("is not partial for the rules, nor for nobody")
  func others() {
    #expect(!CodingCoverage(["autocode"], coded: 1, of: 100).isPartial)
    #expect(!CodingCoverage([], coded: 0, of: 0).isPartial)
    #expect(CodingCoverage(["anna"], coded: 79, of: 100).isPartial)
    #expect(!CodingCoverage(["anna"], coded: 80, of: 100).isPartial)
  }

  private func mark(_ answers: [String], _ coder: String, in test: TestStudy) throws {
    let rows = answers.map { $0.replacing("/", with: ",") + ",\(coder)\n" }.joined()
    let path = try test.folder.write("vu.csv", "respondent,question,coder\n" + rows)
    _ = try SeenImport(test.study).run(path)
  }
}
