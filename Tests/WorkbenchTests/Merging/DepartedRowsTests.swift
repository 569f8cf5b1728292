import Testing

@testable import Workbench

@Suite("Rows that are gone")
struct DepartedRowsTests {
  @Test("Of versions of one date the one touched last is found; what has no place in the whole is none")
  func versions() {
    var rows = DepartedRows<String, Int>()
    #expect(rows.isEmpty)
    rows.add(nil, "d", touched: "9", 0)
    #expect(rows.isEmpty)
    for (date, touched, row) in [("d", "1", 1), ("d", "3", 2), ("d", "2", 3), ("e", "4", 4)] {
      rows.add("a", date, touched: touched, row)
    }
    #expect(rows.version("a", "d")?.row == 2 && rows.version("a", "d")?.touched == "3")
    #expect(rows.version("a", "e")?.row == 4)
    #expect(rows.version("a", "f") == nil && rows.version("b", "d") == nil)
    rows.remove("a")
    #expect(!rows.contains("a") && rows.isEmpty)
  }
}
