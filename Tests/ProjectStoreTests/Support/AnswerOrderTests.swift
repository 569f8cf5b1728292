import CodingModel
import Testing

@testable import ProjectStore

struct AnswerOrderTests {
  @Test("Rows of an answer come together, and after those of the answers before")
  func order() throws {
    var order = AnswerOrder()
    for answer in [-3, 1, 1, 5] as [Int64] { try order.pass(RowID(answer)) }
    #expect(throws: (any Error).self) { try order.pass(RowID(4)) }
  }

  @Test("What contradicts it is told as damage of the file")
  func damage() throws {
    let project = try TemporaryProject()
    #expect(throws: ProjectError.damaged(path: project.file.path)) {
      try project.file.read { _ in throw ProjectReader.damage }
    }
  }
}
