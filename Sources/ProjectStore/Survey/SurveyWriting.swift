public import CodingModel
import GRDB

extension ActWriter {
  /// The question with that name, added where there is none.
  public func question(_ question: SurveyQuestion) throws -> RowID<Question> {
    if let id = try Int64.fetchOne(
      db, sql: "SELECT id FROM question WHERE name = ?", arguments: [question.name])
    {
      return RowID(id)
    }
    return RowID(
      try insert(
        .question, "INSERT INTO question (name, wording) VALUES (?, ?)", [question.name, question.wording]))
  }

  /// The variable with that name, added where there is none.
  public func variable(_ name: String, _ kind: Variable.Kind) throws -> RowID<Variable> {
    if let id = try Int64.fetchOne(db, sql: "SELECT id FROM variable WHERE name = ?", arguments: [name]) {
      return RowID(id)
    }
    return RowID(
      try insert(.variable, "INSERT INTO variable (name, kind) VALUES (?, ?)", [name, kind.rawValue]))
  }

  /// The respondent with that identifier, added where there is none; one without a weight gets this one.
  ///
  /// - Parameter weightName: what an error calls the weight: its column's name.
  /// - Throws: ``ActError/valueDiffers(respondent:variable:)`` where another weight is stored.
  public func respondent(
    _ identifier: String, weight: Double?, weightName: String = "weight"
  ) throws -> (id: RowID<Respondent>, isNew: Bool) {
    let found = try db.cachedStatement(sql: "SELECT id, weight FROM respondent WHERE identifier = ?")
    if let row = try Row.fetchOne(found, arguments: [identifier]) {
      let (id, stored): (Int64, Double?) = (row[0], row[1])
      if let weight, weight != stored {
        guard stored == nil else {
          throw ActError.valueDiffers(respondent: identifier, variable: weightName)
        }
        try update(.respondent, id, set: "weight = ?", [weight])
      }
      return (RowID(id), false)
    }
    let id = try insert(
      .respondent, "INSERT INTO respondent (identifier, weight) VALUES (?, ?)", [identifier, weight])
    return (RowID(id), true)
  }

  /// Gives a respondent a value of a variable, unless it is there already.
  ///
  /// - Returns: whether it was added.
  /// - Throws: ``ActError/valueDiffers(respondent:variable:)`` where another value is stored: an import never
  ///   replaces anything.
  public func addValue(
    _ text: String, of variable: RowID<Variable>, to respondent: RowID<Respondent>, isNew: Bool
  ) throws -> Bool {
    if !isNew {
      let found = try db.cachedStatement(
        sql: "SELECT text FROM variableValue WHERE respondentID = ? AND variableID = ?")
      if let stored = try String.fetchOne(found, arguments: [respondent.value, variable.value]) {
        guard stored == text else {
          throw ActError.valueDiffers(respondent: try identifier(respondent), variable: try name(variable))
        }
        return false
      }
    }
    _ = try insert(
      .variableValue, "INSERT INTO variableValue (respondentID, variableID, text) VALUES (?, ?, ?)",
      [respondent.value, variable.value, text])
    return true
  }

  /// Adds an answer, unless the same is there already.
  ///
  /// - Returns: the answer's identity, or nil where it was there.
  /// - Throws: ``ActError/answerDiffers(respondent:question:)`` where another text is stored.
  public func addAnswer(
    _ text: String, of respondent: RowID<Respondent>, to question: RowID<Question>, isNew: Bool
  ) throws -> RowID<Answer>? {
    if !isNew, let stored = try reader.answer(respondent, question) {
      // Swift's == would take canonically equal texts for the same; both are NFC, so bytes decide.
      guard stored.text.utf8.elementsEqual(text.utf8) else {
        throw ActError.answerDiffers(
          respondent: try identifier(respondent), question: try questionName(question))
      }
      return nil
    }
    let id = try insert(
      .answer, "INSERT INTO answer (respondentID, questionID, text) VALUES (?, ?, ?)",
      [respondent.value, question.value, text])
    return RowID(id)
  }

  /// Runs an insertion and records the row it added.
  func insert(_ table: TrackedTable, _ sql: String, _ arguments: StatementArguments) throws -> Int64 {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
    let row = db.lastInsertedRowID
    try inserted(table, row)
    return row
  }

  private func identifier(_ id: RowID<Respondent>) throws -> String {
    try String.fetchOne(db, sql: "SELECT identifier FROM respondent WHERE id = ?", arguments: [id.value])
      ?? ""
  }

  private func name(_ id: RowID<Variable>) throws -> String {
    try String.fetchOne(db, sql: "SELECT name FROM variable WHERE id = ?", arguments: [id.value]) ?? ""
  }

  private func questionName(_ id: RowID<Question>) throws -> String {
    try String.fetchOne(db, sql: "SELECT name FROM question WHERE id = ?", arguments: [id.value]) ?? ""
  }
}
