public import CodingModel
import GRDB

extension ActWriter {
  /// The coder with that name, added where there is none.
  public func coder(_ name: String) throws -> RowID<Coder> {
    let found = try db.cachedStatement(sql: "SELECT id FROM coder WHERE name = ?")
    if let id = try Int64.fetchOne(found, arguments: [name]) { return RowID(id) }
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

  /// Takes a coding away, with the memos on it.
  public func deleteCoding(_ id: RowID<Coding>) throws {
    try deleteMemos(on: .coding(id))
    try delete(.coding, id.value)
  }
}
