public import CodingModel
import GRDB

extension ProjectReader {
  /// The memos on one thing, or all of them where `target` is nil, oldest first.
  public func memos(on target: Memo.Target? = nil) throws -> [Memo] {
    let rows: [Row]
    if let target {
      rows = try Row.fetchAll(
        db, sql: "SELECT * FROM memo WHERE targetKind = ? AND targetID = ? ORDER BY id",
        arguments: [target.stored.kind, target.stored.row])
    } else {
      rows = try Row.fetchAll(db, sql: "SELECT * FROM memo ORDER BY id")
    }
    return rows.map(Self.memo)
  }

  static func memo(_ row: Row) -> Memo {
    Memo(
      id: RowID(row["id"]), target: Memo.Target(kind: row["targetKind"], row: row["targetID"]),
      text: row["text"], coder: (row["coderID"] as Int64?).map { RowID($0) }, date: row["date"])
  }

  /// The memos on codings, by coding; where a coding has several, in one text.
  public func codingMemos() throws -> [RowID<Coding>: String] {
    var memos: [RowID<Coding>: String] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT targetID, text FROM memo WHERE targetKind = 'coding' ORDER BY id")
    while let row = try rows.next() {
      let text: String = row[1]
      memos[RowID(row[0]), default: ""] += memos[RowID(row[0])] == nil ? text : "\n" + text
    }
    return memos
  }
}

extension ActWriter {
  /// Writes a memo.
  ///
  /// - Parameter date: when it was written; the act's own time where nil.
  public func addMemo(
    _ text: String, on target: Memo.Target, by coder: RowID<Coder>?, date: String? = nil
  ) throws -> RowID<Memo> {
    RowID(
      try insert(
        .memo, "INSERT INTO memo (targetKind, targetID, text, coderID, date) VALUES (?, ?, ?, ?, ?)",
        [target.stored.kind, target.stored.row, text, coder?.value, date ?? self.date]))
  }

  /// Moves all memos on one thing to another, their dates and coders with them.
  public func moveMemos(from source: Memo.Target, to target: Memo.Target) throws {
    guard source != target else { return }
    for memo in try reader.memos(on: source) {
      try update(
        .memo, memo.id.value, set: "targetKind = ?, targetID = ?", [target.stored.kind, target.stored.row])
    }
  }

  /// Takes a memo away.
  public func deleteMemo(_ id: RowID<Memo>) throws {
    try delete(.memo, id.value)
  }

  /// Takes away all memos on one thing, which is about to go.
  func deleteMemos(on target: Memo.Target) throws {
    let memos = try db.cachedStatement(sql: "SELECT id FROM memo WHERE targetKind = ? AND targetID = ?")
    for id in try Int64.fetchAll(memos, arguments: [target.stored.kind, target.stored.row]) {
      try delete(.memo, id)
    }
  }
}
