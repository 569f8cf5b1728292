import Foundation
import FrenchText
import Testing

/// The examples of Documentation/french.md, as its tables give them.
private let rows: [[[String]]] = {
  let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Documentation/french.md").path
  let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  return text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
    line.split(separator: "|").map { cell in
      cell.split(separator: ", ").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }
}()

@Suite(.enabled(if: French.hasLexicon, "no French dictionary on this machine"))
struct FrenchDocumentTests {
  /// What stands between backquotes.
  private func quoted(_ cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
  }

  @Test("the tables are there")
  func tables() {
    #expect(rows.filter { $0.count == 3 }.count >= 12)
    #expect(rows.filter { $0.count == 4 }.count >= 15)
  }

  @Test("texts are cut as the table of tokens says", arguments: rows.filter { $0.count == 3 })
  func tokens(_ row: [[String]]) throws {
    let analyzer = try French.analyzer()
    for (index, cell) in row[0].enumerated() {
      let text = try #require(quoted(cell).first)
      let expected = row[1].count == row[0].count ? quoted(row[1][index]) : []
      #expect(French.read(text, with: analyzer).map(\.surface) == (expected.isEmpty ? [text] : expected))
    }
  }

  @Test("inclusive words are read as their table says", arguments: rows.filter { $0.count == 4 })
  func inclusive(_ row: [[String]]) throws {
    let analyzer = try French.analyzer()
    for cell in row[0] {
      let text = try #require(quoted(cell).first)
      let read = French.read(text, with: analyzer)
      let type = try #require(read.first?.type)
      #expect(read.count == 1, "\(text)")
      #expect(
        [type.lemma, type.masculine ?? "–", type.feminine ?? "–"] == [row[1][0], row[2][0], row[3][0]],
        "\(text)")
    }
  }
}
