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

  @Test("Merging segments analyses no text again")
  func withoutAnalysis() throws {
    let test = try TestStudy(nil)
    let roles = SurveyRoles(respondent: "id", answers: ["q1"])
    try test.add("id,q1\nA1,Un deux.\nA2,Un.\n", roles: roles)
    try test.markFirstSegment()
    try test.add("id,q1\nB1,Un deux trois.\n", roles: roles)
    #expect(try test.study.project.read { try $0.indexSegments().map(\.answerCount) } == [3])
    #expect(try test.study.names("marque") == ["A1/q1", "A2/q1"])
    #expect(try test.study.names("un") == ["B1/q1"])
    #expect(try Checking(test.study).run().index == .wrong)
    _ = try Indexing(test.study).rebuild()
    #expect(try test.study.names("un") == ["A1/q1", "A2/q1", "B1/q1"])
  }

  @Test("What is left of a segment after its answers are undone is taken over, not analysed again")
  func leftOver() throws {
    let test = try TestStudy(nil)
    let roles = SurveyRoles(respondent: "id", answers: ["q1"])
    try test.add("id,q1\nA1,Un deux.\nA2,Un.\n", roles: roles)
    try test.add("id,q1\nB1,Un deux trois.\n", roles: roles)
    #expect(try test.study.project.read { try $0.indexSegments().map(\.answerCount) } == [3])
    try test.markFirstSegment()
    #expect(try test.count("marque") == [3, 3, 3])
    _ = try HistoryKeeping(test.study).undo()
    #expect(try test.count("marque") == [2, 2, 2])
    _ = try HistoryKeeping(test.study).redo()
    #expect(try test.study.names("un") == ["B1/q1"])
    #expect(try test.count("marque") == [2, 2, 2])
    _ = try Indexing(test.study).rebuild()
    #expect(try Checking(test.study).run().index == .right)
  }

  @Test("A segment that cannot be read is made again when others are merged with it")
  func damaged() throws {
    let test = try TestStudy(nil)
    let roles = SurveyRoles(respondent: "id", answers: ["q1"])
    try test.add("id,q1\nA1,Un deux.\nA2,Un.\n", roles: roles)
    let entry = try #require(try test.study.project.read { try $0.indexSegments() }.first)
    let parts = try test.study.project.read { reader in
      try SegmentPart.allCases.map { part in
        (part: part.rawValue, bytes: try reader.indexPart(entry.id, part.rawValue, 0..<Int.max))
      }
    }
    let damaged = IndexSegmentDraft(
      analysisVersion: entry.analysisVersion, answers: entry.answers, answerCount: entry.answerCount,
      tokenCount: entry.tokenCount, parts: parts.filter { $0.part != SegmentPart.keys.rawValue })
    try test.study.project.updateIndex(removing: [entry], adding: [damaged])
    try test.add("id,q1\nB1,Un deux trois.\n", roles: roles)
    #expect(try test.study.project.read { try $0.indexSegments().map(\.answerCount) } == [3])
    #expect(try Checking(test.study).run().index == .right)
    #expect(try test.count("un") == [3, 3, 3])
  }

  @Test("Many imports, some undone, leave the index that one import gives")
  func imports() throws {
    let roles = SurveyRoles(respondent: "id", answers: ["q1"])
    let texts = [
      "On perd le lien.", "Trop de mails, trop.", "RAS", "L’écran, les usager·e·s !", "4 €  à Paris.",
    ]
    let one = try TestStudy(nil)
    let many = try TestStudy(nil)
    let rows = (0..<60).map { "R\($0),\"\(texts[$0 * $0 % 5]) \(texts[$0 % 3])\"\n" }
    try one.add("id,q1\n" + rows.joined(), roles: roles)
    var start = 0
    for size in [1, 7, 2, 2, 1, 20, 5, 1, 1, 12, 8] {
      try many.add("id,q1\n" + rows[start..<start + size].joined(), roles: roles)
      try many.add("id,q1\nX,\"Un de trop.\"\n", roles: roles)
      _ = try HistoryKeeping(many.study).undo()
      let words = try many.texts().joined().ranges(of: "rop").count
      #expect(try many.count("trop").first == words)
      start += size
    }
    #expect(start == 60)
    for query in ["lien", "trop OR ras", "usagers", "\"le lien\"", "=Lien", "e*"] {
      #expect(try one.count(query) == many.count(query))
      #expect(try one.study.names(query) == many.study.names(query))
    }
    #expect(try Checking(many.study).run().isClean)
  }
}
