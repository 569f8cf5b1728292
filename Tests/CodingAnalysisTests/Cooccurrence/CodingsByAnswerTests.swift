import CodingAnalysis
import CodingModel
import Testing

@Suite("Codings by answer")
struct CodingsByAnswerTests {
  @Test("codings in any order are put together by answer, in each by start, those of other codes left out")
  func order() {
    let codes = [RowID<Code>(4), RowID<Code>(2)]
    let given: [(Int64, Int64, Int, Int)] = [
      (9, 2, 5, 6), (-3, 4, 0, 1), (9, 8, 0, 2), (9, 4, 1, 7), (9, 2, 1, 2),
    ]
    let all = CodingsByAnswer(
      given.map { CodedRange(answer: RowID($0.0), code: RowID($0.1), range: TextRange($0.2, $0.3)) },
      codes: codes)
    #expect(all.answers == [RowID(-3), RowID(9)])
    #expect(all.codings(of: 0) == 0..<1 && all.codings(of: 1) == 1..<4)
    #expect(all.items.map(\.range.start) == [0, 1, 1, 5])
    #expect(all.items.map { all.codes[Int($0.code)].value } == [4, 4, 2, 2])
    #expect(CodingsByAnswer([], codes: codes).answers.isEmpty)
  }
}
