public import CodingModel
import GRDB

extension ProjectReader {
  /// The answers to a question, in the order of import.
  public func answers(to question: RowID<Question>) throws -> [RowID<Answer>] {
    try identities("SELECT id FROM answer WHERE questionID = ? ORDER BY id", [question.value])
  }

  /// The answers of respondents who have one of these values of a variable, in the order of import.
  public func answers(
    where variable: RowID<Variable>, isOneOf values: some Collection<String>
  ) throws -> [RowID<Answer>] {
    let wanted = Set(values)
    let identities = Set(
      try valueTexts(of: variable).lazy.filter { wanted.contains($0.text) }.map { $0.id })
    guard !identities.isEmpty else { return [] }
    var respondents: Set<Int64> = []
    try forEachPackedValue { respondent, value in
      if identities.contains(value) { respondents.insert(respondent) }
    }
    return try answers(of: respondents)
  }

  /// The answers of these respondents, in the order of import. Cost: one look-up a respondent, or, for many,
  /// one pass over an index of the answers.
  private func answers(of respondents: Set<Int64>) throws -> [RowID<Answer>] {
    var found: [RowID<Answer>] = []
    if respondents.count < 1000 {
      let rows = try BulkStatement(db, "SELECT id FROM answer WHERE respondentID = ?")
      for respondent in respondents {
        rows.bind(1, respondent)
        while try rows.step() { found.append(RowID(rows.integer(0))) }
      }
    } else {
      let rows = try BulkStatement(db, "SELECT respondentID, id FROM answer ORDER BY respondentID")
      while try rows.step() {
        if respondents.contains(rows.integer(0)) { found.append(RowID(rows.integer(1))) }
      }
    }
    return found.sorted()
  }

  /// The answers without any coding, in the order of import.
  public func uncodedAnswers() throws -> [RowID<Answer>] {
    try identities(
      "SELECT id FROM answer WHERE NOT EXISTS (SELECT 1 FROM coding WHERE answerID = answer.id) ORDER BY id",
      [])
  }

  private func identities(_ sql: String, _ arguments: StatementArguments) throws -> [RowID<Answer>] {
    var found: [RowID<Answer>] = []
    let ids = try Int64.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
    while let id = try ids.next() { found.append(RowID(id)) }
    return found
  }
}

extension ProjectReader {
  /// How many respondents gave these answers. Cost: one look-up an answer, or, for many, one pass over an index
  /// of the answers.
  ///
  /// - Parameters:
  ///   - count: how many answers they are.
  ///   - contains: whether an answer is one of them.
  public func respondentCount(
    of answers: some Sequence<RowID<Answer>>, count: Int, contains: (RowID<Answer>) -> Bool
  ) throws -> Int {
    // A look-up costs about what eight rows of the pass do.
    guard try count * 8 >= answerCount() else {
      let row = try BulkStatement(db, "SELECT respondentID FROM answer WHERE id = ?")
      var found: Set<Int64> = []
      for answer in answers {
        row.bind(1, answer.value)
        while try row.step() { found.insert(row.integer(0)) }
      }
      return found.count
    }
    let rows = try BulkStatement(db, "SELECT respondentID, id FROM answer ORDER BY respondentID")
    var last: Int64?
    var total = 0
    while try rows.step() {
      let respondent = rows.integer(0)
      guard respondent != last, contains(RowID(rows.integer(1))) else { continue }
      last = respondent
      total += 1
    }
    return total
  }

  /// How many answers, respondents, and respondents with an answer there are.
  public func surveyCounts() throws -> SurveyCounts { try CorpusGeneration.counts(db) }
}
