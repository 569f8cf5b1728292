import CodingModel
import Testing

@testable import Workbench

@Suite("Rows of codes")
struct RowsOfCodesTests {
  @Test("A code counts in every row whose group holds it, and in no other")
  func rows() {
    let rows = RowsOfCodes([[RowID(7), RowID(9)], [], [RowID(9)]], [RowID(9), RowID(4), RowID(7)])
    #expect(rows.count == 3)
    #expect((0..<3).map { Array(rows.of($0)) } == [[0, 2], [], [0]])
  }
}
