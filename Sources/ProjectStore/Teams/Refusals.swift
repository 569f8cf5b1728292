public import CodingModel
import GRDB

extension ProjectReader {
  /// The proposals of rules that were refused, by answer, range, code and coder; all of them, or those on one answer.
  public func refusals(on answer: RowID<Answer>? = nil) throws -> [Refusal] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT answerID, codeID, coderID, startOffset, endOffset, date FROM refusal
        WHERE ?1 IS NULL OR answerID = ?1 ORDER BY answerID, startOffset, endOffset, codeID, coderID
        """, arguments: [answer?.value]
    ).map { row in
      let (start, end): (Int, Int) = (row[3], row[4])
      return Refusal(
        answer: RowID(row[0]), code: RowID(row[1]), coder: RowID(row[2]),
        range: TextRange(max(0, start), max(0, start, end)), date: row[5])
    }
  }
}

extension ActWriter {
  /// Remembers that a coder refused what a rule proposed.
  ///
  /// - Parameter date: when; the act's own time where nil.
  /// - Returns: whether that was not yet known.
  @discardableResult
  public func addRefusal(
    of code: RowID<Code>, on answer: RowID<Answer>, _ range: TextRange, by coder: RowID<Coder>,
    date: String? = nil
  ) throws -> Bool {
    guard !range.isEmpty else { throw ActError.rangeEmpty }
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO refusal (answerID, codeID, coderID, startOffset, endOffset, date)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      answer.value, code.value, coder.value, range.start, range.end, date ?? self.date,
    ])
    guard db.changesCount > 0 else { return false }
    try inserted(.refusal, db.lastInsertedRowID)
    return true
  }

  /// Forgets a refusal: the rule may propose it again.
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
    return try delete(.refusal, row)
  }

  /// Makes refusals of one code refusals of another; one that is there already goes.
  ///
  /// - Returns: how many there were.
  @discardableResult
  public func moveRefusals(from source: RowID<Code>, to target: RowID<Code>) throws -> Int {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, EXISTS (SELECT 1 FROM refusal AS other WHERE other.codeID = ? AND other.answerID = refusal.answerID
          AND other.startOffset = refusal.startOffset AND other.endOffset = refusal.endOffset
          AND other.coderID = refusal.coderID) FROM refusal WHERE codeID = ? ORDER BY id
        """, arguments: [target.value, source.value])
    for row in rows {
      let isThere: Bool = row[1]
      if isThere {
        try delete(.refusal, row[0])
      } else {
        try update(.refusal, row[0], set: "codeID = ?", [target.value])
      }
    }
    return rows.count
  }
}
