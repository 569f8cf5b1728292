import CodingModel
import Testing

@testable import ProjectStore

@Suite("Coders belong to every act that names them")
struct CoderHandoverTests {
  @Test("A coder's first coding is undone though others follow, and done again")
  func coders() throws {
    let study = try SmallStudy()
    func code(_ answer: Int64) throws {
      try study.file.perform(.code, coder: "zoé") { act in
        _ = try act.addCoding(
          study.codes[1], on: RowID(answer), TextRange(0, 2), by: act.coder("zoé"), origin: .hand)
      }
    }
    let start = try study.project.dump()
    try code(1)
    try code(2)
    try code(3)
    let end = try study.project.dump()
    _ = try study.file.undo(RowID(3))
    #expect(try study.file.read { try $0.coders().map(\.name) } == ["alice", "bruno", "zoé"])
    #expect(try study.file.read { try $0.defects() } == [])
    _ = try study.file.undo(RowID(4))
    _ = try study.file.undo(RowID(5))
    #expect(try study.project.dump() == start)
    // In whatever order, the coder comes back with the first act that needs it and goes with the last.
    for order in [[5, 4, 3], [3, 5, 4], [4, 3, 5]] {
      for act in order { _ = try study.file.redo(RowID(Int64(act))) }
      #expect(try study.project.dump() == end)
      #expect(try study.file.read { try $0.defects() } == [])
      for act in [4, 3, 5] { _ = try study.file.undo(RowID(Int64(act))) }
      #expect(try study.project.dump() == start)
      #expect(try study.file.read { try $0.defects() } == [])
    }
    // A new act of the same name is by the same coder.
    try code(4)
    let coder = try study.file.read { try $0.coders().last?.id }
    #expect(try study.file.redo(RowID(3)).id == RowID(3))
    #expect(try study.file.read { try $0.codings().map(\.coder) } == [coder, coder])
    #expect(try study.file.read { try $0.defects() } == [])
  }

  @Test("A coder whose coding was deleted since goes to who coded, not to who deleted")
  func coderOfDeleted() throws {
    let study = try SmallStudy()
    let start = try study.project.dump()
    func code(_ answer: Int64) throws -> RowID<Coding>? {
      try study.file.perform(.code) { act in
        try act.addCoding(
          study.codes[1], on: RowID(answer), TextRange(0, 2), by: act.coder("zoé"), origin: .hand)
      }.result
    }
    _ = try code(1)
    let second = try #require(try code(2))
    try study.file.perform(.uncode) { try $0.deleteCoding(second) }
    _ = try study.file.undo(RowID(3))
    let end = try study.project.dump()
    for _ in 0..<2 { _ = try study.file.undo() }
    #expect(try study.project.dump() == start)
    #expect(try study.file.read { try $0.defects() } == [])
    for _ in 0..<2 { _ = try study.file.redo() }
    #expect(try study.project.dump() == end)
  }

  @Test("A coder held by an act that is let go stays with the undone act that needs it")
  func rescue() throws {
    let study = try SmallStudy()
    func code(_ answer: Int64) throws {
      try study.file.perform(.code) { act in
        _ = try act.addCoding(
          study.codes[1], on: RowID(answer), TextRange(0, 2), by: act.coder("zoé"), origin: .hand)
      }
    }
    try code(1)
    try study.file.perform(.importSurvey) { _ = try $0.respondent("R9", weight: nil) }
    try code(2)
    _ = try study.file.undo(RowID(3))
    for _ in 0..<2 { _ = try study.file.undo() }
    // The survey goes for good with what came after it, which held the coder.
    try study.addCoding(2)
    #expect(try study.file.read { try $0.act(RowID(5))?.state } == .discarded)
    #expect(try study.file.redo(RowID(3)).id == RowID(3))
    #expect(try study.file.read { try $0.coders().map(\.name) } == ["alice", "bruno", "zoé"])
    #expect(try study.file.read { try $0.defects() } == [])
  }
}
