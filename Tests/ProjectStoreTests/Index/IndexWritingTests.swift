import CodingModel
import Testing

@testable import ProjectStore

@Suite("Storing the index and settings")
struct IndexWritingTests {
  @Test("Neither is an act: the history stays as it is")
  func noAct() throws {
    let study = try SmallStudy()
    let history = try study.file.read { try $0.history() }
    try study.file.updateIndex(
      removing: [],
      adding: [
        IndexSegmentDraft(
          analysisVersion: 1, answers: 1...5, answerCount: 5, tokenCount: 0, parts: [(0, [1])])
      ])
    try study.file.setSetting("coder", "alice")
    #expect(try study.file.read { try $0.history() } == history)
    let act = try study.file.perform(.importSurvey) { try $0.addIndexSegments([]) }.act
    #expect(act == nil)
  }

  @Test("A setting is kept, replaced and let go")
  func settings() throws {
    let project = try TemporaryProject()
    for value in ["alice", "L'« autre » 🙂", nil, "alice", nil] {
      try project.file.setSetting("coder", value)
      #expect(try project.reopened().read { try $0.setting("coder") } == value)
    }
  }

  @Test("An index that cannot be stored whole is not stored at all")
  func failing() throws {
    let study = try SmallStudy()
    let twice = IndexSegmentDraft(
      analysisVersion: 1, answers: 1...5, answerCount: 5, tokenCount: 0, parts: [(1, [1]), (1, [2])])
    #expect(throws: ProjectError.self) { try study.file.updateIndex(removing: [], adding: [twice]) }
    #expect(try study.project.count("indexSegment") == 0)
    #expect(try study.project.count("indexChunk") == 0)
  }
}
