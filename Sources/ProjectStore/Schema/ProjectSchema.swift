import GRDB

/// The tables of a project file and the steps that lead to them.
enum ProjectSchema {
  /// Which program a project's tables are of.
  enum Age {
    case older, current, newer
  }

  /// Whether a project has been through all steps of `migrator`, or through others. Cost: its list of steps is read once.
  static func age(_ db: Database, _ migrator: DatabaseMigrator) throws -> Age {
    let (steps, taken) = (migrator.migrations, try migrator.appliedIdentifiers(db))
    if !taken.isSubset(of: steps) { return .newer }
    return taken.count < steps.count ? .older : .current
  }

  /// Every step so far, in order. A step that has been released is never edited: a new one follows it.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 survey, codebook, codings, history, index") { db in
      try db.execute(sql: firstTables)
      for table in TrackedTable.allCases where table != .annotation && !teamTracked.contains(table) {
        try addImage(of: table, columns: firstColumns[table] ?? table.columnList, db)
      }
    }
    migrator.registerMigration("2 annotations from elsewhere") { db in
      // An answer's row has the answer's id.
      try db.execute(
        sql: """
          CREATE TABLE annotation (id INTEGER PRIMARY KEY
            REFERENCES answer DEFERRABLE INITIALLY DEFERRED, tokens TEXT NOT NULL) STRICT;
          """)
      try addImage(of: .annotation, columns: TrackedTable.annotation.columnList, db)
    }
    migrator.registerMigration("3 each value of a variable once") { try ValuePacking.run($0) }
    migrator.registerMigration("4 work of teams") { db in
      try db.execute(sql: teamTables)
      for table in TrackedTable.allCases where teamTracked.contains(table) {
        try addImage(of: table, columns: table.columnList, db)
      }
    }
    migrator.registerMigration("5 checksums of answers") { db in
      // Nothing says of the texts that are there already whether they are still what they were.
      try db.execute(
        sql: """
          ALTER TABLE answer ADD COLUMN checksum INTEGER; ALTER TABLE answer_image ADD COLUMN checksum;
          ALTER TABLE indexSegment ADD COLUMN identities INTEGER
          """)
    }
    migrator.registerMigration("6 identities of acts") { db in
      // Acts that are there already are told by all that came before them.
      try db.execute(
        sql: """
          ALTER TABLE act ADD COLUMN identity INTEGER;
          CREATE TABLE knownAct (actID INTEGER NOT NULL, identity INTEGER NOT NULL,
            PRIMARY KEY (actID, identity)) STRICT, WITHOUT ROWID;
          """)
    }
    return migrator
  }

  /// The columns that tables had in the first step, where they have others now.
  private static let firstColumns: [TrackedTable: String] = [
    .answer: "id, respondentID, questionID, text",
    .respondent: "id, identifier, weight", .variableValue: "id, respondentID, variableID, text",
    .coding: "id, answerID, codeID, coderID, startOffset, endOffset, origin, date",
  ]

  /// The tables that came with the fourth step.
  static let teamTracked: Set<TrackedTable> = [.ruleVersion, .seen, .assignment, .refusal]

  /// The wordings of rules that made codings, who has gone through what and is to, proposals of rules that were refused;
  /// and, outside the history, where each coder stands in a list of answers.
  private static let teamTables = """
    CREATE TABLE ruleVersion (id INTEGER PRIMARY KEY AUTOINCREMENT,
      codeID INTEGER NOT NULL REFERENCES code DEFERRABLE INITIALLY DEFERRED, number INTEGER NOT NULL,
      rule TEXT NOT NULL, date TEXT NOT NULL, UNIQUE (codeID, number)) STRICT;
    ALTER TABLE coding ADD COLUMN ruleVersionID INTEGER REFERENCES ruleVersion DEFERRABLE INITIALLY DEFERRED;
    ALTER TABLE coding_image ADD COLUMN ruleVersionID;
    CREATE TABLE seen (id INTEGER PRIMARY KEY AUTOINCREMENT,
      answerID INTEGER NOT NULL REFERENCES answer DEFERRABLE INITIALLY DEFERRED,
      coderID INTEGER NOT NULL REFERENCES coder DEFERRABLE INITIALLY DEFERRED, date TEXT NOT NULL,
      UNIQUE (coderID, answerID)) STRICT;
    CREATE INDEX seen_answer ON seen (answerID);
    CREATE TABLE assignment (id INTEGER PRIMARY KEY AUTOINCREMENT,
      answerID INTEGER NOT NULL REFERENCES answer DEFERRABLE INITIALLY DEFERRED,
      coderID INTEGER NOT NULL REFERENCES coder DEFERRABLE INITIALLY DEFERRED, date TEXT NOT NULL,
      UNIQUE (coderID, answerID)) STRICT;
    CREATE INDEX assignment_answer ON assignment (answerID);
    CREATE TABLE refusal (id INTEGER PRIMARY KEY AUTOINCREMENT,
      answerID INTEGER NOT NULL REFERENCES answer DEFERRABLE INITIALLY DEFERRED,
      codeID INTEGER NOT NULL REFERENCES code DEFERRABLE INITIALLY DEFERRED,
      coderID INTEGER NOT NULL REFERENCES coder DEFERRABLE INITIALLY DEFERRED,
      startOffset INTEGER NOT NULL, endOffset INTEGER NOT NULL, date TEXT NOT NULL,
      CHECK (0 <= startOffset AND startOffset < endOffset),
      UNIQUE (answerID, codeID, startOffset, endOffset, coderID)) STRICT;
    CREATE INDEX refusal_code ON refusal (codeID);
    CREATE TABLE codingSession (coder TEXT NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL, date TEXT NOT NULL,
      PRIMARY KEY (coder, name)) STRICT, WITHOUT ROWID;
    CREATE TABLE codingPlace (coder TEXT NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL,
      used INTEGER NOT NULL, date TEXT NOT NULL, PRIMARY KEY (coder, name)) STRICT, WITHOUT ROWID;
    """

  /// The twin of a table that the history records.
  private static func addImage(of table: TrackedTable, columns: String, _ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE \(table.rawValue)_image (actID INTEGER NOT NULL, sequence INTEGER NOT NULL,
          \(columns));
        CREATE INDEX \(table.rawValue)_image_act ON \(table.rawValue)_image (actID, sequence);
        """)
  }

  private static let firstTables = """
    CREATE TABLE setting (name TEXT PRIMARY KEY NOT NULL, value ANY) STRICT, WITHOUT ROWID;

    CREATE TABLE respondent (id INTEGER PRIMARY KEY AUTOINCREMENT, identifier TEXT NOT NULL UNIQUE,
      weight REAL) STRICT;
    CREATE TABLE variable (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL) STRICT;
    CREATE TABLE variableValue (id INTEGER PRIMARY KEY AUTOINCREMENT,
      respondentID INTEGER NOT NULL REFERENCES respondent DEFERRABLE INITIALLY DEFERRED,
      variableID INTEGER NOT NULL REFERENCES variable DEFERRABLE INITIALLY DEFERRED,
      text TEXT NOT NULL, UNIQUE (respondentID, variableID)) STRICT;
    CREATE INDEX variableValue_text ON variableValue (variableID, text, respondentID);
    CREATE TABLE question (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE,
      wording TEXT NOT NULL) STRICT;
    CREATE TABLE answer (id INTEGER PRIMARY KEY AUTOINCREMENT,
      respondentID INTEGER NOT NULL REFERENCES respondent DEFERRABLE INITIALLY DEFERRED,
      questionID INTEGER NOT NULL REFERENCES question DEFERRABLE INITIALLY DEFERRED,
      text TEXT NOT NULL, UNIQUE (respondentID, questionID)) STRICT;
    CREATE INDEX answer_question ON answer (questionID);

    CREATE TABLE coder (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE code (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE,
      parentID INTEGER REFERENCES code DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
      name TEXT NOT NULL, colour TEXT, definition TEXT NOT NULL, inclusion TEXT NOT NULL,
      exclusion TEXT NOT NULL, examples TEXT NOT NULL, rule TEXT, memo TEXT NOT NULL) STRICT;
    CREATE TABLE coding (id INTEGER PRIMARY KEY AUTOINCREMENT,
      answerID INTEGER NOT NULL REFERENCES answer DEFERRABLE INITIALLY DEFERRED,
      codeID INTEGER NOT NULL REFERENCES code DEFERRABLE INITIALLY DEFERRED,
      coderID INTEGER NOT NULL REFERENCES coder DEFERRABLE INITIALLY DEFERRED,
      startOffset INTEGER NOT NULL, endOffset INTEGER NOT NULL, origin TEXT NOT NULL, date TEXT NOT NULL,
      CHECK (0 <= startOffset AND startOffset < endOffset),
      UNIQUE (answerID, startOffset, endOffset, codeID, coderID)) STRICT;
    CREATE INDEX coding_code ON coding (codeID, coderID, answerID);
    CREATE INDEX coding_coder ON coding (coderID);
    CREATE TABLE codebook (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL,
      description TEXT NOT NULL) STRICT;
    CREATE TABLE memo (id INTEGER PRIMARY KEY AUTOINCREMENT, targetKind TEXT NOT NULL,
      targetID INTEGER NOT NULL, text TEXT NOT NULL,
      coderID INTEGER REFERENCES coder DEFERRABLE INITIALLY DEFERRED, date TEXT NOT NULL) STRICT;
    CREATE INDEX memo_target ON memo (targetKind, targetID);

    CREATE TABLE act (id INTEGER PRIMARY KEY AUTOINCREMENT, date TEXT NOT NULL, coder TEXT NOT NULL,
      kind TEXT NOT NULL, details TEXT NOT NULL, state TEXT NOT NULL) STRICT;
    CREATE INDEX act_done ON act (id) WHERE state = 'done' AND kind NOT IN ('undo', 'redo');
    CREATE INDEX act_undone ON act (id) WHERE state = 'undone';
    CREATE TABLE change (actID INTEGER NOT NULL REFERENCES act DEFERRABLE INITIALLY DEFERRED,
      sequence INTEGER NOT NULL, tableName TEXT NOT NULL, operation TEXT NOT NULL,
      firstRow INTEGER NOT NULL, lastRow INTEGER NOT NULL, PRIMARY KEY (actID, sequence)) STRICT, WITHOUT ROWID;

    CREATE TABLE indexSegment (id INTEGER PRIMARY KEY AUTOINCREMENT, analysisVersion INTEGER NOT NULL,
      firstAnswer INTEGER NOT NULL, lastAnswer INTEGER NOT NULL, answers INTEGER NOT NULL,
      tokens INTEGER NOT NULL) STRICT;
    CREATE TABLE indexPart (segmentID INTEGER NOT NULL, part INTEGER NOT NULL, size INTEGER NOT NULL,
      PRIMARY KEY (segmentID, part)) STRICT, WITHOUT ROWID;
    CREATE TABLE indexChunk (segmentID INTEGER NOT NULL, part INTEGER NOT NULL, number INTEGER NOT NULL,
      bytes BLOB NOT NULL, UNIQUE (segmentID, part, number)) STRICT;
    """
}
