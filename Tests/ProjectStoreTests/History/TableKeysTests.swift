import GRDB
import Testing

@testable import ProjectStore

@Suite("What binds rows to each other is what the tables say")
struct TableKeysTests {
  @Test("References are the tables' foreign keys", arguments: TrackedTable.allCases)
  func references(table: TrackedTable) throws {
    let project = try TemporaryProject()
    let found = try project.file.queue.read { db in
      try Row.fetchAll(db, sql: "PRAGMA foreign_key_list(\(table.rawValue))").map {
        "\($0["from"] as String) \($0["table"] as String)"
      }
    }
    let coder = table.coderColumn.map { ["\($0) coder"] } ?? []
    #expect(Set(table.references.map { "\($0.column) \($0.table.rawValue)" } + coder) == Set(found))
  }

  @Test(
    "Every unique index is among the sets of columns that no two rows share", arguments: TrackedTable.allCases
  )
  func uniqueColumns(table: TrackedTable) throws {
    let project = try TemporaryProject()
    let found = try project.file.queue.read { db in
      try Row.fetchAll(db, sql: "PRAGMA index_list(\(table.rawValue))").filter { $0["unique"] as Bool }.map {
        Set(
          try Row.fetchAll(db, sql: "PRAGMA index_info('\($0["name"] as String)')").map {
            $0["name"] as String
          })
      }
    }
    let known = Set(table.uniqueColumns.map { Set($0) })
    #expect(known.isSuperset(of: found))
    #expect(known.subtracting(found).allSatisfy { $0.isEmpty || $0 == ["parentID", "name"] })
  }
}
