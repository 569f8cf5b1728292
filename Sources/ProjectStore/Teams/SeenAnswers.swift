public import CodingModel
import GRDB

/// What coders have gone through, and what they are to: an answer seen and left uncoded differs from one never seen.
extension ProjectReader {
  /// The answers that a coder has gone through, in order.
  public func seenAnswers(by coder: RowID<Coder>) throws -> [RowID<Answer>] {
    try answers(of: coder, in: .seen)
  }

  /// The answers that a coder has gone through: noted as such, or with a coding of theirs, in order. Cost: linear in both.
  public func answersGoneThrough(by coder: RowID<Coder>) throws -> [RowID<Answer>] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT answerID FROM seen WHERE coderID = ?1 UNION SELECT answerID FROM coding WHERE coderID = ?1
        ORDER BY answerID
        """, arguments: [coder.value]
    ).map { RowID($0) }
  }

  /// The coders of whom it is noted that they have gone through an answer.
  public func coders(whoHaveSeen answer: RowID<Answer>) throws -> [RowID<Coder>] {
    try Int64.fetchAll(
      db, sql: "SELECT coderID FROM seen WHERE answerID = ? ORDER BY coderID", arguments: [answer.value]
    ).map { RowID($0) }
  }

  /// The answers given to a coder to go through, in order.
  public func assignedAnswers(to coder: RowID<Coder>) throws -> [RowID<Answer>] {
    try answers(of: coder, in: .assignment)
  }

  /// Every answer gone through, with its coder and when, by answer and coder.
  public func forEachSeen(_ body: (RowID<Answer>, RowID<Coder>, String) throws -> Void) throws {
    try forEachDuty(in: .seen) { try body($0.answer, $0.coder, $0.date) }
  }

  /// Every answer given to a coder, with when, by answer and coder.
  public func forEachAssignment(_ body: (RowID<Answer>, RowID<Coder>, String) throws -> Void) throws {
    try forEachDuty(in: .assignment) { try body($0.answer, $0.coder, $0.date) }
  }

  /// All of what coders have gone through, by answer and coder; and all that was given to them.
  public func duties() throws -> (seen: [PastRows.Duty], assignments: [PastRows.Duty]) {
    var found: (seen: [PastRows.Duty], assignments: [PastRows.Duty]) = ([], [])
    try forEachDuty(in: .seen) { found.seen.append($0) }
    try forEachDuty(in: .assignment) { found.assignments.append($0) }
    return found
  }

  private func answers(of coder: RowID<Coder>, in table: TrackedTable) throws -> [RowID<Answer>] {
    try Int64.fetchAll(
      db, sql: "SELECT answerID FROM \(table.rawValue) WHERE coderID = ? ORDER BY answerID",
      arguments: [coder.value]
    ).map { RowID($0) }
  }

  private func forEachDuty(in table: TrackedTable, _ body: (PastRows.Duty) throws -> Void) throws {
    let rows = try BulkStatement(
      db, "SELECT answerID, coderID, date, id FROM \(table.rawValue) ORDER BY answerID, coderID")
    while try rows.step() {
      try body((RowID(rows.integer(0)), RowID(rows.integer(1)), rows.text(2), rows.integer(3)))
    }
  }
}

extension ActWriter {
  /// Notes that a coder has gone through an answer.
  ///
  /// - Parameter date: when; the act's own time where nil.
  /// - Returns: whether that was not yet known.
  @discardableResult
  public func markSeen(_ answer: RowID<Answer>, by coder: RowID<Coder>, date: String? = nil) throws -> Bool {
    try add(.seen, answer, coder, date)
  }

  /// Forgets that a coder has gone through an answer.
  ///
  /// - Returns: whether it was known.
  @discardableResult
  public func unmarkSeen(_ answer: RowID<Answer>, by coder: RowID<Coder>) throws -> Bool {
    try remove(.seen, answer, coder)
  }

  /// Gives an answer to a coder to go through.
  ///
  /// - Parameter date: when; the act's own time where nil.
  /// - Returns: whether it was not yet given.
  @discardableResult
  public func assign(_ answer: RowID<Answer>, to coder: RowID<Coder>, date: String? = nil) throws -> Bool {
    try add(.assignment, answer, coder, date)
  }

  /// Takes an answer from what a coder is to go through.
  ///
  /// - Returns: whether it was given.
  @discardableResult
  public func unassign(_ answer: RowID<Answer>, from coder: RowID<Coder>) throws -> Bool {
    try remove(.assignment, answer, coder)
  }

  private func add(_ table: TrackedTable, _ answer: RowID<Answer>, _ coder: RowID<Coder>, _ date: String?)
    throws -> Bool
  {
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO \(table.rawValue) (answerID, coderID, date) VALUES (?, ?, ?)"
    ).execute(arguments: [answer.value, coder.value, date ?? self.date])
    guard db.changesCount > 0 else { return false }
    try inserted(table, db.lastInsertedRowID)
    return true
  }

  private func remove(_ table: TrackedTable, _ answer: RowID<Answer>, _ coder: RowID<Coder>) throws -> Bool {
    let row = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM \(table.rawValue) WHERE answerID = ? AND coderID = ?"),
      arguments: [answer.value, coder.value])
    guard let row else { return false }
    return try delete(table, row)
  }
}
