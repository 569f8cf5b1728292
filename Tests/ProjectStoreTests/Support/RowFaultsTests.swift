import CodingModel
import Testing

@testable import ProjectStore

@Suite("Values that a damaged file holds where none of their kind can be")
struct RowFaultsTests {
  /// A project of which a column of the first row has become nothing: one
  /// byte of the row's header.
  private func damaged(_ column: String, of table: String) throws -> ProjectFile {
    let study = try SmallStudy()
    try study.addCoding()
    // A table that allows what the right one does not, under its name.
    try study.project.damage(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(replace(sql, ' NOT NULL', ''), 'STRICT', '') WHERE name = '\(table)';
      """)
    try study.project.damage("UPDATE \(table) SET \(column) = NULL WHERE id = 1")
    return try study.project.reopened()
  }

  @Test(
    "Reading one is an error, not the end, and says nothing of the row", arguments: ["questionID", "text"])
  func answers(column: String) throws {
    let file = try damaged(column, of: "answer")
    #expect(throws: ProjectError.damaged(path: file.path)) { try file.read { try $0.answer(RowID(1)) } }
    // What does not need the row is read.
    #expect(try file.read { try $0.codes().count } == 3)
  }

  @Test("What is thrown after one was met is the damage, not what came of it")
  func consequences() throws {
    struct Consequence: Error {}
    let file = try damaged("questionID", of: "answer")
    #expect(throws: ProjectError.damaged(path: file.path)) {
      try file.read { reader in
        _ = try reader.answer(RowID(1))
        throw Consequence()
      }
    }
    #expect(throws: Consequence.self) { try file.read { _ in throw Consequence() } }
  }
}
