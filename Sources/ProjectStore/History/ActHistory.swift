import CodingModel
import Foundation
import GRDB

/// The table of acts: entering, reading, undoing and redoing.
enum ActHistory {
  static func enter(
    _ db: Database, date: String, coder: String, kind: Act.Kind, details: [String: String]
  ) throws -> Act {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = String(decoding: try encoder.encode(details), as: UTF8.self)
    try db.execute(
      sql: "INSERT INTO act (date, coder, kind, details, state, identity) VALUES (?, ?, ?, ?, 'done', ?)",
      arguments: [date, coder, kind.rawValue, json, Int64.random(in: .min ... .max)])
    return Act(
      id: RowID(db.lastInsertedRowID), date: date, coder: coder, kind: kind, details: details, state: .done)
  }

  static func act(_ row: Row) -> Act? {
    guard let kind = Act.Kind(rawValue: row["kind"]), let state = Act.State(rawValue: row["state"]) else {
      return nil
    }
    let json: String = row["details"]
    let details = (try? JSONDecoder().decode([String: String].self, from: Data(json.utf8))) ?? [:]
    return Act(
      id: RowID(row["id"]), date: row["date"], coder: row["coder"], kind: kind, details: details, state: state
    )
  }

  /// After a new act, undone acts stay to be done again one by one; but those that changed the survey are let go, and
  /// the undone acts after them, which may build on it: a survey imported by mistake leaves neither its size nor
  /// respondents' words behind.
  static func discardUndone(_ db: Database) throws {
    // What was undone before the act before this one has been let go by that.
    let last = try db.cachedStatement(sql: "SELECT kind FROM act ORDER BY id DESC LIMIT 1")
    guard let kind = try String.fetchOne(last), ["undo", "redo"].contains(kind) else { return }
    let survey = TrackedTable.survey.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let first = try Int64.fetchOne(
      db,
      sql: """
        SELECT min(id) FROM act JOIN change ON change.actID = act.id
        WHERE state = 'undone' AND tableName IN (\(survey))
        """)
    guard let first else { return }
    try CoderHandover.rescue(db, from: first)
    try discardUndone(db, TrackedTable.allCases, from: first)
  }

  /// Lets go what redoing undone acts needs, from one on.
  static func discardUndone(_ db: Database, _ tables: [TrackedTable], from first: Int64 = 0) throws {
    let undone = "SELECT id FROM act WHERE state = 'undone' AND id >= \(first)"
    guard try Row.fetchOne(db, sql: undone + " LIMIT 1") != nil else { return }
    for table in tables {
      try db.execute(sql: "DELETE FROM \(table.rawValue)_image WHERE actID IN (\(undone))")
    }
    try db.execute(sql: "DELETE FROM change WHERE actID IN (\(undone))")
    try db.execute(sql: "UPDATE act SET state = 'discarded' WHERE id IN (\(undone))")
  }

  /// Reverts the changes of an act, last first.
  static func revert(_ db: Database, _ act: Int64) throws {
    try forEachChange(db, of: act, order: "DESC") { change in
      switch change.operation {
      case "insert": try takeOut(db, change)
      case "delete": try putBack(db, change)
      default: try swap(db, change)
      }
    }
  }

  /// Makes the changes of an undone act again, first first.
  static func reapply(_ db: Database, _ act: Int64) throws {
    try forEachChange(db, of: act, order: "ASC") { change in
      switch change.operation {
      case "insert": try putBack(db, change)
      case "delete": try takeOut(db, change)
      default: try swap(db, change)
      }
    }
  }

  /// One recorded change: rows added one after the other, or one row changed or deleted.
  private struct Change {
    let act: Int64, sequence: Int64
    let table: TrackedTable
    let operation: String
    let first: Int64, last: Int64
  }

  private static func forEachChange(
    _ db: Database, of act: Int64, order: String, _ body: (Change) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT sequence, tableName, operation, firstRow, lastRow FROM change WHERE actID = ?
        ORDER BY sequence \(order)
        """, arguments: [act])
    while let row = try rows.next() {
      guard let table = TrackedTable(rawValue: row[1]) else { continue }
      try body(
        Change(act: act, sequence: row[0], table: table, operation: row[2], first: row[3], last: row[4]))
    }
  }

  private static func takeOut(_ db: Database, _ change: Change) throws {
    let table = change.table
    try db.cachedStatement(
      sql: """
        INSERT INTO \(table.rawValue)_image SELECT ?, ?, \(table.columnList) FROM \(table.rawValue)
        WHERE id BETWEEN ? AND ?
        """
    ).execute(arguments: [change.act, change.sequence, change.first, change.last])
    try db.cachedStatement(sql: "DELETE FROM \(table.rawValue) WHERE id BETWEEN ? AND ?")
      .execute(arguments: [change.first, change.last])
  }

  private static func putBack(_ db: Database, _ change: Change) throws {
    let table = change.table
    try db.cachedStatement(
      sql: """
        INSERT INTO \(table.rawValue) (\(table.columnList)) SELECT \(table.columnList)
        FROM \(table.rawValue)_image WHERE actID = ? AND sequence = ?
        """
    ).execute(arguments: [change.act, change.sequence])
    try dropImage(db, change)
  }

  private static func swap(_ db: Database, _ change: Change) throws {
    let table = change.table
    let image = try db.cachedStatement(
      sql: "SELECT * FROM \(table.rawValue)_image WHERE actID = ? AND sequence = ?")
    guard let other = try Row.fetchOne(image, arguments: [change.act, change.sequence]) else { return }
    try dropImage(db, change)
    try db.cachedStatement(
      sql: """
        INSERT INTO \(table.rawValue)_image SELECT ?, ?, \(table.columnList) FROM \(table.rawValue) WHERE id = ?
        """
    ).execute(arguments: [change.act, change.sequence, change.first])
    let values = StatementArguments(table.columns.dropFirst().map { other[$0] as DatabaseValue })
    let assignments = table.columns.dropFirst().map { "\($0) = ?" }.joined(separator: ", ")
    try db.cachedStatement(sql: "UPDATE \(table.rawValue) SET \(assignments) WHERE id = ?")
      .execute(arguments: values + [change.first])
  }

  private static func dropImage(_ db: Database, _ change: Change) throws {
    try db.cachedStatement(sql: "DELETE FROM \(change.table.rawValue)_image WHERE actID = ? AND sequence = ?")
      .execute(arguments: [change.act, change.sequence])
  }
}
