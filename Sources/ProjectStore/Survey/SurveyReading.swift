public import CodingModel
import GRDB

extension ProjectReader {
  /// Every respondent, in the order of import.
  public func respondents() throws -> [Respondent] {
    try Row.fetchAll(db, sql: "SELECT id, identifier, weight FROM respondent ORDER BY id").map(respondent)
  }

  /// The identifiers of so many respondents, in the order of import.
  public func respondentIdentifiers(limit: Int) throws -> [String] {
    try Row.fetchAll(
      db, sql: "SELECT identifier FROM respondent ORDER BY id LIMIT ?", arguments: [limit]
    ).map { $0[0] }
  }

  /// Calls `body` with every respondent's identity and weight, in the order of import. Cheaper than
  /// ``respondents()``.
  public func forEachWeight(_ body: (RowID<Respondent>, Double?) throws -> Void) throws {
    let rows = try BulkStatement(db, "SELECT id, weight FROM respondent ORDER BY id")
    while try rows.step() { try body(RowID(rows.integer(0)), rows.double(1)) }
  }

  /// The respondent with that identifier in the survey, if there is one.
  public func respondent(identifier: String) throws -> Respondent? {
    let found = try db.cachedStatement(
      sql: "SELECT id, identifier, weight FROM respondent WHERE identifier = ?")
    return try Row.fetchOne(found, arguments: [identifier]).map(respondent)
  }

  /// The respondent with that identity, if there is one.
  public func respondent(_ id: RowID<Respondent>) throws -> Respondent? {
    let found = try db.cachedStatement(sql: "SELECT id, identifier, weight FROM respondent WHERE id = ?")
    return try Row.fetchOne(found, arguments: [id.value]).map(respondent)
  }

  private func respondent(_ row: Row) -> Respondent {
    Respondent(id: RowID(row["id"]), identifier: row["identifier"], weight: row["weight"])
  }

  /// How many respondents there are. Cheaper than ``respondentCounts()``, which reads every row.
  public func respondentCount() throws -> Int {
    try CorpusGeneration.count(db, .respondents)
  }

  /// How many respondents there are, and how many of them have a weight.
  public func respondentCounts() throws -> (all: Int, weighted: Int) {
    let row = try Row.fetchOne(db, sql: "SELECT count(*) AS n, count(weight) AS w FROM respondent")
    return (row?["n"] ?? 0, row?["w"] ?? 0)
  }

  /// The closed variables, in the order of import.
  public func variables() throws -> [Variable] {
    try Row.fetchAll(db.cachedStatement(sql: "SELECT id, name, kind FROM variable ORDER BY id")).map { row in
      Variable(
        id: RowID(row["id"]), name: row["name"], kind: Variable.Kind(rawValue: row["kind"]) ?? .categorical)
    }
  }

  /// A variable's distinct values, each with how many respondents have it, most frequent first; at most
  /// `limit` of them. Cost: every respondent is read.
  public func distinctValues(of variable: RowID<Variable>, limit: Int = .max) throws -> [(
    text: String, respondents: Int
  )] {
    try distinctValues(of: variable, limit: limit, valueCounts())
  }

  /// The same of every variable, in one pass over the respondents; with each the number of its values.
  public func distinctValues(limit: Int) throws -> [(
    variable: Variable, distinct: Int, values: [(text: String, respondents: Int)]
  )] {
    let counts = try valueCounts()
    return try variables().map {
      ($0, try distinctValueCount(of: $0.id), try distinctValues(of: $0.id, limit: limit, counts))
    }
  }

  private func distinctValues(
    of variable: RowID<Variable>, limit: Int, _ counts: [Int64: Int]
  ) throws -> [(text: String, respondents: Int)] {
    let all = try valueTexts(of: variable).compactMap { id, text in counts[id].map { (text, $0) } }
    let sorted = all.sorted {
      $0.1 == $1.1 ? $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) : $0.1 > $1.1
    }
    return sorted.prefix(max(0, limit)).map { (text: $0.0, respondents: $0.1) }
  }

  /// How many respondents have each value.
  private func valueCounts() throws -> [Int64: Int] {
    var counts: [Int64: Int] = [:]
    try forEachPackedValue { _, value in counts[value, default: 0] += 1 }
    return counts
  }

  /// Calls `body` with each respondent's identity and each of its values'.
  func forEachPackedValue(_ body: (Int64, Int64) -> Void) throws {
    let rows = try BulkStatement(db, "SELECT id, packedValues FROM respondent ORDER BY id")
    while try rows.step() {
      let respondent = rows.integer(0)
      rows.forEachPackedValue(1) { body(respondent, $0) }
    }
  }

  /// The values of a variable by their identities.
  func valueTexts(of variable: RowID<Variable>) throws -> [(id: Int64, text: String)] {
    let rows = try BulkStatement(db, "SELECT id, text FROM variableValue WHERE variableID = ? ORDER BY id")
    rows.bind(1, variable.value)
    var texts: [(id: Int64, text: String)] = []
    while try rows.step() { texts.append((rows.integer(0), rows.text(1))) }
    return texts
  }

  /// The distinct values of a variable, in the order in which they came. Cheap: no respondent is read.
  public func valueTexts(of variable: RowID<Variable>) throws -> [String] {
    try valueTexts(of: variable).map(\.text)
  }

  /// How many distinct values a variable has.
  public func distinctValueCount(of variable: RowID<Variable>) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM variableValue WHERE variableID = ?", arguments: [variable.value]) ?? 0
  }

  /// Every respondent's value of a variable; respondents without one are left out.
  public func values(of variable: RowID<Variable>) throws -> [RowID<Respondent>: String] {
    let texts = Dictionary(uniqueKeysWithValues: try valueTexts(of: variable).map { ($0.id, $0.text) })
    var values: [RowID<Respondent>: String] = [:]
    try forEachPackedValue { respondent, value in
      if let text = texts[value] { values[RowID(respondent)] = text }
    }
    return values
  }

  /// One respondent's values, by variable.
  public func values(of respondent: RowID<Respondent>) throws -> [RowID<Variable>: String] {
    var values: [RowID<Variable>: String] = [:]
    try valueLookUp().forEachValue(of: respondent) { values[$0] = $1 }
    return values
  }

  /// Looks respondents' values up one after another.
  public final class ValueLookUp {
    private let respondent: BulkStatement, value: BulkStatement
    /// Values met of late: many respondents have the same ones.
    private var known: [Int64: (variable: RowID<Variable>, text: String)] = [:]
    private static let knownLimit = 4096
    private var identities: [Int64] = []

    fileprivate init(_ db: Database) throws {
      respondent = try BulkStatement(db, "SELECT packedValues FROM respondent WHERE id = ?")
      value = try BulkStatement(db, "SELECT variableID, text FROM variableValue WHERE id = ?")
    }

    /// Calls `body` with each of a respondent's values and whose they are.
    public func forEachValue(
      of id: RowID<Respondent>, _ body: (RowID<Variable>, String) throws -> Void
    ) throws {
      respondent.bind(1, id.value)
      guard try respondent.step() else { return }
      identities.removeAll(keepingCapacity: true)
      respondent.forEachPackedValue(0) { identities.append($0) }
      respondent.reset()
      for identity in identities {
        if let found = try text(of: identity) { try body(found.variable, found.text) }
      }
    }

    private func text(of identity: Int64) throws -> (variable: RowID<Variable>, text: String)? {
      if let found = known[identity] { return found }
      value.bind(1, identity)
      guard try value.step() else { return nil }
      defer { value.reset() }
      let found = (variable: RowID<Variable>(try value.number(0)), text: value.text(1))
      if known.count >= Self.knownLimit { known.removeAll(keepingCapacity: true) }
      known[identity] = found
      return found
    }
  }

  /// To look values up by the million; valid as long as this reader is.
  public func valueLookUp() throws -> ValueLookUp { try ValueLookUp(db) }

  /// The open questions, in the order of import.
  public func questions() throws -> [Question] {
    try Row.fetchAll(db.cachedStatement(sql: "SELECT id, name, wording FROM question ORDER BY id")).map {
      Question(id: RowID($0["id"]), name: $0["name"], wording: $0["wording"])
    }
  }

  /// How many answers each question has.
  public func answerCounts() throws -> [RowID<Question>: Int] {
    let rows = try Row.fetchAll(db, sql: "SELECT questionID, count(*) FROM answer GROUP BY questionID")
    return Dictionary(uniqueKeysWithValues: rows.map { (RowID($0[0]), $0[1]) })
  }

  /// How many answers there are.
  public func answerCount() throws -> Int {
    try CorpusGeneration.count(db, .answers)
  }

  /// The answer with that identity, if there is one.
  public func answer(_ id: RowID<Answer>) throws -> Answer? {
    try db.cachedStatement(sql: "SELECT id, respondentID, questionID, text FROM answer WHERE id = ?")
      .fetchOneAnswer([id.value])
  }

  /// A respondent's answer to a question, if there is one.
  public func answer(_ respondent: RowID<Respondent>, _ question: RowID<Question>) throws -> Answer? {
    try db.cachedStatement(
      sql: "SELECT id, respondentID, questionID, text FROM answer WHERE respondentID = ? AND questionID = ?"
    ).fetchOneAnswer([respondent.value, question.value])
  }

  /// A respondent's answers, in the questions' order.
  public func answers(of respondent: RowID<Respondent>) throws -> [Answer] {
    let found = try db.cachedStatement(
      sql: "SELECT id, respondentID, questionID, text FROM answer WHERE respondentID = ? ORDER BY questionID")
    return try Row.fetchAll(found, arguments: [respondent.value]).map(answerFromRow)
  }

  /// Calls `body` with every answer whose identity is in `range`, in the order of import; all where nil.
  ///
  /// Answers are read one at a time: memory does not grow with their number.
  public func forEachAnswer(
    in range: ClosedRange<Int64>? = nil, _ body: (Answer) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, respondentID, questionID, text FROM answer WHERE id BETWEEN ? AND ? ORDER BY id",
      arguments: [range?.lowerBound ?? 0, range?.upperBound ?? .max])
    while let row = try rows.next() { try body(answerFromRow(row)) }
  }

  /// The identities of the answers in `range`, ascending.
  public func answerIdentities(in range: ClosedRange<Int64>) throws -> [RowID<Answer>] {
    let rows = try BulkStatement(db, "SELECT id FROM answer WHERE id BETWEEN ? AND ? ORDER BY id")
    rows.bind(1, range.lowerBound)
    rows.bind(2, range.upperBound)
    var identities: [RowID<Answer>] = []
    while try rows.step() { identities.append(RowID(rows.integer(0))) }
    return identities
  }

  /// Each answer's respondent and question, without its text, in the order of import.
  ///
  /// Cost: one pass over an index of the answers, in memory 24 bytes an answer; texts are not read.
  public func forEachAnswerKey(
    _ body: (RowID<Answer>, RowID<Respondent>, RowID<Question>) throws -> Void
  ) throws {
    var keys: [(answer: Int64, respondent: Int64, question: Int64)] = []
    keys.reserveCapacity(try answerCount())
    // In this order an index holds all that is asked for; mostly it is the order of import too.
    let rows = try BulkStatement(
      db, "SELECT id, respondentID, questionID FROM answer ORDER BY respondentID, questionID")
    var isAscending = true
    while try rows.step() {
      let key = (answer: rows.integer(0), respondent: rows.integer(1), question: rows.integer(2))
      if let last = keys.last, last.answer > key.answer { isAscending = false }
      keys.append(key)
    }
    if !isAscending { keys.sort { $0.answer < $1.answer } }
    for key in keys { try body(RowID(key.answer), RowID(key.respondent), RowID(key.question)) }
  }
}

extension ProjectReader {
  /// Looking up many answers one after another, each with its respondent's identifier.
  public struct AnswerLookUp {
    private let statement: BulkStatement

    fileprivate init(_ db: Database) throws {
      statement = try BulkStatement(
        db,
        """
        SELECT respondentID, questionID, text, identifier FROM answer
        JOIN respondent ON respondent.id = answer.respondentID WHERE answer.id = ?
        """)
    }

    /// The answer with that identity as it is stored, with its text in UTF-8, if there is one.
    public func stored(_ id: RowID<Answer>) throws -> StoredAnswer? {
      try row(id) { row in
        StoredAnswer(
          respondent: RowID(row.integer(0)), question: RowID(row.integer(1)),
          text: unsafe row.withBytes(2) { unsafe Array($0) }, identifier: row.text(3))
      }
    }

    /// The answer with that identity, if there is one.
    public func answer(_ id: RowID<Answer>) throws -> (answer: Answer, respondent: String)? {
      try row(id) { row in
        let answer = Answer(
          id: id, respondent: RowID(row.integer(0)), question: RowID(row.integer(1)), text: row.text(2))
        return (answer, row.text(3))
      }
    }

    private func row<Result>(_ id: RowID<Answer>, _ read: (BulkStatement) -> Result) throws -> Result? {
      statement.bind(1, id.value)
      guard try statement.step() else { return nil }
      defer { statement.reset() }
      return read(statement)
    }
  }

  /// What is stored of an answer.
  public struct StoredAnswer {
    /// Who gave it, and to what.
    public let respondent: RowID<Respondent>, question: RowID<Question>
    /// Its text in UTF-8.
    public let text: [UInt8]
    /// The respondent's identifier.
    public let identifier: String
  }

  /// A look-up of many answers; valid as long as this reader is.
  public func answerLookUp() throws -> AnswerLookUp { try AnswerLookUp(db) }
}

func answerFromRow(_ row: Row) -> Answer {
  Answer(id: RowID(row[0]), respondent: RowID(row[1]), question: RowID(row[2]), text: row[3])
}

extension Statement {
  func fetchOneAnswer(_ arguments: StatementArguments) throws -> Answer? {
    try Row.fetchOne(self, arguments: arguments).map(answerFromRow)
  }
}
