import GRDB
import Testing

@testable import ProjectStore

@Suite("Tables that the history records")
struct TrackedTableTests {
  @Test("Each has the columns that its table and its twin have", arguments: TrackedTable.allCases)
  func columns(table: TrackedTable) throws {
    let project = try TemporaryProject()
    let (columns, image) = try project.file.queue.read { db in
      (
        try db.columns(in: table.rawValue).map(\.name),
        try db.columns(in: table.rawValue + "_image").map(\.name)
      )
    }
    #expect(columns == table.columns)
    #expect(image == ["actID", "sequence"] + table.columns)
  }
}
