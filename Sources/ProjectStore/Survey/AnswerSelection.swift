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
    guard !values.isEmpty else { return [] }
    var found: [RowID<Answer>] = []
    for value in Set(values) {
      found += try identities(
        """
        SELECT answer.id FROM variableValue JOIN answer ON answer.respondentID = variableValue.respondentID
        WHERE variableID = ? AND variableValue.text = ?
        """, [variable.value, value])
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
  /// The respondents who gave these answers. Cost: one look-up an answer.
  public func respondents(of answers: some Sequence<Int64>) throws -> Set<RowID<Respondent>> {
    let statement = try db.cachedStatement(sql: "SELECT respondentID FROM answer WHERE id = ?")
    var found: Set<RowID<Respondent>> = []
    for id in answers {
      if let respondent = try Int64.fetchOne(statement, arguments: [id]) { found.insert(RowID(respondent)) }
    }
    return found
  }

  /// How many respondents gave at least one answer.
  public func answeringRespondentCount() throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(DISTINCT respondentID) FROM answer") ?? 0
  }
}
