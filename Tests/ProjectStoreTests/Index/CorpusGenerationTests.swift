import CodingModel
import GRDB
import Testing

@testable import ProjectStore

@Suite("The number that changes with the answers")
struct CorpusGenerationTests {
  @Test("It changes with every import, undo and redo that touches answers, and with nothing else")
  func changing() throws {
    let study = try SmallStudy()
    let generation = { try study.file.queue.read { try CorpusGeneration.current($0) } }
    #expect(try generation() == 1)
    try study.addCoding()
    _ = try study.file.undo()
    try study.file.perform(.importSurvey) { _ = try $0.respondent("R9", weight: nil) }
    #expect(try generation() == 1)
    try study.file.perform(.importSurvey) { act in
      _ = try act.addAnswer("Neuf", of: RowID(3), to: RowID(2), isNew: false)
    }
    #expect(try generation() == 2)
    _ = try study.file.undo()
    #expect(try generation() == 3)
    _ = try study.file.redo()
    #expect(try generation() == 4)
  }
}
