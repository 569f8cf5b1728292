import CodingModel
import Testing

@testable import ProjectStore

@Suite("What a project held once")
struct PastRowsTests {
  private func past(_ study: SmallStudy) throws -> PastRows { try study.file.read { try $0.pastRows() } }

  @Test(
    "Codings that were deleted, changed or undone are known as they were; those that stand unchanged are not")
  func codings() throws {
    let study = try SmallStudy()
    try study.addCoding()
    #expect(try past(study).codings.isEmpty)
    let coding = try #require(try study.file.read { try $0.codings() }.first)
    try study.file.perform(.code) { act in
      try act.setCoding(
        coding, code: coding.code, range: TextRange(0, 1), origin: .hand, date: "2026-01-01T00:00:00Z",
        ruleVersion: nil)
    }
    #expect(try past(study).codings == [coding])
    try study.file.perform(.uncode) { try $0.deleteCoding(coding.id) }
    #expect(try past(study).codings.map(\.range) == [coding.range, TextRange(0, 1)])
    for _ in 0..<3 { _ = try study.file.undo() }
    // After all is undone, what the project held is what undoing would make again.
    #expect(try Set(past(study).codings.map(\.range)) == [coding.range, TextRange(0, 1)])
  }

  @Test("What only an undone merge brought is not known; done again, it is known once it is gone")
  func merges() throws {
    let study = try SmallStudy()
    try study.file.perform(.merge) { act in
      let coder = try act.coder("anna")
      _ = try act.addCoding(study.codes[1], on: RowID(1), TextRange(0, 2), by: coder, origin: .hand)
      _ = try act.addMemo("Bien vu.", on: .project, by: coder)
    }
    _ = try study.file.undo()
    #expect(try past(study).codings.isEmpty && past(study).memos.isEmpty)
    _ = try study.file.redo()
    let coding = try #require(try study.file.read { try $0.codings() }.first)
    try study.file.perform(.uncode) { try $0.deleteCoding(coding.id) }
    #expect(try past(study).codings == [coding])
  }

  @Test("Rows are touched by acts, by undoing and redoing them, and by merges where these count")
  func touches() throws {
    let study = try SmallStudy()
    try study.addCoding()
    let coding = try #require(try study.file.read { try $0.codings() }.first)
    func touched(_ countingMerges: Bool) throws -> String {
      try past(study).codingTouches.date(of: coding.id.value, countingMerges: countingMerges)
    }
    let added = try touched(false)
    #expect(!added.isEmpty)
    try study.file.perform(.merge) { act in
      try act.setCoding(coding.id, by: coding.coder, origin: .imported, date: "", ruleVersion: nil)
    }
    #expect(try touched(false) == added && touched(true) >= added)
    #expect(try past(study).codingTouches.date(of: 99, countingMerges: true) == "")
  }
}
