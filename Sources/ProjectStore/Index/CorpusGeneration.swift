import GRDB

/// A number that changes with every change of the answers, by which a stale index is noticed.
enum CorpusGeneration {
  static func current(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'corpusGeneration'") ?? 0
  }

  static func advance(_ db: Database) throws {
    try set(db, "corpusGeneration", try current(db) + 1)
  }

  static func set(_ db: Database, _ name: String, _ value: Int64) throws {
    try db.execute(
      sql: "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      arguments: [name, value])
  }

  static func indexed(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'indexedGeneration'") ?? 0
  }
}
