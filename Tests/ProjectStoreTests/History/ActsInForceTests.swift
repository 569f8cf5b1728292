import CodingModel
import Testing

@testable import ProjectStore

@Suite("Acts in force")
struct ActsInForceTests {
  @Test("Those undone and those of undoing are left out; the next to redo is the one undone last")
  func acts() throws {
    let study = try SmallStudy()
    func mark(_ answer: Int64) throws -> RowID<Act>? {
      try study.file.perform(.seen) { try $0.markSeen(RowID(answer), by: study.coders[0]) }.act?.id
    }
    let first = try #require(try mark(1))
    let second = try #require(try mark(2))
    let third = try #require(try mark(3))
    #expect(try study.file.read { try $0.actsInForce(from: first) } == [first, second, third])
    #expect(try study.file.read { try $0.nextToRedo() } == nil)
    _ = try study.file.undo()
    _ = try study.file.undo()
    #expect(try study.file.read { try $0.actsInForce(from: first) } == [first])
    #expect(try study.file.read { try $0.actsInForce(from: second) } == [])
    #expect(try study.file.read { try $0.nextToRedo() } == second)
    #expect(try study.file.read { try $0.latestAct() } == third.value + 2)
    _ = try study.file.redo()
    #expect(try study.file.read { try $0.nextToRedo() } == third)
    #expect(try study.file.read { try $0.actsInForce(from: first) } == [first, second])
  }

  @Test("What was undone before something new is not next to redo, also where more was undone since")
  func older() throws {
    let study = try SmallStudy()
    func mark(_ answer: Int64) throws -> RowID<Act>? {
      try study.file.perform(.seen) { try $0.markSeen(RowID(answer), by: study.coders[0]) }.act?.id
    }
    _ = try mark(1)
    _ = try study.file.undo()
    let later = try #require(try mark(2))
    #expect(try study.file.read { try $0.nextToRedo() } == nil)
    _ = try study.file.undo()
    #expect(try study.file.read { try $0.nextToRedo() } == later)
    #expect(try study.file.redo().id == later)
  }

  @Test("An empty project has none")
  func empty() throws {
    let project = try TemporaryProject()
    #expect(try project.file.read { try $0.latestAct() } == 0)
  }
}
