public import CodingModel
import Foundation
import GRDB

extension ProjectReader {
  /// Every code, parents before the codes under them, siblings in the codebook's order.
  public func codes() throws -> [Code] {
    Self.inOrder(
      try Row.fetchAll(db.cachedStatement(sql: "SELECT * FROM code ORDER BY position, key")).map(Self.code))
  }

  /// Codes, siblings in their order, with those under each after it.
  static func inOrder(_ codes: [Code]) -> [Code] {
    let children = Dictionary(grouping: codes, by: \.parent)
    var ordered: [Code] = []
    var waiting: [Code] = (children[nil] ?? []).reversed()
    while let code = waiting.popLast() {
      ordered.append(code)
      waiting += (children[code.id] ?? []).reversed()
    }
    return ordered
  }

  /// The code of a row whose last columns are those of the table, or of its twin.
  static func code(_ row: Row) -> Code {
    let first = row.count - TrackedTable.code.columns.count
    func column(_ place: Int) -> String { row[first + place] }
    func optional(_ place: Int) -> String? { row[first + place] }
    let examples = column(9)
    return Code(
      id: RowID(row[first]), key: column(1), parent: (row[first + 2] as Int64?).map { RowID($0) },
      content: CodeContent(
        name: column(4), colour: optional(5).flatMap { Colour($0) }, definition: column(6),
        inclusion: column(7), exclusion: column(8),
        // Most codes have none, and to read JSON costs more than all the rest.
        examples: examples == "[]"
          ? [] : (try? JSONDecoder().decode([String].self, from: Data(examples.utf8))) ?? [],
        rule: optional(10), memo: column(11)))
  }

  /// The codebook's title and description; empty where it has none.
  public func codebookHeading() throws -> (title: String, description: String) {
    let row = try Row.fetchOne(db, sql: "SELECT title, description FROM codebook ORDER BY id LIMIT 1")
    return (row?["title"] ?? "", row?["description"] ?? "")
  }

  /// A setting kept in the project, such as who codes.
  public func setting(_ name: String) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM setting WHERE name = ?"), arguments: [name])
  }
}
