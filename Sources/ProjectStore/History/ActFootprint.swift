import GRDB

/// Which rows acts touched.
struct ActFootprint {
  /// One entry of the record of changes.
  struct Change {
    let act: Int64, sequence: Int64
    let operation: String
    let first: Int64, last: Int64
  }

  /// The changes of one act, by table.
  let changes: [TrackedTable: [Change]]

  init(_ db: Database, _ act: Int64) throws {
    var changes: [TrackedTable: [Change]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT tableName, actID, sequence, operation, firstRow, lastRow FROM change
        WHERE actID = ? AND firstRow <= lastRow ORDER BY sequence
        """, arguments: [act])
    while let row = try rows.next() {
      guard let table = TrackedTable(rawValue: row[0]) else { continue }
      changes[table, default: []].append(Self.change(row))
    }
    self.changes = changes
  }

  private static func change(_ row: Row) -> Change {
    Change(act: row[1], sequence: row[2], operation: row[3], first: row[4], last: row[5])
  }

  /// Calls `body` with every change of a table by acts of these states.
  static func forEachChange(
    _ db: Database, of table: TrackedTable, states: [String], _ body: (Change) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT tableName, actID, sequence, operation, firstRow, lastRow FROM change JOIN act ON act.id = actID
        WHERE tableName = ? AND firstRow <= lastRow
        AND state IN (\(states.map { "'\($0)'" }.joined(separator: ", "))) ORDER BY actID, sequence
        """, arguments: [table.rawValue])
    while let row = try rows.next() { try body(change(row)) }
  }

  /// The rows that the act added to a table, as ranges.
  func added(to table: TrackedTable) -> RowRanges {
    RowRanges((changes[table] ?? []).filter { $0.operation == "insert" }.map { ($0.first, $0.last) })
  }

  /// The rows of a table that the act touched at all.
  func touched(_ table: TrackedTable) -> RowRanges {
    RowRanges((changes[table] ?? []).map { ($0.first, $0.last) })
  }

  /// The acts in force that touched any of these rows.
  static func actsInForce(
    _ db: Database, on table: TrackedTable, _ rows: [Int64], except act: Int64
  ) throws -> Set<Int64> {
    guard !rows.isEmpty else { return [] }
    let wanted = RowRanges(rows.map { ($0, $0) })
    var acts: Set<Int64> = []
    try forEachChange(db, of: table, states: ["done"]) {
      if $0.act != act, wanted.overlaps($0.first, $0.last) { acts.insert($0.act) }
    }
    return acts
  }
}

/// Identities of rows as ranges, for asking quickly.
struct RowRanges {
  /// The ranges, in order, none touching another.
  let merged: [(first: Int64, last: Int64)]
  private var ranges: [(first: Int64, last: Int64)] { merged }

  init(_ ranges: [(Int64, Int64)]) {
    var merged: [(first: Int64, last: Int64)] = []
    for (first, last) in ranges.sorted(by: { $0 < $1 }) {
      if let end = merged.last, first <= end.last + 1 {
        merged[merged.count - 1].last = max(end.last, last)
      } else {
        merged.append((first, last))
      }
    }
    self.merged = merged
  }

  var isEmpty: Bool { ranges.isEmpty }

  func contains(_ row: Int64) -> Bool { overlaps(row, row) }

  /// Whether any row from `first` to `last` is among them.
  func overlaps(_ first: Int64, _ last: Int64) -> Bool {
    // The first range that does not end before.
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].last < first { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].first <= last
  }

  /// A condition of SQL that a column's value is among them.
  func condition(_ column: String) -> String {
    ranges.isEmpty
      ? "0" : "(" + ranges.map { "\(column) BETWEEN \($0.first) AND \($0.last)" }.joined(separator: " OR ") + ")"
  }
}
