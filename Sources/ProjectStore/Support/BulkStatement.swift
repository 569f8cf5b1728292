import GRDB
import GRDBSQLite

/// A statement that is run, or whose rows are read, by the million: bound and read without the conversions of
/// GRDB, which would cost more than SQLite's own work.
///
/// It must not outlive the access to the database that it was made in.
@safe final class BulkStatement {
  private let connection: OpaquePointer
  private let statement: OpaquePointer
  /// What the statement belongs to, where it is not ours to end.
  private let owner: Statement?

  init(_ db: Database, _ sql: String) throws {
    var made: OpaquePointer?
    guard let connection = unsafe db.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
    let code = unsafe sqlite3_prepare_v2(connection, sql, -1, &made, nil)
    guard code == SQLITE_OK, let statement = unsafe made else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
    unsafe self.connection = connection
    unsafe self.statement = statement
    owner = nil
  }

  /// A statement that is kept for the next who needs it.
  init(_ db: Database, cached sql: String) throws {
    guard let connection = unsafe db.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
    let owner = try db.cachedStatement(sql: sql)
    unsafe self.connection = connection
    unsafe statement = owner.sqliteStatement
    self.owner = owner
  }

  deinit {
    if owner == nil { unsafe sqlite3_finalize(statement) } else { unsafe sqlite3_reset(statement) }
  }

  /// Copies what is bound, so that it need not live on.
  private static var copied: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  func bind(_ index: Int32, _ value: Int64) { unsafe sqlite3_bind_int64(statement, index, value) }

  func bind(_ index: Int32, _ value: Double?) {
    if let value {
      unsafe sqlite3_bind_double(statement, index, value)
    } else {
      unsafe sqlite3_bind_null(statement, index)
    }
  }

  func bind(_ index: Int32, _ text: String) {
    var text = text
    text.withUTF8 { bytes in
      unsafe bind(index, UnsafeRawBufferPointer(bytes)) { statement, index, base, count in
        unsafe sqlite3_bind_text(
          statement, index, base?.assumingMemoryBound(to: CChar.self), count, Self.copied)
      }
    }
  }

  func bind(_ index: Int32, _ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe bind(index, bytes) { statement, index, base, count in
        unsafe sqlite3_bind_blob(statement, index, base, count, Self.copied)
      }
    }
  }

  private func bind(
    _ index: Int32, _ bytes: UnsafeRawBufferPointer,
    _ bind: (OpaquePointer, Int32, UnsafeRawPointer?, Int32) -> Int32
  ) {
    // Without an address SQLite would take nothing for NULL.
    let nothing: UInt8 = 0
    if let base = bytes.baseAddress {
      _ = unsafe bind(statement, index, base, Int32(bytes.count))
    } else {
      _ = unsafe withUnsafeBytes(of: nothing) { unsafe bind(statement, index, $0.baseAddress, 0) }
    }
  }

  /// Goes to the next row of the result.
  ///
  /// - Returns: whether there is one; after the last the statement can be bound again.
  func step() throws -> Bool {
    let code = unsafe sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    unsafe sqlite3_reset(statement)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: unsafe sqlite3_extended_errcode(connection)),
        message: unsafe String(cString: sqlite3_errmsg(connection)))
    }
    return false
  }

  /// Lets the rest of the result go.
  func reset() { unsafe sqlite3_reset(statement) }

  /// Runs a statement without a result.
  ///
  /// - Returns: how many rows it changed.
  func run() throws -> Int {
    while try step() {}
    return Int(unsafe sqlite3_changes(connection))
  }

  func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(statement, column) }

  /// The number in a column.
  ///
  /// - Throws: `DatabaseError` where it holds none, as only a damaged file does.
  func number(_ column: Int32) throws -> Int64 {
    guard unsafe sqlite3_column_type(statement, column) == SQLITE_INTEGER else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT)
    }
    return integer(column)
  }

  func double(_ column: Int32) -> Double? {
    unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
      ? nil : sqlite3_column_double(statement, column)
  }

  func text(_ column: Int32) -> String {
    let count = Int(unsafe sqlite3_column_bytes(statement, column))
    guard let base = unsafe sqlite3_column_text(statement, column) else { return "" }
    return unsafe String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
  }

  /// Whether a column holds nothing.
  func isNull(_ column: Int32) -> Bool { unsafe sqlite3_column_type(statement, column) == SQLITE_NULL }

  /// Calls `body` with the bytes of a text just as they are stored.
  func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let base = unsafe sqlite3_column_blob(statement, column)
    let count = Int(unsafe sqlite3_column_bytes(statement, column))
    return unsafe body(UnsafeRawBufferPointer(start: base, count: base == nil ? 0 : count))
  }

  /// Calls `body` with each of the ``PackedValues`` of a blob; returns whether it is well-formed.
  @discardableResult
  func forEachPackedValue(_ column: Int32, _ body: (Int64) -> Void) -> Bool {
    let base = unsafe sqlite3_column_blob(statement, column)
    let count = Int(unsafe sqlite3_column_bytes(statement, column))
    let bytes = unsafe UnsafeRawBufferPointer(start: base, count: base == nil ? 0 : count)
    return unsafe PackedValues.forEach(in: bytes, body)
  }
}
