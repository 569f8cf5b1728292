import GRDB

/// When the rows of a table were last touched: by an act, or by undoing or redoing one.
public struct RowTouches: Sendable {
  private var added: [(first: Int64, last: Int64, act: Int64)] = []
  private var later: [Int64: [Int64]] = [:]
  private let acts: ActDates

  /// Nothing was ever touched.
  init() { acts = ActDates() }

  /// Cost: linear in the number of changes ever made to the table.
  init(_ db: Database, _ table: TrackedTable, _ acts: ActDates) throws {
    self.acts = acts
    var added: [(first: Int64, last: Int64, act: Int64)] = []
    var later: [Int64: [Int64]] = [:]
    try ActFootprint.forEachChange(db, of: table, states: ["done", "undone"]) { change in
      if change.operation == "insert" {
        added.append((change.first, change.last, change.act))
      } else {
        later[change.first, default: []].append(change.act)
      }
    }
    self.added = added.sorted { $0.first < $1.first }
    self.later = later
  }

  /// When a row was last touched, as `2026-11-22T10:30:00Z`; empty where that is not known.
  ///
  /// - Parameter countingMerges: whether merges count, which bring what was done elsewhere and before.
  public func date(of row: Int64, countingMerges: Bool) -> String {
    var latest = ""
    for act in (insertion(of: row).map { [$0] } ?? []) + (later[row] ?? []) {
      if countingMerges || !acts.merges.contains(act) { latest = max(latest, acts.dates[act] ?? "") }
    }
    return latest
  }

  /// Whether a row was touched again after it was added, other than by merges: changed, or taken away and brought back.
  public func wasTouchedAgain(_ row: Int64) -> Bool {
    (later[row] ?? []).contains { !acts.merges.contains($0) }
      || insertion(of: row).map { acts.toggled.contains($0) && !acts.merges.contains($0) } ?? false
  }

  /// The number of the entry of the history that touched a row last: an act, the undoing or the redoing of one, or a merge
  /// in force; nil where none is known.
  public func lastEntry(of row: Int64) -> Int64? {
    ((insertion(of: row).map { [$0] } ?? []) + (later[row] ?? [])).compactMap(acts.lastEntry).max()
  }

  /// The same of whichever row was touched last.
  public var lastEntry: Int64? { (added.map(\.act) + later.values.joined()).compactMap(acts.lastEntry).max() }

  private func insertion(of row: Int64) -> Int64? {
    var (low, high) = (0, added.count)
    while low < high {
      let middle = (low + high) / 2
      if added[middle].last < row { low = middle + 1 } else { high = middle }
    }
    return low < added.count && added[low].first <= row ? added[low].act : nil
  }
}

/// When each act was done, or last undone or done again.
struct ActDates: Sendable {
  private(set) var dates: [Int64: String] = [:]
  private(set) var merges: Set<Int64> = []
  /// Acts that were ever undone.
  private(set) var toggled: Set<Int64> = []
  /// The last undoing or redoing of each.
  private var lastToggle: [Int64: Int64] = [:]
  private var undoneMerges: Set<Int64> = []

  init() {}

  init(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, date, kind, state, CASE WHEN kind IN ('undo', 'redo') AND json_valid(details)
          THEN CAST(json_extract(details, '$.act') AS INTEGER) END FROM act ORDER BY id
        """)
    while let row = try rows.next() {
      let (act, date, kind): (Int64, String, String) = (row[0], row[1], row[2])
      dates[act] = date
      if kind == "merge" {
        merges.insert(act)
        if row[3] as String == "undone" { undoneMerges.insert(act) }
      }
      if let other = row[4] as Int64?, let known = dates[other] {
        dates[other] = max(known, date)
        toggled.insert(other)
        lastToggle[other] = act
      }
    }
  }

  /// The entry by which an act came to be in force or not. To undo a merge is not to reject what it brought, and to do it
  /// again brings nothing new.
  func lastEntry(of act: Int64) -> Int64? {
    merges.contains(act) ? undoneMerges.contains(act) ? nil : act : lastToggle[act] ?? act
  }
}
