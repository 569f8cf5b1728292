public import CodingModel
import GRDB

/// What a project held once and holds no more, or otherwise: what copies of it may still hold.
///
/// What only an undone merge had brought is left out: to undo a merge is not to reject what it brought.
public struct PastRows: Sendable {
  /// That a coder had gone through an answer, or was to.
  public typealias Duty = (answer: RowID<Answer>, coder: RowID<Coder>, date: String, row: Int64)

  /// Versions of codings, of those that are gone and of those that were changed.
  public internal(set) var codings: [Coding] = []
  /// Versions of memos, likewise.
  public internal(set) var memos: [Memo] = []
  /// Versions of refusals, likewise.
  public internal(set) var refusals: [Refusal] = []
  /// What coders had gone through.
  public internal(set) var seen: [Duty] = []
  /// What coders were to go through.
  public internal(set) var assignments: [Duty] = []
  /// The names of coders who came with acts that were undone.
  public internal(set) var coders: [RowID<Coder>: String] = [:]
  /// When codings, present ones included, were last touched.
  public internal(set) var codingTouches = RowTouches()
  /// When memos were, likewise.
  public internal(set) var memoTouches = RowTouches()
  /// When refusals were, likewise.
  public internal(set) var refusalTouches = RowTouches()
  /// When it was noted, or no longer, what coders had gone through; and what they were to.
  public internal(set) var seenTouches = RowTouches(), assignmentTouches = RowTouches()
  /// When codes were touched, and the codebook's heading.
  public internal(set) var codeTouches = RowTouches(), headingTouches = RowTouches()
}

extension ProjectReader {
  /// What the project held once. Cost: linear in what was ever changed of codings, memos, refusals and duties.
  public func pastRows() throws -> PastRows {
    var past = PastRows()
    let acts = try ActDates(db)
    try forEachImage(of: .coding) { past.codings.append(Self.coding($0)) }
    try forEachImage(of: .memo) { past.memos.append(Self.memo($0)) }
    try forEachImage(of: .refusal) { past.refusals.append(Self.refusal($0)) }
    try forEachImage(of: .seen) { past.seen.append((RowID($0[1]), RowID($0[2]), $0[3], $0[0])) }
    try forEachImage(of: .assignment) {
      past.assignments.append((RowID($0[1]), RowID($0[2]), $0[3], $0[0]))
    }
    try forEachImage(of: .coder) { past.coders[RowID($0[0])] = $0[1] }
    past.codingTouches = try RowTouches(db, .coding, acts)
    past.memoTouches = try RowTouches(db, .memo, acts)
    past.refusalTouches = try RowTouches(db, .refusal, acts)
    past.seenTouches = try RowTouches(db, .seen, acts)
    past.assignmentTouches = try RowTouches(db, .assignment, acts)
    past.codeTouches = try RowTouches(db, .code, acts)
    past.headingTouches = try RowTouches(db, .codebook, acts)
    return past
  }

  private func forEachImage(of table: TrackedTable, _ body: (Row) throws -> Void) throws {
    let columns = table.columns.map { "image.\($0)" }.joined(separator: ", ")
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(columns) FROM \(table.rawValue)_image AS image \(Self.notOfUndoneMerges)")
    while let row = try rows.next() { try body(row) }
  }

  /// Joins images with their acts, those of undone merges left out.
  static let notOfUndoneMerges = """
    JOIN act ON act.id = image.actID WHERE NOT (act.kind = 'merge' AND act.state = 'undone') ORDER BY image.rowid
    """
}
