public import CodingModel
import GRDB

/// Where a coder is in a list of answers: it is kept for the next day, and is no part of the history.
public struct CodingPlace: Hashable, Sendable {
  /// Whose place it is: a coder's name, who need not have coded yet.
  public let coder: String
  /// What the coder calls the list.
  public let name: String
  /// The list, as who kept it wrote it.
  public let content: String
  /// How many answers of the list lie behind: from 0 to their number.
  public let position: Int
  /// When the coder was last there, as `2026-11-22T10:30:00Z`.
  public let date: String
}

extension ProjectReader {
  /// A coder's places, the one used last first.
  public func codingPlaces(of coder: String) throws -> [CodingPlace] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT codingPlace.coder, codingPlace.name, content, position, codingPlace.date FROM codingPlace
        JOIN codingSession USING (coder, name) WHERE codingPlace.coder = ? ORDER BY used DESC, codingPlace.name
        """, arguments: [coder]
    ).map { CodingPlace(coder: $0[0], name: $0[1], content: $0[2], position: $0[3], date: $0[4]) }
  }

  /// Those of the answers that are there, in the order given. Cost: a look-up an answer.
  public func known(_ answers: [RowID<Answer>]) throws -> [RowID<Answer>] {
    let row = try BulkStatement(db, "SELECT 1 FROM answer WHERE id = ?")
    return try answers.filter { answer in
      row.bind(1, answer.value)
      defer { row.reset() }
      return try row.step()
    }
  }
}

extension ActWriter {
  /// Keeps a coder's place in a list, in the act's transaction; that alone is no change that the history knows.
  public func setCodingPlace(of coder: String, in list: String, at position: Int) throws {
    try CodingPlaces.move(db, coder, list, position, date)
  }
}

extension ProjectFile {
  /// Keeps a list of answers and a coder's place in it, in place of a list of the same name.
  ///
  /// - Throws: ``ProjectError``.
  public func keepCodingList(of coder: String, named name: String, _ content: String, at position: Int)
    throws
  {
    try writing { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO codingSession (coder, name, content, date) VALUES (?, ?, ?, ?)",
        arguments: [coder, name, content, time])
      try CodingPlaces.move(db, coder, name, position, time)
    }
  }

  /// Keeps a coder's place in a list that is kept.
  ///
  /// - Throws: ``ProjectError``.
  public func keepCodingPlace(of coder: String, in name: String, at position: Int) throws {
    try writing { try CodingPlaces.move($0, coder, name, position, time) }
  }
}

/// Writing places.
private enum CodingPlaces {
  /// The list moved in last is the one used last, whatever the clock says.
  static func move(_ db: Database, _ coder: String, _ name: String, _ position: Int, _ date: String) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO codingPlace (coder, name, position, used, date)
        VALUES (?1, ?2, ?3, (SELECT coalesce(max(used), 0) + 1 FROM codingPlace), ?4)
        """
    ).execute(arguments: [coder, name, position, date])
  }
}
