import CodingModel
import Testing

@testable import ProjectStore

@Suite("Memos")
struct MemosTests {
  @Test("A memo on anything is read as it was written, oldest first")
  func targets() throws {
    let study = try SmallStudy()
    let coding = try #require(try study.addCoding())
    let targets: [Memo.Target] = [
      .project, .respondent(RowID(1)), .question(RowID(1)), .answer(RowID(1)), .code(RowID(1)),
      .coding(coding),
      .coder(RowID(1)),
    ]
    try study.file.perform(.memo) { act in
      for (number, target) in targets.enumerated() {
        _ = try act.addMemo("Mémo \(number)", on: target, by: number == 0 ? nil : RowID(2))
      }
    }
    try study.file.read { (reader: ProjectReader) throws in
      #expect(try reader.memos().map(\.target) == targets)
      for (number, target) in targets.enumerated() {
        #expect(
          try reader.memos(on: target) == [
            Memo(
              id: RowID(Int64(number + 1)), target: target, text: "Mémo \(number)",
              coder: number == 0 ? nil : RowID(2),
              date: "2026-11-22T10:30:00Z")
          ])
      }
      #expect(try reader.memos(on: .answer(RowID(2))) == [])
    }
    #expect(try study.file.read { try $0.defects() } == [])
  }

  @Test("Several memos on a coding make one text; a memo taken away leaves the others")
  func codingMemos() throws {
    let study = try SmallStudy()
    let coding = try #require(try study.addCoding())
    let memo = try study.file.perform(.memo) { act in
      let first = try act.addMemo("Un", on: .coding(coding), by: nil)
      _ = try act.addMemo("Ailleurs", on: .answer(RowID(1)), by: nil)
      _ = try act.addMemo("Deux", on: .coding(coding), by: nil)
      return first
    }.result
    #expect(try study.file.read { try $0.codingMemos() } == [coding: "Un\nDeux"])
    try study.file.perform(.memo) { try $0.deleteMemo(memo) }
    #expect(try study.file.read { try $0.codingMemos() } == [coding: "Deux"])
  }
}
