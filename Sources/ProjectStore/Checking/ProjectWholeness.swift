import GRDB

extension ProjectFile {
  /// Refuses a file that is damaged: of which pages, rows that others refer to, or answers' texts, are
  /// not what they should be.
  ///
  /// It is what can be told without comparing every index with its table, and is to be asked before what a file holds is
  /// taken over. Cost: reads the whole file once.
  ///
  /// - Throws: ``ProjectError/damaged(path:)``.
  public func requireWhole() throws {
    if try !isWhole() { throw ProjectError.damaged(path: path) }
  }

  /// Whether nothing is found that ``requireWhole()`` refuses a file for. Cost: reads the whole file once.
  public func isWhole() throws -> Bool {
    try read { reader in
      guard try String.fetchAll(reader.db, sql: "PRAGMA quick_check(1)") == ["ok"] else { return false }
      guard try Row.fetchOne(reader.db, sql: "PRAGMA foreign_key_check") == nil else { return false }
      return try reader.compareTexts().damaged.isEmpty
    }
  }
}
