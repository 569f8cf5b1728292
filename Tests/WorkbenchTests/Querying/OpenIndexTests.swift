import Foundation
import Testing

@testable import Workbench

@Suite("The index, kept open")
struct OpenIndexTests {
  @Test("An import undone and another of the same size done again are not taken for each other")
  func exchanged() throws {
    let test = try TestStudy(nil)
    for name in ["un", "deux", "trois"] {
      try test.add("id;q1\n\(name);mot\(name) chat\n", roles: SurveyRoles(respondent: "id", answers: ["q1"]))
    }
    let history = HistoryKeeping(test.study)
    _ = try history.undo(2)
    #expect(try test.count("motdeux") == [0, 0, 0] && test.count("chat") == [2, 2, 2])
    _ = try history.undo(3)
    _ = try history.redo(2)
    #expect(try test.count("motdeux") == [1, 1, 1] && test.count("mottrois") == [0, 0, 0])
    #expect(try Checking(test.study).run().index == .right)
  }

  @Test("It is right after an import, renewed after undoing and after redoing it")
  func undo() throws {
    let test = try TestStudy()
    try test.add("id;q1\nR6;Sans lien.\n", roles: SurveyRoles(respondent: "id", answers: ["q1"]))
    let history = HistoryKeeping(test.study)
    #expect(try test.count("lien") == [6, 5, 4])
    #expect(try Checking(test.study).run().index == .right)

    _ = try history.undo()
    let stale = try Checking(test.study).run()
    #expect(stale.index == .stale && stale.isClean)
    #expect(try test.count("lien") == [5, 4, 3])
    #expect(try Checking(test.study).run().index == .right)

    _ = try history.redo()
    #expect(try Checking(test.study).run().isClean)
    #expect(try test.count("lien") == [6, 5, 4])
    #expect(try Checking(test.study).run().index == .right)

    _ = try history.undo()
    _ = try history.undo()
    #expect(try test.count("lien") == [0, 0, 0])
    #expect(try Checking(test.study).run().index == .right)
    _ = try history.redo()
    #expect(try test.count("lien") == [5, 4, 3])
    #expect(try Checking(test.study).run().index == .right)
  }

  @Test("What another process imports, undoes and merges is seen at the next query")
  func otherProcess() throws {
    let test = try TestStudy()
    let other = try test.reopened()
    #expect(try test.count("lien") == [5, 4, 3])
    let path = try test.folder.write("plus.csv", "id;q1\nR6;Sans lien.\nR7;Du lien, du lien.\n")
    let roles = SurveyRoles(respondent: "id", answers: ["q1"])
    _ = try SurveyImport(path, roles: roles).run(into: other)
    #expect(try test.count("lien") == [8, 6, 5])
    _ = try HistoryKeeping(other).undo()
    #expect(try test.count("lien") == [5, 4, 3])
    #expect(try other.counts("lien") == [5, 4, 3])
    _ = try Indexing(other).rebuild()
    #expect(try test.count("lien") == [5, 4, 3])
  }

  @Test("A read-only project with a stale index still answers, and stays as it is")
  func readOnly() throws {
    let test = try TestStudy()
    try test.makeIndexStale()
    let segments = try test.study.project.read { try $0.indexSegments() }
    let study = try test.readOnly()
    #expect(!study.project.isWritable)
    #expect(try study.counts("lien") == [5, 4, 3])
    #expect(try study.names("trop BEFORE/2 mails") == ["R1/q1", "R4/q1"])
    #expect(try study.project.read { try $0.indexSegments() } == segments)
    #expect(try Checking(study).run().index == .stale)
  }

  @Test("A read-only project of which a part is indexed answers from both")
  func partly() throws {
    let test = try TestStudy()
    try test.add("id;q1\nR6;Sans lien.\n", roles: SurveyRoles(respondent: "id", answers: ["q1"]))
    let segments = try test.study.project.read { try $0.indexSegments() }
    try #require(segments.count == 2)
    try test.study.project.updateIndex(removing: [segments[0]], adding: [])
    // Undone and redone, answers are counted again.
    _ = try HistoryKeeping(test.study).undo()
    _ = try HistoryKeeping(test.study).redo()
    let study = try test.readOnly()
    #expect(try study.counts("lien") == [6, 5, 4])
    #expect(try study.names("lien").last == "R6/q1")
  }

  /// Makes the index one of another version's format.
  private func makeFormatOther(_ test: TestStudy) throws {
    let entry = try #require(try test.study.project.read { try $0.indexSegments() }.first)
    let parts = try test.study.project.read { reader in
      try SegmentPart.allCases.map { part in
        (part: part.rawValue, bytes: try reader.indexPart(entry.id, part.rawValue, 0..<Int.max))
      }
    }
    var header = parts[0].bytes
    header[4] = 99
    let draft = IndexSegmentDraft(
      analysisVersion: entry.analysisVersion, answers: entry.answers, answerCount: entry.answerCount,
      tokenCount: entry.tokenCount, parts: [(part: 0, bytes: header)] + parts.dropFirst())
    try test.study.project.updateIndex(removing: [entry], adding: [draft])
  }

  @Test("An index in another version's format is made again; a read-only project answers without it")
  func otherFormat() throws {
    let test = try TestStudy()
    try makeFormatOther(test)
    #expect(try Checking(test.reopened()).run().index == .stale)
    let study = try test.readOnly()
    #expect(try study.counts("lien") == [5, 4, 3])
    // Made once for all queries.
    let index = try study.index()
    #expect(try study.counts("lien") == [5, 4, 3] && study.index() === index)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: test.study.path)
    let writable = try test.reopened()
    #expect(try writable.counts("lien") == [5, 4, 3])
    #expect(try Checking(writable).run().index == .right)
  }

  @Test("An index in another format is made again where it was out of date, too")
  func otherFormatOutOfDate() throws {
    let test = try TestStudy()
    try makeFormatOther(test)
    let other = try test.reopened()
    // As an older program does it: the answers come and go, the index stays.
    try other.project.perform(.importSurvey) { act in
      let (id, isNew) = try act.respondent("R9", weight: nil)
      _ = try act.addAnswer("Un lien.", of: id, to: RowID(1), isNew: isNew)
    }
    #expect(try Checking(test.reopened()).run().index == .stale)
    #expect(try test.reopened().counts("lien") == [6, 5, 4])
    #expect(try Checking(test.study).run().index == .right)
  }

  @Test("Hits are counted alike however the answers lie in segments")
  func segments() throws {
    let one = try TestStudy(nil)
    let many = try TestStudy(nil)
    let texts = ["On perd le lien.", "Le lien, rien que le lien.", "Trop de mails, trop.", "RAS", "Lien !"]
    let rows = (0..<40).map { "R\($0),\"\(texts[$0 % 5]) \(texts[$0 % 3])\"\n" }
    let roles = SurveyRoles(respondent: "id", answers: ["q1"])
    try one.add("id,q1\n" + rows.joined(), roles: roles)
    for start in stride(from: 0, to: 40, by: 3) {
      try many.add("id,q1\n" + rows[start..<min(40, start + 3)].joined(), roles: roles)
    }
    for query in ["lien", "trop OR ras", "perd BEFORE/3 lien", "NOT lien", "\"le lien\"", "=Lien", "li*"] {
      #expect(try one.count(query) == many.count(query))
      #expect(try one.study.names(query) == many.study.names(query))
    }
  }

  @Test("A read-only project of which answers were undone takes over what is left of its segments")
  func undone() throws {
    let test = try TestStudy(nil)
    let roles = SurveyRoles(respondent: "id", answers: ["q1"])
    try test.add("id,q1\nA1,Un deux.\nA2,Un.\n", roles: roles)
    try test.add("id,q1\nB1,Un deux trois.\n", roles: roles)
    try test.markFirstSegment()
    _ = try HistoryKeeping(test.study).undo()
    let study = try test.readOnly()
    #expect(try study.counts("marque") == [2, 2, 2])
    #expect(try study.names("trois") == [])
  }
}
