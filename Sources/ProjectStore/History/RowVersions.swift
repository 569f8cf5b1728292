import GRDB

/// The versions that the rows of a table went through, act by act.
///
/// An act done holds the version of a row before it, an act undone the one after it; so the version after an act in force
/// is what the next act in force on the row holds, or the row as it stands. Acts on one row are undone last first and done
/// again in order, whatever happens to other rows.
struct RowVersions {
  private let db: Database
  private let table: TrackedTable
  /// Rows added, by their first row; ranges do not overlap.
  private let insertions: [ActFootprint.Change]
  /// Rows changed or deleted, each with its changes in order.
  private let later: [Int64: [ActFootprint.Change]]
  private let undone: Set<Int64>
  private let toggles: [(number: Int64, act: Int64, isUndo: Bool)]

  init(_ db: Database, _ table: TrackedTable) throws {
    self.db = db
    self.table = table
    var insertions: [ActFootprint.Change] = []
    var later: [Int64: [ActFootprint.Change]] = [:]
    try ActFootprint.forEachChange(db, of: table, states: ["done", "undone"]) { change in
      if change.operation == "insert" {
        insertions.append(change)
      } else {
        later[change.first, default: []].append(change)
      }
    }
    self.insertions = insertions.sorted { $0.first < $1.first }
    self.later = later
    undone = Set(try Int64.fetchAll(db, sql: "SELECT id FROM act WHERE state = 'undone'"))
    toggles = try ActDependencies.toggles(db)
  }

  /// The rows that were changed or deleted after they were added, in order.
  var changedRows: [Int64] { later.keys.sorted() }

  /// Every change of a row that is known, in order.
  func changes(of row: Int64) -> [ActFootprint.Change] {
    (insertion(of: row).map { [$0] } ?? []) + (later[row] ?? [])
  }

  private func insertion(of row: Int64) -> ActFootprint.Change? {
    var (low, high) = (0, insertions.count)
    while low < high {
      let middle = (low + high) / 2
      if insertions[middle].last < row { low = middle + 1 } else { high = middle }
    }
    return low < insertions.count && insertions[low].first <= row ? insertions[low] : nil
  }

  /// The row before a change; nil where it was not there, or where that is not known.
  func before(_ change: ActFootprint.Change, _ row: Int64) throws -> Row? {
    if change.operation == "insert" { return nil }
    guard undone.contains(change.act) else { return try image(change, row) }
    let earlier = changes(of: row).last {
      ($0.act, $0.sequence) < (change.act, change.sequence)
        && ($0.act == change.act || ActDependencies.wasInForce($0.act, at: change.act, toggles))
    }
    return try earlier.map { try after($0, row) } ?? live(row)
  }

  /// The row after a change; nil where it was deleted, or where that is not known.
  func after(_ change: ActFootprint.Change, _ row: Int64) throws -> Row? {
    if change.operation == "delete" { return nil }
    if undone.contains(change.act) { return try image(change, row) }
    let next = changes(of: row).first {
      ($0.act, $0.sequence) > (change.act, change.sequence) && !undone.contains($0.act)
    }
    return try next.map { try image($0, row) } ?? live(row)
  }

  /// The row as it was when the act numbered `moment` had just been done; nil where it was not there.
  func version(of row: Int64, at moment: Int64) throws -> Row? {
    let all = changes(of: row)
    // What no act is known to have added was there before all that is known.
    guard let last = all.last(where: { ActDependencies.wasInForce($0.act, at: moment, toggles) }) else {
      guard all.first?.operation != "insert" else { return nil }
      return try all.first.map { try before($0, row) } ?? live(row)
    }
    return try after(last, row)
  }

  /// The identities of all rows that are or were in the table, as far as is known, in order.
  func allRows() throws -> [Int64] {
    try Int64.fetchAll(
      db, sql: "SELECT id FROM \(table.rawValue) UNION SELECT id FROM \(table.rawValue)_image ORDER BY 1")
  }

  private func live(_ row: Int64) throws -> Row? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM \(table.rawValue) WHERE id = ?"), arguments: [row])
  }

  private func image(_ change: ActFootprint.Change, _ row: Int64) throws -> Row? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT * FROM \(table.rawValue)_image WHERE actID = ? AND sequence = ? AND id = ?"),
      arguments: [change.act, change.sequence, row])
  }
}
