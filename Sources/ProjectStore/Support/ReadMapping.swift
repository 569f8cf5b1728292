import GRDB
import GRDBSQLite
import Synchronization

/// Mapping the file into memory while parts of the index are read: its pages then are neither asked for one by one nor
/// kept beside what is made of them.
///
/// Answers are read without: they lie here and there in the file, and of each mapped page read the system maps fifteen
/// more, which all count as the process's memory.
final class ReadMapping: Sendable {
  /// So many bytes are read before what is mapped is let go, so that it does not add up to the whole index.
  private static let most = 16 << 20

  /// How many bytes were read since the file was mapped; below 0 where it is not.
  private let byteCount = Atomic(-1)
  /// Whether the file is not to be mapped until the next ``end(_:)``.
  private let isForbidden = Atomic(false)

  /// Maps the file for reading so many bytes, if it is not mapped; not where it is written to, nor where that is forbidden.
  func begin(_ db: Database, byteCount added: Int) throws {
    if byteCount.load(ordering: .relaxed) < 0 {
      guard !isForbidden.load(ordering: .relaxed), let connection = unsafe db.sqliteConnection,
        unsafe sqlite3_txn_state(connection, "main") != SQLITE_TXN_WRITE
      else { return }
      try db.execute(sql: "PRAGMA mmap_size = 2147418112")
      byteCount.store(0, ordering: .relaxed)
    }
    byteCount.add(added, ordering: .relaxed)
  }

  /// Lets the mapping go where much was read. To be called where no transaction is open.
  func rest(_ db: Database) {
    if byteCount.load(ordering: .relaxed) > Self.most { end(db) }
  }

  /// Lets the mapping go, and forbids any until ``end(_:)``. To be called where no transaction is open.
  func forbid(_ db: Database) {
    end(db)
    isForbidden.store(true, ordering: .relaxed)
  }

  /// Lets the mapping go, if there is one. To be called where no transaction is open.
  func end(_ db: Database) {
    isForbidden.store(false, ordering: .relaxed)
    guard byteCount.exchange(-1, ordering: .relaxed) >= 0 else { return }
    // Where it cannot, the file stays mapped, which is no fault.
    try? db.execute(sql: "PRAGMA mmap_size = 0")
  }
}
