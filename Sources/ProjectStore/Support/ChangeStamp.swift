import GRDB
import GRDBSQLite

/// By what it is known that nothing changed: while an open project gives equal stamps, nobody has written to it, be
/// it this process or another.
public struct ChangeStamp: Hashable, Sendable {
  private let byOthers: Int64
  private let byThisProcess: Int
  /// Advances with every change of the answers or the respondents, and with no other.
  public let corpus: Int64

  fileprivate init(_ db: Database) throws {
    byOthers = try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
    byThisProcess = db.totalChangesCount
    corpus = try CorpusGeneration.current(db)
  }
}

extension ProjectReader {
  /// The stamp of what is read now; nil while an act is being written, which may come to nothing.
  public func changeStamp() throws -> ChangeStamp? {
    if let connection = unsafe db.sqliteConnection,
      unsafe sqlite3_txn_state(connection, nil) == SQLITE_TXN_WRITE
    {
      return nil
    }
    return try ChangeStamp(db)
  }
}
