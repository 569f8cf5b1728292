import CodingModel
import Foundation
import GRDB

/// Makes the changes of one act and records what undoing them needs; extensions beside each subject say
/// what can be changed. It is valid only inside the closure that it is given to.
public final class ActWriter {
  let db: Database
  /// When the act happens, as `2026-11-22T10:30:00Z`.
  public let date: String
  /// What the history will say of the act: names and numbers, never an answer's text.
  public var details: [String: String] = [:]
  let actID: Int64
  private var sequence: Int64 = 0
  private var openInsertions: [TrackedTable: (sequence: Int64, first: Int64, last: Int64)] = [:]
  private(set) var touchesSurvey = false
  private var statements: [BulkInsertion: BulkStatement] = [:]
  /// The identities of values of variables used so far.
  var knownValues: [RowID<Variable>: [String: Int64]] = [:]
  /// A respondent's values on their way into a row, in memory that is used again.
  var packing: (identities: [Int64], bytes: [UInt8]) = ([], [])
  var hasAddedIndexSegments = false

  init(db: Database, date: String) throws {
    self.db = db
    self.date = date
    actID =
      try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'act'").map { $0 + 1 } ?? 1
  }

  /// What can be read, this act's own changes included.
  public var reader: ProjectReader { ProjectReader(db: db) }

  /// Whether anything has been changed so far.
  public var hasChanges: Bool { sequence > 0 }

  /// A statement of this act, prepared once.
  func statement(_ insertion: BulkInsertion) throws -> BulkStatement {
    if let known = statements[insertion] { return known }
    let made = try BulkStatement(db, insertion.sql)
    statements[insertion] = made
    return made
  }

  /// Records that a row was added. Rows added one after the other to a table make one entry: their
  /// identities grow, and those left out between them (by an insertion that was not needed) are never used.
  func inserted(_ table: TrackedTable, _ row: Int64) throws {
    try noteSurveyChange(table)
    if let open = openInsertions[table], open.last < row {
      openInsertions[table]?.last = row
    } else {
      try closeInsertions(table)
      sequence += 1
      openInsertions[table] = (sequence, row, row)
    }
  }

  /// Records that a row was added whose identity is older than the act: it makes an entry of its own.
  func insertedAgain(_ table: TrackedTable, _ row: Int64) throws {
    try noteSurveyChange(table)
    try closeInsertions(table)
    sequence += 1
    try enter("insert", table, sequence, row, row)
  }

  /// From the first change of it on, what is known of the survey as it was no longer counts.
  private func noteSurveyChange(_ table: TrackedTable) throws {
    guard !touchesSurvey, table == .answer || table == .respondent else { return }
    touchesSurvey = true
    try CorpusGeneration.advance(db)
  }

  /// Enters the rows added to a table so far. Any other change of the table must come after them in the
  /// record: undone in another order, a row put back could meet one that took its place.
  private func closeInsertions(_ table: TrackedTable) throws {
    guard let open = openInsertions.removeValue(forKey: table) else { return }
    try enter("insert", table, open.sequence, open.first, open.last)
  }

  /// Changes columns of one row. A row that this act has just added needs no image: undoing takes it away.
  ///
  /// - Parameter keepingImage: whether to keep one all the same.
  /// - Returns: whether the row is there.
  @discardableResult
  func update(
    _ table: TrackedTable, _ row: Int64, keepingImage: Bool = false, set assignments: String,
    _ arguments: StatementArguments
  ) throws -> Bool {
    let isNew = !keepingImage && openInsertions[table].map { ($0.first...$0.last).contains(row) } ?? false
    guard try isNew || keepImage(table, row, "update") else { return false }
    try db.cachedStatement(sql: "UPDATE \(table.rawValue) SET \(assignments) WHERE id = ?")
      .execute(arguments: arguments + [row])
    return true
  }

  /// Deletes one row.
  ///
  /// - Returns: whether the row was there.
  @discardableResult
  func delete(_ table: TrackedTable, _ row: Int64) throws -> Bool {
    guard try keepImage(table, row, "delete") else { return false }
    try noteSurveyChange(table)
    try db.cachedStatement(sql: "DELETE FROM \(table.rawValue) WHERE id = ?").execute(arguments: [row])
    return true
  }

  /// Keeps a row as it is before a change; does nothing where there is no such row.
  private func keepImage(_ table: TrackedTable, _ row: Int64, _ operation: String) throws -> Bool {
    try closeInsertions(table)
    try db.cachedStatement(
      sql: """
        INSERT INTO \(table.rawValue)_image SELECT ?, ?, \(table.columnList) FROM \(table.rawValue) WHERE id = ?
        """
    ).execute(arguments: [actID, sequence + 1, row])
    guard db.changesCount > 0 else { return false }
    sequence += 1
    try enter(operation, table, sequence, row, row)
    return true
  }

  private func enter(
    _ operation: String, _ table: TrackedTable, _ sequence: Int64, _ first: Int64, _ last: Int64
  ) throws {
    try db.cachedStatement(sql: "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)").execute(
      arguments: [actID, sequence, table.rawValue, operation, first, last])
  }

  /// Enters the act in the history, if it changed anything.
  func finish(kind: Act.Kind, coder: String) throws -> Act? {
    if hasChanges {
      for table in TrackedTable.allCases { try closeInsertions(table) }
      try ActHistory.discardUndone(db)
    }
    if hasAddedIndexSegments || touchesSurvey { try reader.settleIndex() }
    guard hasChanges else { return nil }
    return try ActHistory.enter(db, date: date, coder: coder, kind: kind, details: details)
  }
}
