public import CodingModel
import GRDB

extension ProjectFile {
  /// Undoes an act, the latest in force where none is named, and enters that in the history.
  ///
  /// An act in the middle can be undone where nothing done since depends on it: no later act in force touched the same
  /// rows, rows that refer to them, or others of the same unique name or place.
  ///
  /// - Returns: the act undone.
  /// - Throws: ``ActError/nothingToUndo``, ``ActError/noSuchAct(_:)``, ``ActError/notInForce(_:)``,
  ///   ``ActError/notUndoable(_:)``, ``ActError/dependentActs(_:on:)``, ``ProjectError``.
  public func undo(_ number: RowID<Act>? = nil, coder: String = "") throws -> Act {
    try writing { db in
      let act = try number.map { try Self.undoable($0, db) } ?? Self.latest(db)
      if number != nil {
        let others = try ActDependencies.inTheWay(db, of: act.id.value, isUndone: false)
        // To add a coder is all that such an act does: handed over, nothing of it would be undone.
        let holders = act.kind == .coder ? try CoderHandover.holders(db, addedBy: act.id.value) : []
        let all = Set(others).union(holders).sorted()
        guard all.isEmpty else { throw ActError.dependentActs(all.map { RowID($0) }, on: act.id) }
      }
      try SeenHandover.release(db, from: act)
      try CoderHandover.release(db, from: act.id.value)
      try ActHistory.revert(db, act.id.value)
      return try conclude(db, act, .undo, .undone, coder)
    }
  }

  /// Makes an undone act again, and enters that in the history. Where none is named it is the act undone last, unless
  /// something new was done since.
  ///
  /// - Returns: the act done again.
  /// - Throws: ``ActError/nothingToRedo``, ``ActError/noSuchAct(_:)``, ``ActError/notUndone(_:)``,
  ///   ``ActError/notUndoable(_:)``, ``ActError/conflictingActs(_:with:)``, ``ProjectError``.
  public func redo(_ number: RowID<Act>? = nil, coder: String = "") throws -> Act {
    try writing { db in
      guard
        let act = try number.map({ try Self.redoable($0, db) }) ?? ProjectReader(db: db).undoneLast()
      else { throw ActError.nothingToRedo }
      try SeenHandover.yield(db, for: act.id.value)
      if number != nil {
        let others = try ActDependencies.inTheWay(db, of: act.id.value, isUndone: true)
        guard others.isEmpty else { throw ActError.conflictingActs(others.map { RowID($0) }, with: act.id) }
      }
      try SeenHandover.fetch(db, for: act)
      try CoderHandover.fetch(db, for: act.id.value)
      try ActHistory.reapply(db, act.id.value)
      return try conclude(db, act, .redo, .done, coder)
    }
  }

  private static func latest(_ db: Database) throws -> Act {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT * FROM act WHERE state = 'done' AND kind NOT IN ('undo', 'redo')
        AND id > coalesce((SELECT value FROM setting WHERE name = 'undoFloor'), 0) ORDER BY id DESC LIMIT 1
        """)
    guard let row, let act = ActHistory.act(row) else { throw ActError.nothingToUndo }
    return act
  }

  private static func undoable(_ number: RowID<Act>, _ db: Database) throws -> Act {
    guard let act = try ProjectReader(db: db).act(number) else { throw ActError.noSuchAct(number) }
    guard ![.undo, .redo].contains(act.kind) else { throw ActError.notUndoable(number) }
    guard act.state == .done else { throw ActError.notInForce(number) }
    try requireRecord(of: number, db)
    return act
  }

  private static func redoable(_ number: RowID<Act>, _ db: Database) throws -> Act {
    guard let act = try ProjectReader(db: db).act(number) else { throw ActError.noSuchAct(number) }
    guard ![.undo, .redo].contains(act.kind), act.state != .discarded else {
      throw ActError.notUndoable(number)
    }
    guard act.state == .undone else { throw ActError.notUndone(number) }
    try requireRecord(of: number, db)
    return act
  }

  private static func requireRecord(of number: RowID<Act>, _ db: Database) throws {
    let floor = try Int64.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'undoFloor'") ?? 0
    guard number.value > floor else { throw ActError.notUndoable(number) }
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

  /// The act that was undone last and has not been done again, with nothing new done since; nil where there is none.
  func undoneLast() throws -> Act? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT undone.* FROM act AS entry
        JOIN act AS undone ON undone.id = CAST(json_extract(entry.details, '$.act') AS INTEGER)
        WHERE entry.kind = 'undo' AND undone.state = 'undone' AND entry.id > coalesce(
          (SELECT id FROM act WHERE kind NOT IN ('undo', 'redo') ORDER BY id DESC LIMIT 1), 0)
        ORDER BY entry.id DESC LIMIT 1
        """)
    return row.flatMap(ActHistory.act)
  }

  /// The act with that number, if there is one.
  public func act(_ id: RowID<Act>) throws -> Act? {
    try Row.fetchOne(db, sql: "SELECT * FROM act WHERE id = ?", arguments: [id.value]).flatMap(ActHistory.act)
  }
}
