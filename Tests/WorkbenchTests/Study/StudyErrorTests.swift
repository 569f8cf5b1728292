import Testing

@testable import Workbench

@Suite("What cannot be done")
struct StudyErrorTests {
  @Test("Errors are equal where they say the same, also of what lies under them")
  func equality() {
    let name = AnswerName(respondent: "R1", question: "q1")
    #expect(StudyError.noAnswer(name) == .noAnswer(name))
    #expect(StudyError.noAnswer(name) != .quoteNotFound(name))
    #expect(
      StudyError.inFile(path: "f", line: 2, underlying: ActError.rangeEmpty)
        == .inFile(path: "f", line: 2, underlying: ActError.rangeEmpty))
    #expect(
      StudyError.inFile(path: "f", line: 2, underlying: ActError.rangeEmpty)
        != .inFile(path: "f", line: 2, underlying: ActError.nothingToUndo))
  }
}
