import CodingModel
import Foundation
import Testing

@testable import ProjectStore

@Suite("Checking a project file")
struct ProjectCheckTests {
  private func defects(after damage: String) throws -> [ProjectDefect] {
    let study = try SmallStudy()
    try study.addCoding()
    try study.file.perform(.memo) { _ = try $0.addMemo("m", on: .coding(RowID(1)), by: nil) }
    try study.file.perform(.codebook) { act in
      _ = try act.setContent(CodeContent(name: "Liens"), of: try act.reader.codes()[2])
    }
    #expect(try study.file.read { try $0.defects() } == [])
    try study.project.damage(damage)
    return try study.project.reopened().read { try $0.defects() }
  }

  @Test(
    "Each defect made by hand is found",
    arguments: [
      ("UPDATE answer SET respondentID = 77 WHERE id = 4", [.danglingReference(table: "answer", row: 4)]),
      (
        "UPDATE respondent SET packedValues = x'02' WHERE id = 2",
        [.danglingReference(table: "respondent", row: 2)]
      ),
      (
        "INSERT INTO variableValue VALUES (2, 1, 'CESF'); UPDATE respondent SET packedValues = x'0102' WHERE id = 3",
        [.danglingReference(table: "respondent", row: 3)]
      ),
      (
        "UPDATE respondent SET packedValues = x'0180' WHERE id = 1",
        [.danglingReference(table: "respondent", row: 1)]
      ),
      ("UPDATE coding SET coderID = 77", [.danglingReference(table: "coding", row: 1)]),
      (
        "UPDATE coding SET endOffset = 15",
        [.codingOutside(answer: AnswerName(respondent: "R1", question: "q1"), coding: RowID(1))]
      ),
      ("UPDATE coding SET endOffset = 14", []),
      (
        "INSERT INTO refusal VALUES (1, 1, 1, 1, 0, 15, '2026'), (2, 1, 2, 1, 0, 14, '2026')",
        [.refusalOutside(answer: AnswerName(respondent: "R1", question: "q1"), refusal: RowID(1))]
      ),
      (
        "INSERT INTO question (name, wording) VALUES ('\u{E9}', ''), ('e\u{301}', ''), ('e', '')",
        [.sameName(table: "question", name: "é")]
      ),
      (
        "UPDATE code SET key = '\u{E9}' WHERE id = 1; UPDATE code SET key = 'e\u{301}' WHERE id = 2",
        [.sameName(table: "code", name: "é")]
      ),
      ("UPDATE code SET parentID = 3 WHERE id = 3", [.codeCycle(key: "perte-de-lien")]),
      (
        "UPDATE code SET parentID = 3 WHERE id = 2; UPDATE code SET parentID = 2 WHERE id = 3",
        [.codeCycle(key: "surcharge"), .codeCycle(key: "perte-de-lien")]
      ),
      (
        "UPDATE code SET parentID = 3 WHERE id = 1",
        [.codeCycle(key: "effets"), .codeCycle(key: "perte-de-lien")]
      ),
      ("UPDATE code SET parentID = 77 WHERE id = 1", [.danglingReference(table: "code", row: 1)]),
      ("UPDATE memo SET targetID = 77", [.orphanMemo(RowID(1))]),
      ("UPDATE memo SET targetKind = 'paragraph'", [.orphanMemo(RowID(1))]),
      ("DELETE FROM code_image", [.incompleteAct(RowID(5))]),
      ("DELETE FROM change WHERE actID = 3", [.incompleteAct(RowID(3))]),
      ("DELETE FROM change WHERE actID = 1 AND sequence = 2", [.incompleteAct(RowID(1))]),
      ("UPDATE act SET state = 'undone' WHERE id = 5; DELETE FROM code_image", [.incompleteAct(RowID(5))]),
      ("UPDATE act SET state = 'undone' WHERE id = 3", [.incompleteAct(RowID(3))]),
      ("DELETE FROM act WHERE id = 5", [.danglingReference(table: "change", row: 0)]),
    ] as [(String, [ProjectDefect])])
  func found(damage: String, expected: [ProjectDefect]) throws {
    #expect(try defects(after: damage) == expected)
  }

  @Test(
    "A number written down that is wrong is found, and only while it counts", arguments: SurveyCount.allCases)
  func counts(count: SurveyCount) throws {
    let study = try SmallStudy()
    let draft = IndexSegmentDraft(
      analysisVersion: 1, answers: 1...5, answerCount: 5, tokenCount: 7, parts: [(1, [1])])
    try study.file.updateIndex(removing: [], adding: [draft])
    #expect(try study.file.read { try $0.defects() } == [])
    try study.project.damage("UPDATE setting SET value = value + 1 WHERE name = 'count:\(count.rawValue)'")
    let file = try study.project.reopened()
    #expect(try file.read { try $0.defects() } == [.wrongCount(count)])
    try file.perform(.importSurvey) { _ = try $0.respondent("R9", weight: nil) }
    #expect(try file.read { try $0.defects() } == [])
  }

  @Test("Undone and discarded acts lack nothing")
  func undone() throws {
    let study = try SmallStudy()
    try study.addCoding()
    try study.file.perform(.uncode) { try $0.deleteCoding(RowID(1)) }
    for _ in 0..<4 {
      _ = try study.file.undo()
      #expect(try study.file.read { try $0.defects() } == [])
    }
    try study.file.perform(.coder) { _ = try $0.coder("chloé") }
    #expect(try study.file.read { try $0.defects() } == [])
  }

  @Test("Damaged pages are told, and nothing else is read from them")
  func pages() throws {
    let study = try SmallStudy()
    try study.project.damage("PRAGMA ignore_check_constraints = ON; UPDATE coder SET name = 'alice' || id")
    try study.project.damage(
      "PRAGMA ignore_check_constraints = ON; INSERT INTO coding VALUES (1, 1, 1, 1, 5, 2, 'hand', '', NULL)")
    #expect(try study.project.reopened().read { try $0.defects() } == [.damagedPages(1)])
  }

  @Test("A page of junk is damage, never a crash")
  func junk() throws {
    let study = try SmallStudy()
    let path = study.file.path
    let size = try Data(contentsOf: URL(fileURLWithPath: path)).count
    for page in 1..<(size / 4096) {
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      bytes.replaceSubrange(page * 4096..<page * 4096 + 4096, with: Array(repeating: 0xA5, count: 4096))
      let copy = study.project.folder.file("page\(page)")
      try bytes.write(to: URL(fileURLWithPath: copy))
      do {
        let defects = try ProjectFile.open(copy, busyTimeout: 0).read { try $0.defects() }
        #expect(defects.count == 1)
      } catch let error as ProjectError {
        #expect(error == .damaged(path: copy))
      }
    }
  }
}
