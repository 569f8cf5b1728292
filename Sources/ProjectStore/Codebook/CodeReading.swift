public import CodingModel
import Foundation
import GRDB

extension ProjectReader {
  /// Every code, parents before the codes under them, siblings in the codebook's order.
  public func codes() throws -> [Code] {
    Self.inOrder(try Row.fetchAll(db, sql: "SELECT * FROM code ORDER BY position, key").map(Self.code))
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

  static func code(_ row: Row) -> Code {
    let examples: String = row["examples"]
    return Code(
      id: RowID(row["id"]), key: row["key"], parent: (row["parentID"] as Int64?).map { RowID($0) },
      content: CodeContent(
        name: row["name"], colour: (row["colour"] as String?).flatMap { Colour($0) },
        definition: row["definition"], inclusion: row["inclusion"], exclusion: row["exclusion"],
        examples: (try? JSONDecoder().decode([String].self, from: Data(examples.utf8))) ?? [],
        rule: row["rule"], memo: row["memo"]))
  }

  /// The codebook's title and description; empty where it has none.
  public func codebookHeading() throws -> (title: String, description: String) {
    let row = try Row.fetchOne(db, sql: "SELECT title, description FROM codebook ORDER BY id LIMIT 1")
    return (row?["title"] ?? "", row?["description"] ?? "")
  }

  /// A setting kept in the project, such as who codes.
  public func setting(_ name: String) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
  }
}
