import Testing

@testable import VerbatimCommand

@Suite struct TextTableTests {
  private var table = TextTable(
    columns: [
      .init(heading: "code", mayShrink: true), .init(heading: "réponses", alignment: .right),
      .init(heading: "règle"),
    ],
    rows: [["perte de lien", "412", "✓"], ["  médiation numérique subie", "7", ""]])

  @Test("Columns are as wide as their widest cell, with no space at the end of a line")
  func columns() {
    #expect(
      table.lines(.test(), .plain) == [
        "  code                         réponses  règle", "  perte de lien                     412  ✓",
        "    médiation numérique subie         7",
      ])
  }

  @Test("Where the terminal is narrow, the column that may shrinks, down to twelve columns")
  func shrinks() {
    #expect(
      table.lines(.test(width: 40), .plain) == [
        "  code                   réponses  règle", "  perte de lien               412  ✓",
        "    médiation numériqu…         7",
      ])
    #expect(table.lines(.test(width: 40), .plain).allSatisfy { $0.displayWidth <= 40 })
    #expect(table.lines(.test(width: 10), .plain)[2] == "    médiation…         7")
  }

  @Test("Without headings there is no line of them")
  func noHeadings() {
    let bare = TextTable(columns: [.init(heading: ""), .init(heading: "")], rows: [["a", "b"]], indent: 0)
    #expect(bare.lines(.test(), .plain) == ["a  b"])
  }

  @Test("A table without rows is its headings")
  func noRows() {
    #expect(TextTable(columns: [.init(heading: "code")]).lines(.test(), .plain) == ["  code"])
  }
}
