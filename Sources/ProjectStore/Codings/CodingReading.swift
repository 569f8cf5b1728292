public import CodingModel
import GRDB

extension ProjectReader {
  /// The coders, in the order in which they came.
  public func coders() throws -> [Coder] {
    try Row.fetchAll(db.cachedStatement(sql: "SELECT id, name FROM coder ORDER BY id")).map {
      Coder(id: RowID($0["id"]), name: $0["name"])
    }
  }

  /// Which codings to read: those that meet every condition given.
  public struct CodingFilter: Sendable {
    /// Only codings of these codes.
    public var codes: Set<RowID<Code>>?
    /// Only codings by these coders.
    public var coders: Set<RowID<Coder>>?
    /// Only codings on this answer.
    public var answer: RowID<Answer>?
    /// Only codings of this origin.
    public var origin: Coding.Origin?

    /// Conditions; nil ones exclude nothing.
    public init(
      codes: Set<RowID<Code>>? = nil, coders: Set<RowID<Coder>>? = nil, answer: RowID<Answer>? = nil,
      origin: Coding.Origin? = nil
    ) {
      self.codes = codes
      self.coders = coders
      self.answer = answer
      self.origin = origin
    }

    var condition: String {
      var parts: [String] = []
      if let codes { parts.append("codeID IN (\(Self.list(codes.map(\.value))))") }
      if let coders { parts.append("coderID IN (\(Self.list(coders.map(\.value))))") }
      if let answer { parts.append("answerID = \(answer.value)") }
      if let origin { parts.append("origin = '\(origin.rawValue)'") }
      return parts.isEmpty ? "" : "WHERE " + parts.joined(separator: " AND ")
    }

    private static func list(_ ids: [Int64]) -> String {
      ids.sorted().map(String.init).joined(separator: ",")
    }
  }

  /// Calls `body` with every coding that `filter` lets through, by answer, then range, code and coder.
  public func forEachCoding(_ filter: CodingFilter = CodingFilter(), _ body: (Coding) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, answerID, codeID, coderID, startOffset, endOffset, origin, date, ruleVersionID FROM coding
        \(filter.condition) ORDER BY answerID, startOffset, endOffset, codeID, coderID
        """)
    while let row = try rows.next() { try body(Self.coding(row)) }
  }

  /// Calls `body` with the identity, answer and code of every coding that `filter` lets through, in the order of
  /// ``forEachCoding(_:_:)``. Cost: without conditions, one pass over an index.
  public func forEachCodingKey(
    _ filter: CodingFilter = CodingFilter(),
    _ body: (RowID<Coding>, RowID<Answer>, RowID<Code>) throws -> Void
  ) throws {
    let rows = try BulkStatement(
      db,
      """
      SELECT id, answerID, codeID FROM coding
      \(filter.condition) ORDER BY answerID, startOffset, endOffset, codeID, coderID
      """)
    var order = AnswerOrder()
    while try rows.step() {
      let answer = RowID<Answer>(try rows.number(1))
      try order.pass(answer)
      try body(RowID(rows.integer(0)), answer, RowID(rows.number(2)))
    }
  }

  /// Calls `body` with each coding's answer, code, coder and range, by answer, then range, code and coder: what
  /// counting needs. Cost: one pass over an index of the codings, a tenth of ``forEachCoding(_:_:)``.
  public func forEachCodedRange(
    _ body: (RowID<Answer>, RowID<Code>, RowID<Coder>, TextRange) throws -> Void
  ) throws {
    // An index holds all five columns in this order.
    let rows = try BulkStatement(
      db,
      """
      SELECT answerID, codeID, coderID, startOffset, endOffset FROM coding
      ORDER BY answerID, startOffset, endOffset, codeID, coderID
      """)
    var order = AnswerOrder()
    while try rows.step() {
      let answer = RowID<Answer>(rows.integer(0))
      try order.pass(answer)
      let (start, end) = (Int(rows.integer(3)), Int(rows.integer(4)))
      try body(
        answer, RowID(rows.integer(1)), RowID(rows.integer(2)),
        TextRange(max(0, start), max(0, start, end)))
    }
  }

  /// Calls `body` with the answer and range of each coding with a code, by answer, then range.
  ///
  /// - Parameters:
  ///   - coders: only by these coders; nil for all.
  ///   - leavesOutRules: whether what rules gave is left out.
  public func forEachCodedRange(
    of code: RowID<Code>, by coders: Set<RowID<Coder>>? = nil, leavesOutRules: Bool = false,
    _ body: (RowID<Answer>, TextRange) throws -> Void
  ) throws {
    let rows = try BulkStatement(
      db,
      """
      SELECT answerID, startOffset, endOffset FROM coding
      \(CodingFilter(codes: [code], coders: coders).condition)
      \(leavesOutRules ? " AND origin <> '\(Coding.Origin.rule.rawValue)'" : "")
      ORDER BY answerID, startOffset, endOffset
      """)
    var order = AnswerOrder()
    while try rows.step() {
      let answer = RowID<Answer>(rows.integer(0))
      try order.pass(answer)
      let (start, end) = (Int(rows.integer(1)), Int(rows.integer(2)))
      try body(answer, TextRange(max(0, start), max(0, start, end)))
    }
  }

  /// The codings that `filter` lets through, in the order of ``forEachCoding(_:_:)``.
  public func codings(_ filter: CodingFilter = CodingFilter()) throws -> [Coding] {
    var codings: [Coding] = []
    try forEachCoding(filter) { codings.append($0) }
    return codings
  }

  static func coding(_ row: Row) -> Coding {
    let (start, end): (Int, Int) = (row[4], row[5])
    return Coding(
      id: RowID(row[0]), answer: RowID(row[1]), code: RowID(row[2]), coder: RowID(row[3]),
      range: TextRange(max(0, start), max(0, start, end)),
      origin: Coding.Origin(rawValue: row[6]) ?? .imported, date: row[7],
      ruleVersion: (row[8] as Int64?).map { RowID($0) })
  }

  /// How many codings each code has, and on how many answers; `coders` nil for all.
  public func codingCounts(coders: Set<RowID<Coder>>? = nil) throws -> [RowID<Code>: (
    codings: Int, answers: Int
  )] {
    let filter = CodingFilter(coders: coders)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT codeID, count(*), count(DISTINCT answerID) FROM coding \(filter.condition) GROUP BY codeID
        """)
    return Dictionary(uniqueKeysWithValues: rows.map { (RowID($0[0]), ($0[1], $0[2])) })
  }

  /// How many codings there are.
  public func codingCount() throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM coding") ?? 0
  }

  /// The coders who have given a coding. Cheap: one look-up a coder.
  public func activeCoders() throws -> Set<RowID<Coder>> {
    let ids = try Int64.fetchAll(
      db, sql: "SELECT id FROM coder WHERE EXISTS (SELECT 1 FROM coding WHERE coderID = coder.id)")
    return Set(ids.map { RowID($0) })
  }

  /// How many codings each coder has given, by origin, and on how many answers.
  public func coderCounts() throws -> [(
    coder: RowID<Coder>, origin: Coding.Origin, codings: Int, answers: Int
  )] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT coderID, origin, count(*), count(DISTINCT answerID) FROM coding GROUP BY coderID, origin
        ORDER BY coderID, origin
        """
    ).map { (RowID($0[0]), Coding.Origin(rawValue: $0[1]) ?? .imported, $0[2], $0[3]) }
  }

  /// The answers with at least one coding, each once, in order.
  public func codedAnswers(_ filter: CodingFilter = CodingFilter()) throws -> [RowID<Answer>] {
    try Int64.fetchAll(db, sql: "SELECT DISTINCT answerID FROM coding \(filter.condition) ORDER BY answerID")
      .map { RowID($0) }
  }
}

extension ProjectReader {
  /// Looks codings up one after another.
  public struct CodingLookUp {
    private let statement: BulkStatement

    fileprivate init(_ db: Database) throws {
      statement = try BulkStatement(
        db,
        """
        SELECT answerID, codeID, coderID, startOffset, endOffset, origin, date, ruleVersionID FROM coding
        WHERE id = ?
        """)
    }

    /// The coding with that identity, if there is one.
    public func coding(_ id: RowID<Coding>) throws -> Coding? {
      statement.bind(1, id.value)
      guard try statement.step() else { return nil }
      defer { statement.reset() }
      let (start, end) = try (Int(statement.number(3)), Int(statement.number(4)))
      return Coding(
        id: id, answer: RowID(try statement.number(0)), code: RowID(try statement.number(1)),
        coder: RowID(try statement.number(2)), range: TextRange(max(0, start), max(0, start, end)),
        origin: Coding.Origin(rawValue: statement.text(5)) ?? .imported, date: statement.text(6),
        ruleVersion: statement.isNull(7) ? nil : RowID(try statement.number(7)))
    }
  }

  /// To look codings up by the million; valid as long as this reader is.
  public func codingLookUp() throws -> CodingLookUp { try CodingLookUp(db) }

  /// How many codings an answer has. Cost: one look-up in an index.
  public func codingCount(on answer: RowID<Answer>) throws -> Int {
    let count = try BulkStatement(db, cached: "SELECT count(*) FROM coding WHERE answerID = ?")
    count.bind(1, answer.value)
    return try count.step() ? Int(count.integer(0)) : 0
  }

  /// The coding with that identity, if there is one.
  public func coding(_ id: RowID<Coding>) throws -> Coding? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT id, answerID, codeID, coderID, startOffset, endOffset, origin, date, ruleVersionID FROM coding
        WHERE id = ?
        """, arguments: [id.value]
    ).map(Self.coding)
  }
}
