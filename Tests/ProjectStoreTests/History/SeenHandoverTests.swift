import CodingModel
import Testing

@testable import ProjectStore

@Suite("Notes of answers gone through, when acts are undone and done again")
struct SeenHandoverTests {
  private func code(_ study: SmallStudy, _ code: Int, _ answer: Int64) throws -> RowID<Act> {
    let act = try study.file.perform(.code, coder: "alice") { act in
      _ = try act.addCoding(
        study.codes[code], on: RowID(answer), TextRange(0, 2), by: study.coders[0], origin: .hand)
      try act.markSeen(RowID(answer), by: study.coders[0])
    }.act
    return try #require(act).id
  }

  private func seen(_ study: SmallStudy) throws -> [Int64] {
    try study.file.read { try $0.seenAnswers(by: study.coders[0]).map(\.value) }
  }

  @Test("An answer stays gone through as long as a coding of the coder stands on it")
  func release() throws {
    let study = try SmallStudy()
    let before = try study.file.dump()
    let first = try code(study, 1, 1)
    let second = try code(study, 2, 1)
    let full = try study.file.dump()
    _ = try study.file.undo(first)
    #expect(try seen(study) == [1])
    #expect(try study.file.read { try $0.defects() } == [])
    _ = try study.file.undo(second)
    #expect(try seen(study) == [])
    #expect(try study.file.dump() == before)
    _ = try study.file.redo(second)
    _ = try study.file.redo(first)
    #expect(try study.file.dump() == full)
    #expect(try study.file.read { try $0.defects() } == [])
  }

  @Test("The note comes back with whichever coding is done again first, in any order")
  func fetching() throws {
    let study = try SmallStudy()
    let before = try study.file.dump()
    let first = try code(study, 1, 1)
    let alone = try study.file.dump()
    let second = try code(study, 2, 1)
    let full = try study.file.dump()
    // The second takes the note along, and the first gets it back.
    _ = try study.file.undo(first)
    _ = try study.file.undo(second)
    #expect(try study.file.dump() == before)
    _ = try study.file.redo(first)
    #expect(try study.file.dump() == alone && seen(study) == [1])
    _ = try study.file.redo(second)
    #expect(try study.file.dump() == full)
    // The other way about: the second would have made it.
    _ = try study.file.undo(second)
    _ = try study.file.undo(first)
    _ = try study.file.redo(second)
    #expect(try seen(study) == [1])
    _ = try study.file.redo(first)
    #expect(try study.file.dump() == full)
    _ = try study.file.undo(second)
    #expect(try study.file.dump() == alone)
    _ = try study.file.undo(first)
    #expect(try study.file.dump() == before)
    #expect(try study.file.read { try $0.defects() } == [])
  }

  @Test("An undone coding can be done again after another on the same answer, and all undone from there")
  func yielding() throws {
    let study = try SmallStudy()
    let before = try study.file.dump()
    let first = try code(study, 1, 1)
    _ = try study.file.undo()
    let second = try code(study, 2, 1)
    #expect(try study.file.redo(first).id == first)
    #expect(try study.file.read { try $0.defects() } == [])
    let full = try study.file.dump()
    _ = try study.file.undo(second)
    #expect(try seen(study) == [1])
    _ = try study.file.redo(second)
    #expect(try study.file.dump() == full)
    _ = try study.file.undo()
    _ = try study.file.undo()
    #expect(try seen(study) == [])
    #expect(try study.file.dump() == before)
  }

  @Test("Of many notes undone together those made since are left out, and the rest come back")
  func many() throws {
    let study = try SmallStudy()
    let noted = try #require(
      try study.file.perform(.seen) { act in
        for answer: Int64 in 1...4 { try act.markSeen(RowID(answer), by: study.coders[0]) }
      }.act)
    _ = try study.file.undo()
    let second = try code(study, 1, 2)
    _ = try study.file.redo(noted.id)
    #expect(try seen(study) == [1, 2, 3, 4])
    _ = try study.file.undo(noted.id)
    #expect(try seen(study) == [2])
    #expect(try study.file.read { try $0.defects() } == [])
    _ = try study.file.undo(second)
    #expect(try seen(study) == [])
  }
}
