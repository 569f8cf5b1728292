public import CodingModel
import GRDB

extension ProjectReader {
  /// The answers to a question, in the order of import.
  public func answers(to question: RowID<Question>) throws -> [RowID<Answer>] {
    try identities("SELECT id FROM answer WHERE questionID = ? ORDER BY id", [question.value])
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
