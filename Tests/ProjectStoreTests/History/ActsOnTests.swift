import CodingModel
import Testing

@testable import ProjectStore

@Suite("Acts on a code and on an answer")
struct ActsOnTests {
  @Test("Acts are found by the rows that they touched, whatever became of them")
  func acts() throws {
    let study = try SmallStudy()
    let coding = try #require(try study.addCoding(1, on: 2, TextRange(0, 3)))
    try study.file.perform(.memo) { _ = try $0.addMemo("m", on: .coding(coding), by: nil) }
    try study.file.perform(.uncode) { try $0.deleteCoding(coding) }
    try study.file.perform(.refuse) {
      try $0.addRefusal(of: study.codes[1], on: RowID(3), TextRange(0, 2), by: study.coders[0])
    }
    try study.file.perform(.seen) { try $0.markSeen(RowID(2), by: study.coders[1]) }
    try study.file.perform(.codebook) { _ = try $0.setContent(CodeContent(name: "N"), of: study.code(1)) }
    try study.file.perform(.codebook) { try $0.deleteCode(study.code(2)) }
    func acts(_ code: Int) throws -> [Int64] {
      try study.file.read { try $0.acts(on: study.codes[code]).map(\.value).sorted() }
    }
    func acts(answer: Int64) throws -> [Int64] {
      try study.file.read { try $0.acts(on: RowID<Answer>(answer)).map(\.value).sorted() }
    }
    #expect(try acts(1) == [2, 3, 5, 6, 8])
    #expect(try acts(2) == [2, 9])
    #expect(try acts(answer: 2) == [1, 3, 5, 7])
    #expect(try acts(answer: 3) == [1, 6])
    #expect(try acts(answer: 99) == [])
    for _ in 0..<2 { _ = try study.file.undo() }
    #expect(try acts(1) == [2, 3, 5, 6, 8] && acts(2) == [2, 9])
  }
}
