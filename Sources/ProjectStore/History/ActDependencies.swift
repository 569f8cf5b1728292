import CodingModel
import Foundation
import GRDB

/// What stands in the way of undoing one act in the middle of the history, or of doing it again.
///
/// Two acts depend on each other where they touch the same row, where one touches rows that refer to what the other added
/// or took away, where both had to do with rows of the same unique name or place, or where both moved codes about. Acts
/// that do not can be undone and done in any order with the same end. So an act may be undone where no later act in force
/// depends on it, and done again where, of the acts that depend on it, those before it are in force just as they were when
/// it was first done, and none of the later ones is.
struct ActDependencies {
  private let db: Database
  private let act: Int64
  private let footprint: ActFootprint
  /// Other acts that depend on it or that it depends on, whatever their state.
  private var found: Set<Int64> = []

  init(_ db: Database, _ act: Int64) throws {
    self.db = db
    self.act = act
    footprint = try ActFootprint(db, act)
  }

  /// The acts in the way, in order; empty where nothing is. Cost: linear in the number of changes ever made to the tables
  /// that the act touched.
  ///
  /// - Parameter isUndone: whether the act is to be done again, rather than undone.
  static func inTheWay(_ db: Database, of act: Int64, isUndone: Bool) throws -> [Int64] {
    var dependencies = try ActDependencies(db, act)
    try dependencies.findSameRows()
    for table in dependencies.footprint.changes.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      try dependencies.findReferences(to: table)
      try dependencies.findReferences(from: table)
      try dependencies.findSameKeys(table)
    }
    try dependencies.findValues()
    try dependencies.findMoves()
    return try dependencies.inTheWay(isUndone)
  }

  /// Of the acts that depend on this one, those whose state forbids it to change its own.
  private func inTheWay(_ isUndone: Bool) throws -> [Int64] {
    var states: [Int64: Bool] = [:]
    for row in try Row.fetchAll(
      db, sql: "SELECT id, state = 'done' FROM act WHERE kind NOT IN ('undo', 'redo')")
    {
      states[row[0]] = row[1]
    }
    let toggles = try Self.toggles(db)
    return found.filter { other in
      let isInForce = states[other] ?? false
      guard other < act else { return isInForce }
      return isUndone && isInForce != Self.wasInForce(other, at: act, toggles)
    }.sorted()
  }

  /// Every undoing and redoing: its number and the act it was of, in order.
  static func toggles(_ db: Database) throws -> [(number: Int64, act: Int64, isUndo: Bool)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, CAST(json_extract(details, '$.act') AS INTEGER), kind = 'undo' FROM act
        WHERE kind IN ('undo', 'redo') AND json_valid(details) AND json_extract(details, '$.act') IS NOT NULL
        ORDER BY id
        """
    ).map { ($0[0], $0[1], $0[2]) }
  }

  /// Whether an act was in force when the act numbered `moment` was done.
  static func wasInForce(
    _ act: Int64, at moment: Int64, _ toggles: [(number: Int64, act: Int64, isUndo: Bool)]
  ) -> Bool {
    guard act <= moment else { return false }
    return !(toggles.last { $0.act == act && $0.number <= moment }?.isUndo ?? false)
  }

  private mutating func add(_ acts: some Sequence<Int64>) {
    found.formUnion(acts)
    found.remove(act)
  }

  private mutating func findSameRows() throws {
    for table in footprint.changes.keys {
      let touched = footprint.touched(table)
      var acts: Set<Int64> = []
      try ActFootprint.forEachChange(db, of: table, states: ["done", "undone"]) {
        if touched.overlaps($0.first, $0.last) { acts.insert($0.act) }
      }
      add(acts)
    }
  }

  /// Acts whose rows refer to rows that this act added or took away.
  private mutating func findReferences(to table: TrackedTable) throws {
    let gone = (footprint.changes[table] ?? []).filter { $0.operation != "update" }.map {
      ($0.first, $0.last)
    }
    let rows = RowRanges(gone)
    guard !rows.isEmpty, table != .coder else { return }
    for other in TrackedTable.allCases {
      for reference in other.references where reference.table == table {
        try findRows(of: other, "t.\(reference.column)", rows, "")
      }
    }
    guard TrackedTable.memoTargets.contains(table) else { return }
    try findRows(of: .memo, "t.targetID", rows, "t.targetKind = '\(table.rawValue)' AND ")
  }

  /// The acts that touched the rows of a table whose column names one of these rows, in any version known.
  private mutating func findRows(
    of table: TrackedTable, _ column: String, _ rows: RowRanges, _ condition: String
  ) throws {
    let filter = condition + rows.condition(column)
    let live = try Int64.fetchAll(db, sql: "SELECT t.id FROM \(table.rawValue) AS t WHERE \(filter)")
    try addActs(on: table, live)
    add(
      try Int64.fetchAll(
        db, sql: "SELECT DISTINCT t.actID FROM \(table.rawValue)_image AS t WHERE \(filter)"))
  }

  /// Acts that touched the rows that this act's rows refer to.
  private mutating func findReferences(from table: TrackedTable) throws {
    for reference in table.references {
      try findTargets(reference.table, "SELECT \(reference.column) FROM", table, "")
    }
    guard table == .memo else { return }
    for target in TrackedTable.memoTargets where target != .coder {
      try findTargets(target, "SELECT targetID FROM", .memo, " AND targetKind = '\(target.rawValue)'")
    }
  }

  private mutating func findTargets(
    _ target: TrackedTable, _ select: String, _ table: TrackedTable, _ condition: String
  ) throws {
    var rows = Set(
      try Int64?.fetchAll(
        db, sql: "\(select) \(table.rawValue)_image WHERE actID = ?\(condition)", arguments: [act]
      ).compactMap(\.self))
    for change in footprint.changes[table] ?? [] {
      rows.formUnion(
        try Int64?.fetchAll(
          db, sql: "\(select) \(table.rawValue) WHERE id BETWEEN ? AND ?\(condition)",
          arguments: [change.first, change.last]
        ).compactMap(\.self))
    }
    try addActs(on: target, Array(rows), operations: ["insert", "delete"])
  }

  private mutating func addActs(
    on table: TrackedTable, _ rows: [Int64], operations: Set<String> = ["insert", "update", "delete"]
  ) throws {
    guard !rows.isEmpty else { return }
    let wanted = RowRanges(rows.map { ($0, $0) })
    var acts: Set<Int64> = []
    try ActFootprint.forEachChange(db, of: table, states: ["done", "undone"]) {
      if operations.contains($0.operation), wanted.overlaps($0.first, $0.last) { acts.insert($0.act) }
    }
    add(acts)
  }

  /// Acts that touched other rows with a key that rows of this act have or had.
  private mutating func findSameKeys(_ table: TrackedTable) throws {
    guard table != .coder else { return }
    let name = table.rawValue
    for columns in table.uniqueColumns {
      let same = table.shares(columns, "mine", "other")
      let mine =
        "(SELECT DISTINCT id\(columns.map { ", " + $0 }.joined()) FROM \(name)_image WHERE actID = ?1)"
      let live = try Int64.fetchAll(
        db,
        sql:
          "SELECT DISTINCT other.id FROM \(mine) AS mine JOIN \(name) AS other ON other.id <> mine.id AND \(same)",
        arguments: [act])
      try addActs(on: table, live)
      add(
        try Int64.fetchAll(
          db,
          sql: """
            SELECT DISTINCT other.actID FROM \(mine) AS mine
            JOIN \(name)_image AS other ON other.id <> mine.id AND \(same)
            """, arguments: [act]))
    }
    try findSameKeys(ofLive: table)
  }

  /// The same for the rows of this act that stand in the table.
  private mutating func findSameKeys(ofLive table: TrackedTable) throws {
    let name = table.rawValue
    let ranges = footprint.touched(table)
    guard !ranges.isEmpty else { return }
    for columns in table.uniqueColumns where try Self.hasImages(db, table) {
      let same = table.shares(columns, "mine", "other")
      for range in ranges.merged {
        add(
          try Int64.fetchAll(
            db,
            sql: """
              SELECT DISTINCT other.actID FROM \(name) AS mine
              JOIN \(name)_image AS other ON other.id <> mine.id AND \(same) WHERE mine.id BETWEEN ? AND ?
              """, arguments: [range.first, range.last]))
      }
    }
  }

  private static func hasImages(_ db: Database, _ table: TrackedTable) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(table.rawValue)_image)") ?? false
  }
}

extension ActDependencies {
  /// Acts whose respondents have values that this act added, and acts that added values that its respondents have.
  private mutating func findValues() throws {
    let added = RowRanges(
      (footprint.changes[.variableValue] ?? []).filter { $0.operation != "update" }.map {
        ($0.first, $0.last)
      })
    if !added.isEmpty {
      var respondents: [Int64] = []
      let rows = try BulkStatement(db, "SELECT id, packedValues FROM respondent")
      while try rows.step() {
        var refers = false
        rows.forEachPackedValue(1) { refers = refers || added.contains($0) }
        if refers { respondents.append(rows.integer(0)) }
      }
      try addActs(on: .respondent, respondents)
      let images = try BulkStatement(db, "SELECT actID, packedValues FROM respondent_image")
      var acts: Set<Int64> = []
      while try images.step() {
        var refers = false
        images.forEachPackedValue(1) { refers = refers || added.contains($0) }
        if refers { acts.insert(images.integer(0)) }
      }
      add(acts)
    }
    guard footprint.changes[.respondent] != nil else { return }
    var values: Set<Int64> = []
    let images = try BulkStatement(db, "SELECT packedValues FROM respondent_image WHERE actID = ?")
    images.bind(1, act)
    while try images.step() { images.forEachPackedValue(0) { values.insert($0) } }
    for change in footprint.changes[.respondent] ?? [] {
      let rows = try BulkStatement(db, "SELECT packedValues FROM respondent WHERE id BETWEEN ? AND ?")
      rows.bind(1, change.first)
      rows.bind(2, change.last)
      while try rows.step() { rows.forEachPackedValue(0) { values.insert($0) } }
    }
    try addActs(on: .variableValue, Array(values), operations: ["insert", "delete"])
  }

  /// Where this act moved codes under others: all acts that did, since together they could make a circle.
  private mutating func findMoves() throws {
    guard footprint.changes[.code] != nil else { return }
    let movers = try Self.movers(db)
    if movers.contains(act) { add(movers) }
  }

  /// The acts that gave codes another parent.
  private static func movers(_ db: Database) throws -> Set<Int64> {
    var movers: Set<Int64> = []
    let versions = try RowVersions(db, .code)
    for row in versions.changedRows {
      for change in versions.changes(of: row) where change.operation == "update" {
        guard let before = try versions.before(change, row), let after = try versions.after(change, row)
        else {
          continue
        }
        if before["parentID"] as Int64? != after["parentID"] as Int64? { movers.insert(change.act) }
      }
    }
    return movers
  }
}
