import CodingModel
import GRDB
import Testing

@testable import ProjectStore

@Suite("Recording the changes of an act")
struct ActWriterTests {
  private struct Refusal: Error, Equatable {}

  @Test("Rows added one after the other to each table make one entry a table")
  func runs() throws {
    let study = try SmallStudy()
    let changes = try study.file.queue.read {
      try Row.fetchAll($0, sql: "SELECT * FROM change WHERE actID = 1 ORDER BY sequence").map {
        "\($0["tableName"] as String) \($0["operation"] as String) \($0["firstRow"] as Int)-\($0["lastRow"] as Int)"
      }
    }
    #expect(
      changes == [
        "question insert 1-2", "variable insert 1-1", "respondent insert 1-3", "variableValue insert 1-1",
        "answer insert 1-5",
      ])
  }

  /// In one act, one coding is taken away and given again: undoing must not meet both at once.
  @Test("A row deleted and added again in one act, after others were added, is undone and redone")
  func deletedAndAddedAgain() throws {
    let study = try SmallStudy()
    let first = try #require(try study.addCoding(1, on: 1))
    let before = try study.project.dump()
    try study.file.perform(.code) { act in
      let give = {
        try act.addCoding(study.codes[1], on: RowID($0), TextRange(0, 2), by: study.coders[0], origin: .hand)
      }
      let other = try #require(try give(2))
      try act.deleteCoding(first)
      let again = try act.addCoding(
        study.codes[1], on: RowID(1), TextRange(0, 4), by: study.coders[0], origin: .hand)
      #expect(again != nil)
      try act.deleteCoding(other)
      #expect(try give(2) != nil)
    }
    let after = try study.project.dump()
    _ = try study.file.undo()
    #expect(try study.project.dump() == before)
    _ = try study.file.redo()
    #expect(try study.project.dump() == after)
  }

  @Test("One row added, changed twice and deleted in one act leaves nothing, back and forth")
  func shortLife() throws {
    let study = try SmallStudy()
    let before = try study.project.dump()
    try study.file.perform(.codebook) { act in
      let id = try act.addCode(CodeContent(name: "Bref"), under: study.codes[0])
      for name in ["Plus bref", "Très bref"] {
        let code = try #require(try act.reader.codes().first { $0.id == id })
        #expect(try act.setContent(CodeContent(name: name), of: code))
      }
      try act.deleteCode(try #require(try act.reader.codes().first { $0.id == id }))
    }
    #expect(try study.project.dump() == before)
    _ = try study.file.undo()
    #expect(try study.project.dump() == before)
    _ = try study.file.redo()
    #expect(try study.project.dump() == before)
    #expect(try study.file.read { try $0.defects() } == [])
  }

  @Test("A row changed after it was added needs no image; one added earlier does")
  func changedWhenNew() throws {
    let study = try SmallStudy()
    #expect(try study.project.count("respondent_image") == 0)
    let before = try study.project.dump()
    try study.file.perform(.importSurvey) { act in
      let job = try act.variable("métier", .categorical)
      let (new, _) = try act.respondent("R4", weight: nil)
      _ = try act.addValue("CESF", of: job, to: new, isNew: true)
      _ = try act.respondent("R4", weight: 2)
      _ = try act.addValue("CESF", of: job, to: RowID(3), isNew: false)
      _ = try act.respondent("R4", weight: 2, values: [(try act.variable("âge", .numeric), "40")])
    }
    #expect(try study.project.count("respondent_image") == 2)
    let after = try study.project.dump()
    for _ in 0..<2 {
      _ = try study.file.undo()
      #expect(try study.project.dump() == before)
      #expect(try study.file.read { try $0.defects() } == [])
      _ = try study.file.redo()
      #expect(try study.project.dump() == after)
      #expect(try study.file.read { try $0.defects() } == [])
    }
  }

  @Test("An act that changes nothing is not entered, and keeps what can be redone")
  func nothingChanged() throws {
    let study = try SmallStudy()
    try study.addCoding()
    _ = try study.file.undo()
    let acts = try study.file.read { try $0.history().count }
    let again = try study.file.perform(.importSurvey) { act in
      try SmallStudy.addSurvey(act)
      _ = try act.coder("alice")
      #expect(!act.hasChanges)
    }
    #expect(again.act == nil)
    let gone = try study.file.perform(.uncode) { act in
      try act.deleteCoding(RowID(999))
      try act.deleteMemo(RowID(999))
    }
    #expect(gone.act == nil)
    #expect(try study.file.read { try $0.history().count } == acts)
    _ = try study.file.redo()
  }

  @Test("Where the body throws, nothing is changed, entered or remembered")
  func throwing() throws {
    let study = try SmallStudy()
    try study.addCoding()
    _ = try study.file.undo()
    let before = try study.project.dump()
    let history = try study.file.read { try $0.history() }
    for _ in 0..<2 {
      #expect(throws: Refusal()) {
        try study.file.perform(.importSurvey) { act in
          let question = try act.question(SurveyQuestion(name: "q9", wording: "?"))
          let (id, isNew) = try act.respondent("R9", weight: 2)
          _ = try act.addAnswer("Non", of: id, to: question, isNew: isNew)
          _ = try act.addCode(CodeContent(name: "Neuf"), under: nil)
          #expect(try act.reader.answerCount() == 6)
          throw Refusal()
        }
      }
      #expect(try study.project.dump() == before)
    }
    #expect(try study.file.read { try $0.history() } == history)
    #expect(try study.project.count("change WHERE actID > 3") == 0)
    let status = try study.file.perform(.coder) { try $0.coder("chloé") }
    #expect(status.result == RowID(3))
    #expect(status.act?.id == RowID(5))
  }

  @Test("A reference to nothing makes the whole act fail")
  func dangling() throws {
    let study = try SmallStudy()
    let before = try study.project.dump()
    #expect(throws: ProjectError.readOrWriteFailed(path: study.file.path, code: 787)) {
      try study.file.perform(.code) { act in
        _ = try act.coder("chloé")
        _ = try act.addCoding(
          RowID(99), on: RowID(1), TextRange(0, 1), by: study.coders[0], origin: .hand)
      }
    }
    #expect(try study.project.dump() == before)
  }
}
