import Testing

@testable import Workbench

@Suite("Keeping the index")
struct IndexingTests {
  @Test("Rebuilding makes one segment that says the same")
  func rebuild() throws {
    let test = try TestStudy()
    let before = try test.count("lien")
    try test.makeIndexStale()
    #expect(try Checking(test.study).run().index == .stale)
    let summary = try Indexing(test.study).rebuild()
    #expect([summary.answers, summary.segments] == [8, 1])
    #expect(summary.tokens == (try StudySummary(test.study).tokens))
    #expect(try test.count("lien") == before)
    #expect(try Checking(test.study).run().index == .right)
    #expect(try HistoryKeeping(test.study).acts().count == 1)
  }

  @Test("The summary brings the index up to date first")
  func summary() throws {
    let test = try TestStudy()
    try test.makeIndexStale()
    #expect(try StudySummary(test.study).tokens == nil)
    #expect(try Indexing(test.study).summary().answers == 8)
    #expect(try Checking(test.study).run().index == .right)
  }

  @Test("A project without answers has an empty index that is right")
  func empty() throws {
    let test = try TestStudy(nil)
    let summary = try Indexing(test.study).rebuild()
    #expect([summary.answers, summary.tokens, summary.segments] == [0, 0, 0])
    #expect(try Checking(test.study).run().index == .right)
    #expect(try test.count("lien") == [0, 0, 0])
  }

  @Test("A read-only project is not rebuilt")
  func readOnly() throws {
    let test = try TestStudy()
    let study = try test.readOnly()
    #expect(throws: ProjectError.readOnly(path: test.study.path)) { try Indexing(study).rebuild() }
  }

  @Test("Small segments become one only beside small ones")
  func merging() throws {
    let test = try TestStudy(nil)
    let roles = SurveyRoles(respondent: "id", answers: ["q1"])
    let many = (1...30).map { "A\($0),Un deux trois quatre cinq.\n" }.joined()
    try test.add("id,q1\n" + many, roles: roles)
    func sizes() throws -> [Int] { try test.study.project.read { try $0.indexSegments().map(\.answerCount) } }
    #expect(try sizes() == [30])
    try test.add("id,q1\nB1,Un deux.\n", roles: roles)
    #expect(try sizes() == [30, 1])
    try test.add("id,q1\nB2,Un deux.\n", roles: roles)
    #expect(try sizes() == [30, 2])
    let more = (1...25).map { "C\($0),Un deux trois quatre cinq.\n" }.joined()
    try test.add("id,q1\n" + more, roles: roles)
    #expect(try sizes() == [57])
    #expect(try Checking(test.study).run().index == .right)
  }
}
