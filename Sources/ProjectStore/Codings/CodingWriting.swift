public import CodingModel
import GRDB

extension ActWriter {
  /// The coder with that name, added where there is none.
  public func coder(_ name: String) throws -> RowID<Coder> {
    let found = try db.cachedStatement(sql: "SELECT id FROM coder WHERE name = ?")
    if let id = try Int64.fetchOne(found, arguments: [name]) { return RowID(id) }
    // One who came with an act that was undone is the same coder still, for that act to be done again.
    if let (row, holder) = try CoderHandover.holder(db, named: name) {
      try CoderHandover.revive(db, row, from: holder)
      try insertedAgain(.coder, row)
      return RowID(row)
    }
    return RowID(try insert(.coder, "INSERT INTO coder (name) VALUES (?)", [name]))
  }

  /// Gives a coding, unless the same is there already.
  ///
  /// - Parameters:
  ///   - length: the answer's length in code points, where the caller knows it; read otherwise.
  ///   - date: when it was given; the act's own time where nil.
  ///   - ruleVersion: the wording of the code's rule that gives it.
  /// - Returns: the coding's identity, or nil where it was there.
  /// - Throws: ``ActError/rangeOutside(range:length:)``, ``ActError/rangeEmpty``.
  public func addCoding(
    _ code: RowID<Code>, on answer: RowID<Answer>, _ range: TextRange, by coder: RowID<Coder>,
    origin: Coding.Origin, date: String? = nil, length: Int? = nil, ruleVersion: RowID<RuleVersion>? = nil
  ) throws -> RowID<Coding>? {
    let length = try length ?? reader.answer(answer)?.text.scalarCount ?? 0
    guard range.end <= length else { throw ActError.rangeOutside(range: range, length: length) }
    guard !range.isEmpty else { throw ActError.rangeEmpty }
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO coding
          (answerID, codeID, coderID, startOffset, endOffset, origin, date, ruleVersionID)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(
      arguments: [
        answer.value, code.value, coder.value, range.start, range.end, origin.rawValue, date ?? self.date,
        ruleVersion?.value,
      ])
    guard db.changesCount > 0 else { return nil }
    let row = db.lastInsertedRowID
    try inserted(.coding, row)
    return RowID(row)
  }

  /// Changes what a coding says; its memos stay on it.
  ///
  /// - Returns: whether anything differed.
  @discardableResult
  public func setCoding(
    _ coding: Coding, code: RowID<Code>, range: TextRange, origin: Coding.Origin, date: String,
    ruleVersion: RowID<RuleVersion>?
  ) throws -> Bool {
    guard
      code != coding.code || range != coding.range || origin != coding.origin || date != coding.date
        || ruleVersion != coding.ruleVersion
    else { return false }
    guard !range.isEmpty else { throw ActError.rangeEmpty }
    return try update(
      .coding, coding.id.value,
      set: "codeID = ?, startOffset = ?, endOffset = ?, origin = ?, date = ?, ruleVersionID = ?",
      [code.value, range.start, range.end, origin.rawValue, date, ruleVersion?.value])
  }

  /// Takes a coding away, with the memos on it.
  public func deleteCoding(_ id: RowID<Coding>) throws {
    try deleteMemos(on: .coding(id))
    try delete(.coding, id.value)
  }
}
