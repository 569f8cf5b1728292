import CodingModel
import GRDB
import Testing

@testable import ProjectStore

@Suite("The number that changes with answers and respondents")
struct CorpusGenerationTests {
  @Test("It changes with every import, undo and redo that touches them, and with nothing else")
  func changing() throws {
    let study = try SmallStudy()
    let generation = { try study.file.queue.read { try CorpusGeneration.current($0) } }
    #expect(try generation() == 1)
    try study.addCoding()
    _ = try study.file.undo()
    try study.file.perform(.importSurvey) { _ = try $0.respondent("R3", weight: 2) }
    #expect(try generation() == 1)
    try study.file.perform(.importSurvey) { act in
      _ = try act.addAnswer("Neuf", of: RowID(3), to: RowID(2), isNew: false)
    }
    #expect(try generation() == 2)
    _ = try study.file.undo()
    #expect(try generation() == 3)
    _ = try study.file.redo()
    #expect(try generation() == 4)
    try study.file.perform(.importSurvey) { _ = try $0.respondent("R9", weight: nil) }
    #expect(try generation() == 5)
  }

  @Test("Counts are right whether the index is whole, stale or never made, and within an act")
  func counts() throws {
    let study = try SmallStudy()
    func counts() throws -> [Int] {
      try study.file.read { reader in
        let counts = try reader.surveyCounts()
        #expect(counts.answeringRespondents <= counts.respondents)
        #expect(try counts.answers == reader.answerCount() && counts.respondents == reader.respondentCount())
        return [counts.answers, counts.respondents]
      }
    }
    func isWrittenDown() throws -> Bool {
      try study.file.queue.read { try CorpusGeneration.written($0)[.respondents] != nil }
    }
    #expect(try counts() == [5, 3])
    #expect(try !isWrittenDown())
    let draft = IndexSegmentDraft(
      analysisVersion: 1, answers: 1...5, answerCount: 5, tokenCount: 7, parts: [(1, [1])])
    try study.file.updateIndex(removing: [], adding: [draft])
    #expect(try isWrittenDown())
    #expect(try counts() == [5, 3])
    try study.file.perform(.importSurvey) { act in
      let (id, _) = try act.respondent("R9", weight: nil)
      #expect(try act.reader.respondentCount() == 4)
      _ = try act.addAnswer("Neuf", of: id, to: RowID(2), isNew: true)
      #expect(try act.reader.answerCount() == 6)
    }
    #expect(try counts() == [6, 4])
    #expect(try !isWrittenDown())
    _ = try study.file.undo()
    #expect(try counts() == [5, 3])
    #expect(try isWrittenDown())
    try study.file.perform(.importSurvey) { _ = try $0.respondent("R9", weight: nil) }
    #expect(try counts() == [5, 4])
    #expect(try isWrittenDown())
    _ = try study.file.undo()
    #expect(try counts() == [5, 3])
    // What a body that throws had changed is not counted.
    #expect(throws: ActError.self) {
      try study.file.perform(.importSurvey) { act in
        _ = try act.respondent("R10", weight: nil)
        throw ActError.nothingToUndo
      }
    }
    #expect(try counts() == [5, 3])
  }
}
