public import CodingModel
import Foundation
import GRDB

/// A value in an audit trail.
public enum AuditValue: Hashable, Sendable {
  case text(String)
  case integer(Int64)
  case number(Double)
  case missing
}

/// One change that an act made to one thing, by names rather than identities.
public struct AuditedChange: Sendable {
  /// The state of a thing: its members in order.
  public typealias State = [(name: String, value: AuditValue)]

  /// The act.
  public let act: RowID<Act>
  /// What was changed: `coding`, `code`, `answer`…
  public let subject: String
  /// What was done to it: `insert`, `update` or `delete`.
  public let operation: String
  /// The thing before and after; nil where it was not there, or where that is no longer known.
  public let before: State?, after: State?
}

extension ProjectReader {
  /// The acts whose changes are known, in order.
  public func recordedActs() throws -> [RowID<Act>] {
    try Int64.fetchAll(db, sql: "SELECT DISTINCT actID FROM change WHERE firstRow <= lastRow ORDER BY actID")
      .map { RowID($0) }
  }

  /// Calls `body` with every change that an act made, in order, then the next act's; acts of which only the line in the
  /// history is left have none.
  ///
  /// An answer's text is never given, only its length; memos and examples, which may quote answers, as lengths and counts
  /// unless `withMemos`.
  ///
  /// - Throws: `ProjectError`, or what `body` throws. Cost: linear in the number of rows ever changed.
  public func forEachChange(withMemos: Bool, _ body: (AuditedChange) throws -> Void) throws {
    var trail = try AuditTrail(db, withMemos: withMemos)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT tableName, actID, sequence, operation, firstRow, lastRow FROM change
        WHERE firstRow <= lastRow ORDER BY actID, sequence
        """)
    while let row = try rows.next() {
      guard let table = TrackedTable(rawValue: row[0]) else { continue }
      let change = ActFootprint.Change(
        act: row[1], sequence: row[2], operation: row[3], first: row[4], last: row[5])
      try trail.forEachRow(of: table, change, body)
    }
  }
}

/// Telling changes by names.
private struct AuditTrail {
  let db: Database
  let withMemos: Bool
  private var versions: [TrackedTable: RowVersions] = [:]
  private var names: [TrackedTable: [Int64: String]] = [:]
  private let answers: [Int64: (respondent: Int64, question: Int64)]

  init(_ db: Database, withMemos: Bool) throws {
    self.db = db
    self.withMemos = withMemos
    var answers: [Int64: (respondent: Int64, question: Int64)] = [:]
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT id, respondentID, questionID FROM answer UNION ALL SELECT id, respondentID, questionID FROM answer_image
        """)
    {
      answers[row[0]] = (row[1], row[2])
    }
    self.answers = answers
    for (table, column) in [
      (TrackedTable.respondent, "identifier"), (.question, "name"), (.variable, "name"), (.coder, "name"),
      (.code, "key"),
    ] {
      var known: [Int64: String] = [:]
      for row in try Row.fetchAll(
        db,
        sql: """
          SELECT id, \(column) FROM \(table.rawValue)_image UNION ALL SELECT id, \(column) FROM \(table.rawValue)
          """)
      {
        known[row[0]] = row[1]
      }
      names[table] = known
    }
  }

  mutating func forEachRow(
    of table: TrackedTable, _ change: ActFootprint.Change, _ body: (AuditedChange) throws -> Void
  ) throws {
    let versions = try self.versions[table] ?? RowVersions(db, table)
    self.versions[table] = versions
    for row in change.first...change.last {
      let (before, after) = (try versions.before(change, row), try versions.after(change, row))
      // Identities in a range that were never used.
      if before == nil, after == nil, change.operation == "insert" { continue }
      try body(
        AuditedChange(
          act: RowID(change.act), subject: table.rawValue, operation: change.operation,
          before: try before.map { try state($0, table) }, after: try after.map { try state($0, table) }))
    }
  }

  private func name(_ table: TrackedTable, _ id: DatabaseValue) -> AuditValue {
    Int64.fromDatabaseValue(id).flatMap { names[table]?[$0] }.map(AuditValue.text) ?? .missing
  }

  private func answer(_ id: Int64) -> AuditedChange.State {
    let place = answers[id]
    return [
      ("respondent", place.flatMap { names[.respondent]?[$0.respondent] }.map(AuditValue.text) ?? .missing),
      ("question", place.flatMap { names[.question]?[$0.question] }.map(AuditValue.text) ?? .missing),
    ]
  }

  private func state(_ row: Row, _ table: TrackedTable) throws -> AuditedChange.State {
    var state: AuditedChange.State = []
    switch table {
    case .answer:
      let text: String = row["text"]
      return answer(row["id"]) + [("length", .integer(Int64(text.unicodeScalars.count)))]
    case .annotation: return answer(row["id"])
    case .memo: return try memo(row)
    default: break
    }
    for column in table.columns.dropFirst() {
      let value = row[column] as DatabaseValue
      switch column {
      case "answerID": state += answer(row[column])
      case "codeID": state.append(("code", name(.code, value)))
      case "coderID": state.append(("coder", name(.coder, value)))
      case "parentID": state.append(("parent", name(.code, value)))
      case "variableID": state.append(("variable", name(.variable, value)))
      case "startOffset": state.append(("start", plain(value)))
      case "endOffset": state.append(("end", plain(value)))
      case "ruleVersionID": state.append(("rule", try rule(value)))
      case "packedValues":
        let bytes = Data.fromDatabaseValue(value).map { Array($0) } ?? []
        var count: Int64 = 0
        _ = unsafe bytes.withUnsafeBytes { bytes in unsafe PackedValues.forEach(in: bytes) { _ in count += 1 }
        }
        state.append(("values", .integer(count)))
      case "examples" where !withMemos:
        let texts = String.fromDatabaseValue(value) ?? "[]"
        let count = (try? JSONDecoder().decode([String].self, from: Data(texts.utf8)))?.count ?? 0
        state.append(("examples", .integer(Int64(count))))
      case "memo" where !withMemos: state.append(("memo_length", length(value)))
      default: state.append((column, plain(value)))
      }
    }
    return state
  }

  private func memo(_ row: Row) throws -> AuditedChange.State {
    let (kind, target): (String, Int64) = (row["targetKind"], row["targetID"])
    var state: AuditedChange.State = [("on", .text(kind))]
    switch TrackedTable(rawValue: kind) {
    case .answer?: state += answer(target)
    case let table? where table == .coding || table == .refusal:
      // As it stands, else as it was last.
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT * FROM (SELECT *, 1 AS known FROM \(table.rawValue) WHERE id = ?1 UNION ALL
            SELECT \(table.columnList), 0 FROM
              (SELECT * FROM \(table.rawValue)_image WHERE id = ?1 ORDER BY actID DESC, sequence DESC LIMIT 1))
          ORDER BY known DESC LIMIT 1
          """, arguments: [target])
      if let row {
        state += try self.state(row, table).filter { $0.name != "date" && $0.name != "coder" }
      }
    case let table? where names[table] != nil:
      state.append((kind, names[table]?[target].map(AuditValue.text) ?? .missing))
    default: break
    }
    let text = row["text"] as DatabaseValue
    return state + [
      ("coder", name(.coder, row["coderID"])), ("date", plain(row["date"])),
      withMemos ? ("text", plain(text)) : ("length", length(text)),
    ]
  }

  private func rule(_ id: DatabaseValue) throws -> AuditValue {
    guard let id = Int64.fromDatabaseValue(id) else { return .missing }
    let rule = try String.fetchOne(
      db.cachedStatement(
        sql:
          "SELECT rule FROM ruleVersion WHERE id = ?1 UNION ALL SELECT rule FROM ruleVersion_image WHERE id = ?1"
      ),
      arguments: [id])
    return rule.map(AuditValue.text) ?? .missing
  }

  private func length(_ value: DatabaseValue) -> AuditValue {
    .integer(Int64(String.fromDatabaseValue(value)?.unicodeScalars.count ?? 0))
  }

  private func plain(_ value: DatabaseValue) -> AuditValue {
    switch value.storage {
    case .int64(let number): .integer(number)
    case .double(let number): .number(number)
    case .string(let text): .text(text)
    case .null, .blob: .missing
    }
  }
}
