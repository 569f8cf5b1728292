public import CodingModel
import GRDB

extension ProjectReader {
  /// The refusal with that identity, if there is one.
  public func refusal(_ id: RowID<Refusal>) throws -> Refusal? {
    let answer = try Int64.fetchOne(
      db, sql: "SELECT answerID FROM refusal WHERE id = ?", arguments: [id.value])
    return try answer.flatMap { try refusals(on: RowID($0)).first { $0.id == id } }
  }

  /// The proposals of rules that were refused, by answer, range, code and coder; all of them, or those on one answer.
  public func refusals(on answer: RowID<Answer>? = nil) throws -> [Refusal] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(TrackedTable.refusal.columnList) FROM refusal
        WHERE ?1 IS NULL OR answerID = ?1 ORDER BY answerID, startOffset, endOffset, codeID, coderID
        """, arguments: [answer?.value]
    ).map(Self.refusal)
  }

  static func refusal(_ row: Row) -> Refusal {
    let (start, end): (Int, Int) = (row[4], row[5])
    return Refusal(
      id: RowID(row[0]), answer: RowID(row[1]), code: RowID(row[2]), coder: RowID(row[3]),
      range: TextRange(max(0, start), max(0, start, end)), date: row[6])
  }
}

extension ActWriter {
  /// Remembers that a coder refused what a rule proposed.
  ///
  /// - Parameter date: when; the act's own time where nil.
  /// - Returns: the refusal; nil where that was known already.
  @discardableResult
  public func addRefusal(
    of code: RowID<Code>, on answer: RowID<Answer>, _ range: TextRange, by coder: RowID<Coder>,
    date: String? = nil
  ) throws -> RowID<Refusal>? {
    guard !range.isEmpty else { throw ActError.rangeEmpty }
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO refusal (answerID, codeID, coderID, startOffset, endOffset, date)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      answer.value, code.value, coder.value, range.start, range.end, date ?? self.date,
    ])
    guard db.changesCount > 0 else { return nil }
    let id = db.lastInsertedRowID
    try inserted(.refusal, id)
    return RowID(id)
  }

  /// Forgets a refusal, with the memos on it: the rule may propose it again.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  public func deleteRefusal(
    of code: RowID<Code>, on answer: RowID<Answer>, _ range: TextRange, by coder: RowID<Coder>
  ) throws -> Bool {
    let row = try Int64.fetchOne(
      db,
      sql: """
        SELECT id FROM refusal WHERE answerID = ? AND codeID = ? AND coderID = ? AND startOffset = ?
        AND endOffset = ?
        """, arguments: [answer.value, code.value, coder.value, range.start, range.end])
    guard let row else { return false }
    try deleteMemos(on: .refusal(RowID(row)))
    return try delete(.refusal, row)
  }

  /// Makes refusals of one code refusals of another; one that is there already goes, and its memos go over.
  ///
  /// - Returns: how many there were.
  @discardableResult
  public func moveRefusals(from source: RowID<Code>, to target: RowID<Code>) throws -> Int {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, (SELECT other.id FROM refusal AS other WHERE other.codeID = ? AND other.answerID = refusal.answerID
          AND other.startOffset = refusal.startOffset AND other.endOffset = refusal.endOffset
          AND other.coderID = refusal.coderID) FROM refusal WHERE codeID = ? ORDER BY id
        """, arguments: [target.value, source.value])
    for row in rows {
      if let same = row[1] as Int64? {
        try moveMemos(from: .refusal(RowID(row[0])), to: .refusal(RowID(same)))
        try delete(.refusal, row[0])
      } else {
        try update(.refusal, row[0], set: "codeID = ?", [target.value])
      }
    }
    return rows.count
  }
}
