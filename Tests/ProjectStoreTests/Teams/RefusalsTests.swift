import CodingModel
import Testing

@testable import ProjectStore

@Suite("Refused proposals")
struct RefusalsTests {
  @Test("A refusal is kept once, read back by answer, taken away and undone")
  func life() throws {
    let study = try SmallStudy()
    let (code, alice) = (study.codes[1], study.coders[0])
    let range = TextRange(0, 4)
    try study.file.perform(.refuse) { (act: ActWriter) throws in
      #expect(try act.addRefusal(of: code, on: RowID(3), TextRange(2, 5), by: alice) == RowID(1))
      #expect(try act.addRefusal(of: code, on: RowID(1), range, by: alice) == RowID(2))
      #expect(try act.addRefusal(of: code, on: RowID(1), range, by: alice) == nil)
      #expect(throws: ActError.rangeEmpty) {
        try act.addRefusal(of: code, on: RowID(1), TextRange(2, 2), by: alice)
      }
    }
    let first = Refusal(
      id: RowID(2), answer: RowID(1), code: code, coder: alice, range: range, date: TemporaryProject.time)
    #expect(try study.file.read { try $0.refusals(on: RowID(1)) } == [first])
    #expect(try study.file.read { try $0.refusals() }.map(\.answer.value) == [1, 3])
    let before = try study.file.dump()
    try study.file.perform(.refuse) { (act: ActWriter) throws in
      #expect(try act.deleteRefusal(of: code, on: RowID(1), range, by: alice))
      #expect(try act.deleteRefusal(of: code, on: RowID(1), range, by: alice) == false)
    }
    #expect(try study.file.read { try $0.refusals(on: RowID(1)) } == [])
    _ = try study.file.undo()
    #expect(try study.file.dump() == before)
  }
}
