import Testing

@testable import ProjectStore

@Suite("Ranges of rows")
struct ActFootprintTests {
  @Test("Ranges that touch or overlap are one, and rows are found in them")
  func ranges() {
    let ranges = RowRanges([(10, 12), (1, 3), (4, 4), (11, 15), (20, 20)])
    #expect(ranges.merged.map { [$0.first, $0.last] } == [[1, 4], [10, 15], [20, 20]])
    #expect((0...22).filter { ranges.contains($0) } == [1, 2, 3, 4, 10, 11, 12, 13, 14, 15, 20])
    #expect(ranges.overlaps(5, 10) && !ranges.overlaps(5, 9) && ranges.overlaps(0, 100) && !ranges.overlaps(21, 30))
    #expect(RowRanges([]).isEmpty && !RowRanges([]).contains(1))
    #expect(RowRanges([]).condition("x") == "0")
    #expect(ranges.condition("x") == "(x BETWEEN 1 AND 4 OR x BETWEEN 10 AND 15 OR x BETWEEN 20 AND 20)")
  }
}
