import GRDB

/// The step from a row for each respondent's value of each variable to a row for each different value, which
/// respondents refer to (``PackedValues``).
///
/// The history's images are rows of the old tables: acts up to the last one that touched them can no longer be
/// undone, which the setting `undoFloor` says. They stay in the history.
enum ValuePacking {
  /// The tables that the history records at this step.
  private static let tables = TrackedTable.allCases.filter { !ProjectSchema.teamTracked.contains($0) }

  static func run(_ db: Database) throws {
    try forgetImages(db)
    try db.execute(
      sql: """
        ALTER TABLE respondent ADD COLUMN packedValues BLOB NOT NULL DEFAULT x'';
        ALTER TABLE respondent_image ADD COLUMN packedValues;
        DROP INDEX variableValue_text;
        DROP TABLE variableValue_image;
        ALTER TABLE variableValue RENAME TO oldValue;
        CREATE TABLE variableValue (id INTEGER PRIMARY KEY AUTOINCREMENT,
          variableID INTEGER NOT NULL REFERENCES variable DEFERRABLE INITIALLY DEFERRED,
          text TEXT NOT NULL, UNIQUE (variableID, text)) STRICT;
        CREATE TABLE variableValue_image (actID INTEGER NOT NULL, sequence INTEGER NOT NULL,
          id, variableID, text);
        CREATE INDEX variableValue_image_act ON variableValue_image (actID, sequence);
        INSERT INTO variableValue (variableID, text)
          SELECT variableID, text FROM oldValue GROUP BY variableID, text ORDER BY min(id);
        """)
    try pack(db)
    try db.execute(sql: "DROP TABLE oldValue")
  }

  private static func pack(_ db: Database) throws {
    let rows = try BulkStatement(
      db,
      """
      SELECT respondentID, value.id FROM oldValue
      JOIN variableValue AS value ON value.variableID = oldValue.variableID AND value.text = oldValue.text
      ORDER BY respondentID, value.id
      """)
    let update = try BulkStatement(db, "UPDATE respondent SET packedValues = ? WHERE id = ?")
    var respondent: Int64?
    var identities: [Int64] = []
    func store() throws {
      guard let respondent else { return }
      update.bind(1, PackedValues(identities).encoded)
      update.bind(2, respondent)
      _ = try update.run()
    }
    while try rows.step() {
      if rows.integer(0) != respondent {
        try store()
        respondent = rows.integer(0)
        identities = []
      }
      identities.append(rows.integer(1))
    }
    try store()
  }

  private static func forgetImages(_ db: Database) throws {
    try ActHistory.discardUndone(db, tables)
    let floor = try Int64.fetchOne(
      db, sql: "SELECT max(actID) FROM change WHERE tableName IN ('respondent', 'variableValue')")
    guard let floor else { return }
    for table in tables {
      try db.execute(sql: "DELETE FROM \(table.rawValue)_image WHERE actID <= ?", arguments: [floor])
    }
    try db.execute(sql: "DELETE FROM change WHERE actID <= ?", arguments: [floor])
    try db.execute(sql: "INSERT INTO setting VALUES ('undoFloor', ?)", arguments: [floor])
  }
}
