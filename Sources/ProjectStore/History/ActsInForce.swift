public import CodingModel
import GRDB

extension ProjectReader {
  /// The number of the act entered last; 0 where there is none.
  public func latestAct() throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT coalesce(max(id), 0) FROM act")) ?? 0
  }

  /// The acts in force from this one on, in their order, those of undoing and redoing left out.
  public func actsInForce(from act: RowID<Act>) throws -> [RowID<Act>] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM act WHERE state = 'done' AND kind NOT IN ('undo', 'redo') AND id >= ? ORDER BY id
        """, arguments: [act.value]
    ).map { RowID($0) }
  }

  /// The act that redoing would do again, if there is one.
  public func nextToRedo() throws -> RowID<Act>? { try undoneLast()?.id }
}
