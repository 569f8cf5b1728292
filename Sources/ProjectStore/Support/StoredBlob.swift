import GRDB
import GRDBSQLite

/// A blob of the database of which a part is read: the rest is not copied.
///
/// It must not outlive the access to the database that it was made in.
@safe final class StoredBlob {
  private let connection: OpaquePointer
  private let handle: OpaquePointer
  /// How many bytes it has.
  let count: Int

  /// The blob in a column of a row.
  init(_ db: Database, _ table: String, _ column: String, row: Int64) throws {
    var opened: OpaquePointer?
    guard let connection = unsafe db.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
    let code = unsafe sqlite3_blob_open(connection, "main", table, column, row, 0, &opened)
    guard code == SQLITE_OK, let handle = unsafe opened else {
      throw unsafe Self.error(code, connection)
    }
    unsafe self.connection = connection
    unsafe self.handle = handle
    count = Int(unsafe sqlite3_blob_bytes(handle))
  }

  deinit { unsafe sqlite3_blob_close(handle) }

  /// Copies the bytes in `range`, which are there, to a place that has room for them.
  func read(_ range: Range<Int>, into memory: UnsafeMutableRawBufferPointer) throws {
    precondition(memory.count >= range.count && range.lowerBound >= 0 && range.upperBound <= count)
    let code = unsafe sqlite3_blob_read(
      handle, memory.baseAddress, Int32(range.count), Int32(range.lowerBound))
    guard code == SQLITE_OK else { throw unsafe Self.error(code, connection) }
  }

  private static func error(_ code: Int32, _ connection: OpaquePointer) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: unsafe String(cString: sqlite3_errmsg(connection)))
  }
}
