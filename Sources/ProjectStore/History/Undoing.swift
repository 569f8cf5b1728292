public import CodingModel
import GRDB

extension ProjectFile {
  /// Undoes the latest act in force, whatever it was, and enters that in the history.
  ///
  /// - Returns: the act undone.
  /// - Throws: ``ActError/nothingToUndo``, ``ProjectError``.
  public func undo(coder: String = "") throws -> Act {
    try writing { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT * FROM act WHERE state = 'done' AND kind NOT IN ('undo', 'redo')
          AND id > coalesce((SELECT value FROM setting WHERE name = 'undoFloor'), 0) ORDER BY id DESC LIMIT 1
          """)
      guard let row, let act = ActHistory.act(row) else { throw ActError.nothingToUndo }
      try ActHistory.revert(db, act.id.value)
      return try conclude(db, act, .undo, .undone, coder)
    }
  }

  /// Makes the act undone last again, and enters that in the history.
  ///
  /// - Returns: the act done again.
  /// - Throws: ``ActError/nothingToRedo``, ``ProjectError``.
  public func redo(coder: String = "") throws -> Act {
    try writing { db in
      let row = try Row.fetchOne(db, sql: "SELECT * FROM act WHERE state = 'undone' ORDER BY id LIMIT 1")
      guard let row, let act = ActHistory.act(row) else { throw ActError.nothingToRedo }
      try ActHistory.reapply(db, act.id.value)
      return try conclude(db, act, .redo, .done, coder)
    }
  }

  private func conclude(
    _ db: Database, _ act: Act, _ kind: Act.Kind, _ state: Act.State, _ coder: String
  ) throws -> Act {
    try db.execute(
      sql: "UPDATE act SET state = ? WHERE id = ?", arguments: [state.rawValue, act.id.value])
    let changesSurvey = try Bool.fetchOne(
      db,
      sql: "SELECT EXISTS (SELECT 1 FROM change WHERE actID = ? AND tableName IN ('answer', 'respondent'))",
      arguments: [act.id.value])
    if changesSurvey == true {
      try CorpusGeneration.advance(db)
      try ProjectReader(db: db).settleIndex()
    }
    _ = try ActHistory.enter(
      db, date: time, coder: coder, kind: kind, details: ["act": String(act.id.value)])
    return act
  }
}

extension ProjectReader {
  /// The project's acts, latest first, at most `limit` of them; nil for all.
  public func history(limit: Int? = nil) throws -> [Act] {
    let sql = "SELECT * FROM act ORDER BY id DESC LIMIT ?"
    return try Row.fetchAll(db, sql: sql, arguments: [limit ?? -1]).compactMap(ActHistory.act)
  }

  /// The act with that number, if there is one.
  public func act(_ id: RowID<Act>) throws -> Act? {
    try Row.fetchOne(db, sql: "SELECT * FROM act WHERE id = ?", arguments: [id.value]).flatMap(ActHistory.act)
  }
}
