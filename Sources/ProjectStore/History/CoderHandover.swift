import GRDB

/// Coders come with the first act that names them, but belong to every act that does.
///
/// Were a coder's row the first act's alone, nobody's first coding could be undone before all the others. So a row that
/// other acts in force refer to is handed over to the first of them before its act is undone, and one that an act to be
/// done again refers to is fetched from the undone act that has it.
enum CoderHandover {
  /// Before `act` is undone: gives the coders that it added and others still refer to to the earliest of those.
  static func release(_ db: Database, from act: Int64) throws {
    for (sequence, row) in try rows(db, addedBy: act) {
      guard let heir = try referrers(db, to: row, except: act).min() else { continue }
      try detach(db, row, from: act, sequence)
      try attach(db, row, to: heir)
    }
  }

  /// The other acts in force that hold the coders that an act added.
  static func holders(_ db: Database, addedBy act: Int64) throws -> Set<Int64> {
    try rows(db, addedBy: act).reduce(into: []) { $0.formUnion(try referrers(db, to: $1.row, except: act)) }
  }

  /// Before `act` is done again: takes the coders that its rows refer to from the undone acts that have them, and puts
  /// them back.
  static func fetch(_ db: Database, for act: Int64) throws {
    var needed: Set<Int64> = []
    for table in TrackedTable.allCases {
      guard let column = table.coderColumn else { continue }
      needed.formUnion(
        try Int64.fetchAll(
          db,
          sql: """
            SELECT DISTINCT \(column) FROM \(table.rawValue)_image WHERE actID = ?
            AND \(column) IS NOT NULL AND \(column) NOT IN (SELECT id FROM coder)
            """, arguments: [act]))
    }
    for row in needed.sorted() {
      guard let holder = try holder(db, of: row), holder.act != act else { continue }
      try revive(db, row, from: holder)
      try attach(db, row, to: act)
      // The act's other rows come back with it; this one is back already.
      try park(db, row, act)
    }
  }

  /// Before undone acts from `first` on are let go: gives the coders that they hold to the undone acts before them that
  /// refer to them.
  static func rescue(_ db: Database, from first: Int64) throws {
    let held = try Row.fetchAll(
      db,
      sql: """
        SELECT image.id, image.actID, image.sequence FROM coder_image AS image JOIN act ON act.id = image.actID
        WHERE act.state = 'undone' AND act.id >= ? ORDER BY image.id
        """, arguments: [first])
    for coder in held {
      let row: Int64 = coder[0]
      var heirs: Set<Int64> = []
      for table in TrackedTable.allCases {
        guard let column = table.coderColumn else { continue }
        heirs.formUnion(
          try Int64.fetchAll(
            db,
            sql: """
              SELECT DISTINCT actID FROM \(table.rawValue)_image JOIN act ON act.id = actID
              WHERE \(column) = ? AND act.state = 'undone' AND actID < ?
              """, arguments: [row, first]))
      }
      guard let heir = heirs.min() else { continue }
      let place = try attach(db, row, to: heir)
      try db.execute(
        sql: "UPDATE coder_image SET actID = ?, sequence = ? WHERE actID = ? AND sequence = ? AND id = ?",
        arguments: [heir, place, coder[1] as Int64, coder[2] as Int64, row])
    }
  }

  /// A coder's row under an undone act.
  struct Holder {
    let act: Int64, sequence: Int64
  }

  /// The undone act that holds the coder with that name, and the coder's identity.
  static func holder(_ db: Database, named name: String) throws -> (row: Int64, holder: Holder)? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT image.id, image.actID, image.sequence FROM coder_image AS image JOIN act ON act.id = image.actID
        JOIN change ON change.actID = image.actID AND change.sequence = image.sequence
        WHERE image.name = ? AND act.state = 'undone' AND change.operation = 'insert' ORDER BY image.actID LIMIT 1
        """, arguments: [name])
    return row.map { ($0[0], Holder(act: $0[1], sequence: $0[2])) }
  }

  private static func holder(_ db: Database, of row: Int64) throws -> Holder? {
    let found = try Row.fetchOne(
      db,
      sql: """
        SELECT image.actID, image.sequence FROM coder_image AS image JOIN act ON act.id = image.actID
        JOIN change ON change.actID = image.actID AND change.sequence = image.sequence
        WHERE image.id = ? AND act.state = 'undone' AND change.operation = 'insert' LIMIT 1
        """, arguments: [row])
    return found.map { Holder(act: $0[0], sequence: $0[1]) }
  }

  /// Puts a coder's row back into force and takes it from the undone act that held it.
  static func revive(_ db: Database, _ row: Int64, from holder: Holder) throws {
    try db.execute(
      sql: """
        INSERT INTO coder (id, name) SELECT id, name FROM coder_image WHERE actID = ? AND sequence = ? AND id = ?
        """, arguments: [holder.act, holder.sequence, row])
    try detach(db, row, from: holder.act, holder.sequence)
    try db.execute(
      sql: "DELETE FROM coder_image WHERE actID = ? AND sequence = ? AND id = ?",
      arguments: [holder.act, holder.sequence, row])
  }

  /// The coders' rows that an act added, each with the place of its change.
  private static func rows(_ db: Database, addedBy act: Int64) throws -> [(sequence: Int64, row: Int64)] {
    let changes = try Row.fetchAll(
      db,
      sql: """
        SELECT sequence, firstRow, lastRow FROM change
        WHERE actID = ? AND tableName = 'coder' AND operation = 'insert' AND firstRow <= lastRow
        """, arguments: [act])
    return try changes.flatMap { change in
      try Int64.fetchAll(
        db, sql: "SELECT id FROM coder WHERE id BETWEEN ? AND ?", arguments: [change[1], change[2]]
      ).map { (change[0], $0) }
    }
  }

  /// The other acts in force that touched rows that refer to a coder, those included that were deleted since.
  private static func referrers(_ db: Database, to coder: Int64, except act: Int64) throws -> Set<Int64> {
    var acts: Set<Int64> = []
    for table in TrackedTable.allCases {
      guard let column = table.coderColumn else { continue }
      let rows = try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM \(table.rawValue) WHERE \(column) = ?1 UNION
          SELECT image.id FROM \(table.rawValue)_image AS image JOIN act ON act.id = image.actID
          WHERE image.\(column) = ?1 AND act.state = 'done'
          """, arguments: [coder])
      acts.formUnion(try ActFootprint.actsInForce(db, on: table, rows, except: act))
    }
    let memos = try Int64.fetchAll(
      db, sql: "SELECT id FROM memo WHERE targetKind = 'coder' AND targetID = ?", arguments: [coder])
    return acts.union(try ActFootprint.actsInForce(db, on: .memo, memos, except: act))
  }

  /// Takes one row out of an entry of rows added; the other rows of the entry get entries of their own, and images of
  /// theirs move along.
  private static func detach(_ db: Database, _ row: Int64, from act: Int64, _ sequence: Int64) throws {
    let key: StatementArguments = [act, sequence]
    guard
      let entry = try Row.fetchOne(
        db, sql: "SELECT firstRow, lastRow FROM change WHERE actID = ? AND sequence = ?", arguments: key)
    else { return }
    let (first, last): (Int64, Int64) = (entry[0], entry[1])
    for other in try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM coder WHERE id BETWEEN ?1 AND ?2 AND id <> ?3 UNION
        SELECT id FROM coder_image WHERE actID = ?4 AND sequence = ?5 AND id <> ?3
        """, arguments: [first, last, row, act, sequence])
    {
      let place = try attach(db, other, to: act)
      try db.execute(
        sql: "UPDATE coder_image SET sequence = ? WHERE actID = ? AND sequence = ? AND id = ?",
        arguments: [place, act, sequence, other])
    }
    // An entry of nothing keeps the numbering of the act's changes whole.
    try db.execute(
      sql: "UPDATE change SET firstRow = 1, lastRow = 0 WHERE actID = ? AND sequence = ?", arguments: key)
  }

  /// Enters a row as added by an act, before all else that it did.
  @discardableResult
  private static func attach(_ db: Database, _ row: Int64, to act: Int64) throws -> Int64 {
    let place =
      try Int64.fetchOne(db, sql: "SELECT min(sequence) - 1 FROM change WHERE actID = ?", arguments: [act])
      ?? 0
    try db.execute(
      sql: "INSERT INTO change VALUES (?, ?, 'coder', 'insert', ?, ?)", arguments: [act, place, row, row])
    return place
  }

  /// Moves a row from force to the image of the act that has just been given it, for reapplying to put it back.
  private static func park(_ db: Database, _ row: Int64, _ act: Int64) throws {
    try db.execute(
      sql: """
        INSERT INTO coder_image SELECT ?1, (SELECT min(sequence) FROM change WHERE actID = ?1), id, name
        FROM coder WHERE id = ?2
        """, arguments: [act, row])
    try db.execute(sql: "DELETE FROM coder WHERE id = ?", arguments: [row])
  }
}
