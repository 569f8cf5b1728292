public import CodingModel
import GRDB

/// Something wrong with what a project file holds.
public enum ProjectDefect: Hashable, Sendable {
  /// SQLite's own check failed on that many places.
  case damagedPages(Int)
  /// Rows of a table refer to rows that are not there.
  case danglingReference(table: String, row: Int64)
  /// The bytes of an answer's text are no longer those that were stored.
  case damagedText(answer: AnswerName)
  /// A coding reaches beyond its answer's end.
  case codingOutside(answer: AnswerName, coding: RowID<Coding>)
  /// A refusal reaches beyond its answer's end.
  case refusalOutside(answer: AnswerName, refusal: RowID<Refusal>)
  /// Two rows of a table have the same name, in two forms of Unicode.
  case sameName(table: String, name: String)
  /// Codes stand under each other in a circle.
  case codeCycle(key: String)
  /// A memo is on something that is not there.
  case orphanMemo(RowID<Memo>)
  /// The history lacks what undoing an act needs.
  case incompleteAct(RowID<Act>)
  /// A number that was written down for what is counted at every query is not that of what there is.
  case wrongCount(SurveyCount)
}

extension ProjectReader {
  /// Checks everything that the tables promise, apart from the index. Reads the whole file.
  public func defects() throws -> [ProjectDefect] { try checkTables().defects }

  /// What ``defects()`` finds, and what comparing the answers' texts showed on the way; of a file with damaged pages no
  /// text is read.
  public func checkTables() throws -> (defects: [ProjectDefect], texts: TextComparison) {
    var defects: [ProjectDefect] = []
    let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check(100)")
    if pages != ["ok"] { return ([.damagedPages(pages.count)], TextComparison()) }
    let texts = try compareTexts()
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
      defects.append(.danglingReference(table: row["table"], row: row["rowid"] ?? 0))
    }
    defects += try valuesOfNothing()
    defects += try damaged(texts)
    defects += try codingsOutside()
    defects += try refusalsOutside()
    defects += try repeatedNames().map { .sameName(table: $0.table, name: $0.name) }
    defects += try codeCycles()
    defects += try orphanMemos()
    defects += try incompleteActs()
    defects += try CorpusGeneration.wrongCounts(db).map { .wrongCount($0) }
    return (defects, texts)
  }

  /// Respondents whose values are not all there, or who have two of one variable.
  private func valuesOfNothing() throws -> [ProjectDefect] {
    var variables: [Int64: Int64] = [:]
    let values = try BulkStatement(db, "SELECT id, variableID FROM variableValue")
    while try values.step() { variables[values.integer(0)] = values.integer(1) }
    var defects: [ProjectDefect] = []
    let rows = try BulkStatement(db, "SELECT id, packedValues FROM respondent ORDER BY id")
    while try rows.step() {
      var seen: Set<Int64> = []
      var isRight = true
      let isWhole = rows.forEachPackedValue(1) { value in
        if let variable = variables[value], seen.insert(variable).inserted { return }
        isRight = false
      }
      if !isWhole || !isRight {
        defects.append(.danglingReference(table: "respondent", row: rows.integer(0)))
      }
    }
    return defects
  }

  private func damaged(_ texts: TextComparison) throws -> [ProjectDefect] {
    try texts.damaged.map { answer in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT identifier, question.name FROM answer
          LEFT JOIN respondent ON respondent.id = respondentID LEFT JOIN question ON question.id = questionID
          WHERE answer.id = ?
          """, arguments: [answer.value])
      return .damagedText(answer: AnswerName(respondent: row?[0] ?? "?", question: row?[1] ?? "?"))
    }
  }

  private func codingsOutside() throws -> [ProjectDefect] {
    try outside(.coding).map { .codingOutside(answer: $0.answer, coding: RowID($0.row)) }
  }

  private func refusalsOutside() throws -> [ProjectDefect] {
    try outside(.refusal).map { .refusalOutside(answer: $0.answer, refusal: RowID($0.row)) }
  }

  /// The rows of a table of parts of answers that reach beyond their answers' ends.
  private func outside(_ table: TrackedTable) throws -> [(answer: AnswerName, row: Int64)] {
    let name = table.rawValue
    // SQLite's length() counts code points, as Verbatim does.
    return try Row.fetchAll(
      db,
      sql: """
        SELECT \(name).id, respondent.identifier, question.name FROM \(name)
        JOIN answer ON answer.id = \(name).answerID
        JOIN respondent ON respondent.id = answer.respondentID
        JOIN question ON question.id = answer.questionID
        WHERE \(name).endOffset > length(answer.text) ORDER BY \(name).id
        """
    ).map { (AnswerName(respondent: $0[1], question: $0[2]), $0[0]) }
  }

  /// Names, and keys of codes, that stand twice, in two forms of Unicode. Verbatim writes one form only: where there are
  /// any, another program wrote to the file.
  public func repeatedNames() throws -> [(table: String, name: String)] {
    var found: [(table: String, name: String)] = []
    for (table, column) in [
      (TrackedTable.question, "name"), (.variable, "name"), (.respondent, "identifier"), (.coder, "name"),
      (.code, "key"),
    ] {
      var met: Set<String> = []
      let name = table.rawValue
      // What is ASCII has one form.
      let names = try String.fetchCursor(
        db, sql: "SELECT \(column) FROM \(name) WHERE \(column) GLOB '*[^ -~]*' ORDER BY id")
      while let text = try names.next() { if !met.insert(text).inserted { found.append((name, text)) } }
    }
    return found
  }

  private func codeCycles() throws -> [ProjectDefect] {
    let rows = try Row.fetchAll(db, sql: "SELECT id, parentID, key FROM code ORDER BY id")
    let parents: [Int64: Int64?] = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    return rows.compactMap { row in
      let id: Int64 = row[0]
      var seen: Set<Int64> = []
      var next: Int64? = id
      while let code = next, seen.insert(code).inserted { next = parents[code] ?? nil }
      return next == id ? .codeCycle(key: row[2]) : nil
    }
  }

  private func orphanMemos() throws -> [ProjectDefect] {
    let found = TrackedTable.memoTargets.map(\.rawValue).map { table in
      "targetKind = '\(table)' AND EXISTS (SELECT 1 FROM \(table) WHERE \(table).id = memo.targetID)"
    }
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM memo WHERE NOT (targetKind = 'project' OR \(found.joined(separator: " OR ")))
        ORDER BY id
        """
    ).map { ProjectDefect.orphanMemo(RowID($0)) }
  }

  private func incompleteActs() throws -> [ProjectDefect] {
    var incomplete = Set(
      try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM act LEFT JOIN
            (SELECT actID, count(*) AS n, min(sequence) AS first, max(sequence) AS last FROM change GROUP BY actID)
            ON actID = id
          WHERE state <> 'discarded' AND kind NOT IN ('undo', 'redo')
          AND (n IS NULL OR n <> last - min(first, 1) + 1)
          AND id > coalesce((SELECT value FROM setting WHERE name = 'undoFloor'), 0)
          """))
    for table in TrackedTable.allCases {
      let ids = try Int64.fetchAll(
        db,
        sql: """
          SELECT change.actID FROM change JOIN act ON act.id = change.actID
          WHERE tableName = '\(table.rawValue)' AND firstRow <= lastRow
          AND ((operation = 'update') OR (operation = 'delete' AND state = 'done')
            OR (operation = 'insert' AND state = 'undone'))
          AND NOT EXISTS (SELECT 1 FROM \(table.rawValue)_image AS image
            WHERE image.actID = change.actID AND image.sequence = change.sequence)
          """)
      incomplete.formUnion(ids)
    }
    return incomplete.sorted().map { .incompleteAct(RowID($0)) }
  }
}
