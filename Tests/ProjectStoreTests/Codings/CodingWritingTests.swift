import CodingModel
import Testing

@testable import ProjectStore

@Suite("Giving and taking away codings")
struct CodingWritingTests {
  @Test("The same code on the same range by the same coder is one coding, whatever its origin")
  func identity() throws {
    let study = try SmallStudy()
    #expect(try study.addCoding() == RowID(1))
    #expect(try study.addCoding() == nil)
    #expect(try study.addCoding(origin: .rule) == nil)
    #expect(try study.addCoding(coder: 1) != nil)
    #expect(try study.addCoding(2) != nil)
    #expect(try study.addCoding(1, TextRange(0, 5)) != nil)
    #expect(try study.addCoding(1, on: 5) != nil)
    #expect(try study.file.read { try $0.codings(.init(answer: RowID(1), origin: .hand)).count } == 4)
    #expect(try study.file.read { try $0.history().count } == 7)
  }

  @Test("Codings that are there already between new ones do not lengthen the record")
  func runs() throws {
    let study = try SmallStudy()
    for answer: Int64 in [2, 4] { try study.addCoding(1, on: answer, TextRange(0, 2)) }
    try study.file.perform(.autocode) { act in
      for answer: Int64 in 1...5 {
        _ = try act.addCoding(
          study.codes[1], on: RowID(answer), TextRange(0, 2), by: study.coders[0], origin: .rule)
      }
    }
    #expect(try study.project.count("change WHERE actID = 5") == 1)
    _ = try study.file.undo()
    #expect(try study.file.read { try $0.codings().map(\.answer.value) } == [2, 4])
    _ = try study.file.redo()
    #expect(try study.file.read { try $0.codings().map(\.answer.value) } == [1, 2, 3, 4, 5])
  }

  @Test("A range must lie inside the answer, counted in code points, and hold something")
  func ranges() throws {
    let study = try SmallStudy()
    #expect(try study.addCoding(1, on: 3, TextRange(16, 35)) != nil)
    #expect(throws: ActError.rangeOutside(range: TextRange(16, 36), length: 35)) {
      try study.addCoding(1, on: 3, TextRange(16, 36))
    }
    #expect(throws: ActError.rangeOutside(range: TextRange(0, Int.max), length: 3)) {
      try study.addCoding(1, on: 2, TextRange(0, Int.max))
    }
    #expect(throws: ActError.rangeEmpty) { try study.addCoding(1, on: 2, TextRange(3, 3)) }
    #expect(throws: ActError.rangeOutside(range: TextRange(4, 4), length: 3)) {
      try study.addCoding(1, on: 2, TextRange(4, 4))
    }
    #expect(throws: ActError.rangeOutside(range: TextRange(0, 1), length: 0)) {
      try study.addCoding(1, on: 99, TextRange(0, 1))
    }
    #expect(throws: ActError.rangeOutside(range: TextRange(0, 3), length: 2)) {
      try study.file.perform(.code) { act in
        try act.addCoding(
          study.codes[1], on: RowID(2), TextRange(0, 3), by: study.coders[0], origin: .hand, length: 2)
      }
    }
    #expect(try study.file.read { try $0.codingCount() } == 1)
  }

  @Test("A coding carries the act's date, or the one its file gives")
  func dates() throws {
    let study = try SmallStudy()
    try study.addCoding()
    try study.file.perform(.importCodings) { act in
      _ = try act.addCoding(
        study.codes[2], on: RowID(1), TextRange(0, 4), by: study.coders[0], origin: .imported, date: "")
    }
    #expect(try study.file.read { try $0.codings().map(\.date) } == ["2026-11-22T10:30:00Z", ""])
  }

  @Test("Memos go with their coding and come back with it")
  func memos() throws {
    let study = try SmallStudy()
    let coding = try #require(try study.addCoding())
    try study.file.perform(.memo) { act in
      _ = try act.addMemo("Un", on: .coding(coding), by: study.coders[0])
      _ = try act.addMemo("Ailleurs", on: .answer(RowID(1)), by: nil)
      _ = try act.addMemo("Deux", on: .coding(coding), by: nil)
    }
    let before = try study.project.dump()
    try study.file.perform(.uncode) { try $0.deleteCoding(coding) }
    #expect(try study.file.read { try $0.memos().map(\.text) } == ["Ailleurs"])
    #expect(try study.file.read { try $0.codingCount() } == 0)
    _ = try study.file.undo()
    #expect(try study.project.dump() == before)
    _ = try study.file.redo()
    #expect(try study.file.read { try $0.memos().map(\.text) } == ["Ailleurs"])
  }

  @Test("A coder is added once")
  func coders() throws {
    let study = try SmallStudy()
    #expect(try study.file.perform(.coder) { try $0.coder("bruno") }.result == RowID(2))
    #expect(try study.file.perform(.coder) { try $0.coder("Bruno") }.result == RowID(3))
    #expect(try study.file.read { try $0.coders().map(\.name) } == ["alice", "bruno", "Bruno"])
  }
}
