import Foundation
import Interchange
import Testing

/// Every row of a file, with the line it starts on.
private func rows(_ text: String, delimiter: Delimiter? = nil) throws(DelimitedError) -> [Row] {
  try rows(Data(text.utf8), delimiter: delimiter)
}

private func rows(_ data: Data, delimiter: Delimiter? = nil) throws(DelimitedError) -> [Row] {
  var reader = try DelimitedReader(data: data, delimiter: delimiter)
  var rows = [Row(line: 0, cells: reader.header)]
  while try reader.next() { rows.append(Row(line: reader.line, cells: reader.cells)) }
  return rows
}

private struct Row: Equatable {
  var line: Int
  var cells: [String]

  init(line: Int, cells: [String]) {
    self.line = line
    self.cells = cells
  }

  init(_ line: Int, _ cells: String...) { self.init(line: line, cells: cells) }
}

@Suite("Reading delimited text")
struct DelimitedReaderTests {
  @Test("Rows know their line, whatever ends a line and whatever lines their cells hold")
  func lines() throws {
    let expected = [Row(0, "id", "réponse"), Row(2, "1", "Oui"), Row(3, "2", "Non,\nmais"), Row(5, "3", "")]
    for end in ["\n", "\r\n", "\r"] {
      let text = ["id,réponse", "1,Oui", "2,\"Non,\nmais\"", "3,"].joined(separator: end)
      #expect(try rows(text) == expected)
      #expect(try rows(text + end) == expected)
    }
  }

  @Test("A carriage return inside quotes counts as a line end and stays in the text")
  func quotedReturns() throws {
    #expect(
      try rows("a;b\r\n\"x\ry\r\nz\";1\r\n2;3\r\n") == [
        Row(0, "a", "b"), Row(2, "x\ry\r\nz", "1"), Row(5, "2", "3"),
      ])
  }

  @Test("Quotes double inside quotes and are text elsewhere")
  func quotes() throws {
    #expect(
      try rows("id;r\n1;\"il dit \"\"oui\"\"\"\n") == [Row(0, "id", "r"), Row(2, "1", "il dit \"oui\"")])
    #expect(try rows("id;r\n1;il dit \"oui\"\n") == [Row(0, "id", "r"), Row(2, "1", "il dit \"oui\"")])
    #expect(try rows("id;r\n1;\"oui\" dit-il\n") == [Row(0, "id", "r"), Row(2, "1", "\"oui\" dit-il")])
    #expect(try rows("id;r\n\"1\" ;\"\"\n") == [Row(0, "id", "r"), Row(2, "1", "")])
    #expect(try rows("id;r\n1;\"\"\"\"\n") == [Row(0, "id", "r"), Row(2, "1", "\"")])
  }

  @Test("Cells are exactly as written; names lose the spaces around them")
  func spaces() throws {
    #expect(try rows(" id ;\u{A0}r\n 1 ; Oui  \n") == [Row(0, "id", "r"), Row(2, " 1 ", " Oui  ")])
  }

  @Test("Blank lines and rows of blank cells are skipped, not rows of empty quoted cells")
  func blankRows() throws {
    let text = "\n\nid;r\n\n1;a\n;\n   \n \u{A0};\u{202F}\n\"\";\n2;b\n\n"
    #expect(try rows(text) == [Row(0, "id", "r"), Row(5, "1", "a"), Row(9, "", ""), Row(10, "2", "b")])
  }

  @Test("One empty cell too many at a row's end is let pass")
  func trailingDelimiter() throws {
    #expect(try rows("id;r\n1;a;\n2;b\n") == [Row(0, "id", "r"), Row(2, "1", "a"), Row(3, "2", "b")])
  }

  @Test("A column without a name is read while it holds nothing")
  func unnamedColumn() throws {
    #expect(try rows("id;r;\n1;a;\n") == [Row(0, "id", "r", ""), Row(2, "1", "a", "")])
    #expect(throws: DelimitedError.unnamedColumn(line: 3, column: 3)) { try rows("id;r;\n1;a;\n2;b;c\n") }
  }

  @Test("Excel's sep= line names the delimiter")
  func separatorLine() throws {
    #expect(try rows("sep=|\r\na|b;c\r\n1|2;3\r\n") == [Row(0, "a", "b;c"), Row(3, "1", "2;3")])
  }

  @Test("A file of one column has no delimiter")
  func oneColumn() throws {
    #expect(
      try rows("réponse\nOui, bien sûr\n\"Non; jamais\"\n") == [
        Row(0, "réponse"), Row(2, "Oui, bien sûr"), Row(3, "Non; jamais"),
      ])
  }

  @Test(
    "What is wrong with a table is said with line and column",
    arguments: [
      ("", DelimitedError.empty),
      ("\u{FEFF}", .empty),
      ("\n \n\u{A0}\n", .empty),
      ("id;r", .headerOnly),
      ("id;r\n\n;\n", .headerOnly),
      ("id;r;id\n1;2;3\n", .duplicateColumn("id", first: 1, second: 3)),
      ("id;q;r\n1;a;b\n2;a\n3;a;b\n", .cellCount(line: 3, expected: 3, found: 2)),
      ("id;q;r\n1;a;b\n2;a;b;c\n3;a;b\n", .cellCount(line: 3, expected: 3, found: 4)),
      ("id;r\n1;\"a\n\nb\"\n2;x;y\n3;z\n", .cellCount(line: 5, expected: 2, found: 3)),
      ("id;r\n1;a\n2;\"b\n3;c\n4;d\n", .unclosedQuote(line: 3, column: 2)),
      ("id;\"r\n1;a\n", .unclosedQuote(line: 1, column: 2)),
      ("id;r\n1;a\n2;\"b\n3;\"c\"\n4;d\n", .textAfterQuote(line: 3, column: 2)),
      ("id;r\n1;\"oui; non\" dit-il\n", .textAfterQuote(line: 2, column: 2)),
      ("Enquête 2024\nid;âge;r\n1;30;a\n2;40;b\n", .cellCount(line: 2, expected: 1, found: 3)),
    ])
  func errors(text: String, error: DelimitedError) {
    #expect(throws: error) { try rows(text) }
  }

  @Test("An error in a later row lets the rows before it be read")
  func laterError() throws {
    var reader = try DelimitedReader(data: Data("id;r\n1;a\n2;b;c;d\n".utf8))
    #expect(try reader.next())
    #expect(reader.cells == ["1", "a"])
    #expect(throws: DelimitedError.cellCount(line: 3, expected: 2, found: 4)) { try reader.next() }
  }

  @Test("A cell beyond 16 MiB is refused, one of that size is read")
  func cellLimit() throws {
    let limit = DelimitedReader.cellLimit
    let head = Data("id;r\n1;".utf8)
    #expect(try rows(head + Data(repeating: 97, count: limit)).last?.cells[1].utf8.count == limit)
    #expect(throws: DelimitedError.cellTooLarge(line: 2, column: 2)) {
      try rows(head + Data(repeating: 97, count: limit + 1))
    }
    #expect(throws: DelimitedError.cellTooLarge(line: 2, column: 2)) {
      try rows(head + Data([34]) + Data(repeating: 10, count: limit + 1) + Data([34]))
    }
  }

  @Test("A copy of a reader reads the rows again")
  func copies() throws {
    var first = try DelimitedReader(data: Data("a,b\n1,2\n".utf8))
    var second = first
    #expect(try first.next())
    #expect(try !first.next())
    #expect(first.bytesRead == first.totalBytes)
    #expect(try second.next())
    #expect(second.text(1) == "2")
  }

  @Test("Random bytes are read or refused, never a crash")
  func hostileBytes() throws {
    var dice = Dice(7)
    let alphabet: [UInt8] = [34, 34, 44, 59, 10, 13, 9, 65, 66, 32, 0xC3, 0xA9, 0xE2, 0x80, 0xFF, 0x81, 0]
    var read = 0
    for round in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...40, using: &dice)).map { _ in
        alphabet.dropLast(round % 3).randomElement(using: &dice)!
      }
      if let found = try? rows(Data(bytes)) { read += found.count }
    }
    #expect(read > 500)
  }
}
