public import CodingModel
import Foundation
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
  /// - Throws: as ``respondent(_:weight:weightName:values:)`` does.
  public func respondent(
    _ identifier: String, weight: Double?, weightName: String = "weight"
  ) throws -> (id: RowID<Respondent>, isNew: Bool) {
    let (id, isNew, _) = try respondent(identifier, weight: weight, weightName: weightName, storedValues: [])
    return (id, isNew)
  }

  /// The respondent with that identifier, added where there is none; one without a weight gets this one, and
  /// one without a value of a variable gets the value given.
  ///
  /// - Parameters:
  ///   - weightName: what an error calls the weight: its column's name.
  ///   - values: values of different variables.
  /// - Returns: the respondent's identity, whether it was added, and how many values were.
  /// - Throws: ``ActError/valueDiffers(respondent:variable:)`` where another weight or another value of a variable
  ///   is stored: an import never replaces anything.
  public func respondent(
    _ identifier: String, weight: Double?, weightName: String = "weight",
    values: [(variable: RowID<Variable>, text: String)]
  ) throws -> (id: RowID<Respondent>, isNew: Bool, newValues: Int) {
    try respondent(
      identifier, weight: weight, weightName: weightName,
      storedValues: values.map { try storedValue($0.text, of: $0.variable) })
  }

  /// The same with values that are stored already.
  public func respondent(
    _ identifier: String, weight: Double?, weightName: String, storedValues values: [StoredValue]
  ) throws -> (id: RowID<Respondent>, isNew: Bool, newValues: Int) {
    packing.identities.removeAll(keepingCapacity: true)
    for value in values { packing.identities.append(value.identity) }
    packing.identities.sort()
    packing.bytes.removeAll(keepingCapacity: true)
    PackedValues.append(packing.identities, to: &packing.bytes)
    let insertion = try statement(.respondent)
    insertion.bind(1, identifier)
    insertion.bind(2, weight)
    insertion.bind(3, packing.bytes)
    if try insertion.run() > 0 {
      let row = db.lastInsertedRowID
      try inserted(.respondent, row)
      return (RowID(row), true, values.count)
    }
    let found = try statement(.findRespondent)
    found.bind(1, identifier)
    guard try found.step() else { throw DatabaseError(resultCode: .SQLITE_CONSTRAINT) }
    let (id, stored) = (found.integer(0), found.double(1))
    found.reset()
    if let weight, weight != stored {
      guard stored == nil else {
        throw ActError.valueDiffers(respondent: identifier, variable: weightName)
      }
      try update(.respondent, id, set: "weight = ?", [weight])
    }
    return (RowID(id), false, try add(values, to: RowID(id)))
  }

  /// A value of a variable, which is added where it is new.
  public func storedValue(_ text: String, of variable: RowID<Variable>) throws -> StoredValue {
    StoredValue(variable: variable, identity: try value(text, of: variable))
  }

  /// Gives a respondent a value of a variable, unless it is there already.
  ///
  /// - Parameter isNew: whether the respondent was added by this act; kept for those who know.
  /// - Returns: whether it was added.
  /// - Throws: ``ActError/valueDiffers(respondent:variable:)`` where another value is stored: an import never
  ///   replaces anything.
  public func addValue(
    _ text: String, of variable: RowID<Variable>, to respondent: RowID<Respondent>, isNew: Bool
  ) throws -> Bool {
    try add([storedValue(text, of: variable)], to: respondent) > 0
  }

  /// The identity of a value, which is added where it is new.
  func value(_ text: String, of variable: RowID<Variable>) throws -> Int64 {
    if let known = knownValues[variable]?[text] { return known }
    let found = try statement(.findValue)
    found.bind(1, variable.value)
    found.bind(2, text)
    var identity: Int64?
    while try found.step() { identity = found.integer(0) }
    if identity == nil {
      let insertion = try statement(.value)
      insertion.bind(1, variable.value)
      insertion.bind(2, text)
      _ = try insertion.run()
      identity = db.lastInsertedRowID
      try inserted(.variableValue, db.lastInsertedRowID)
    }
    guard let identity else { throw DatabaseError(resultCode: .SQLITE_CONSTRAINT) }
    if knownValues[variable, default: [:]].count >= 100_000 { knownValues[variable] = [:] }
    knownValues[variable, default: [:]][text] = identity
    return identity
  }

  /// Adds values, each the identity of one of its variable, that a respondent does not have yet.
  private func add(_ values: [StoredValue], to respondent: RowID<Respondent>) throws -> Int {
    let found = try statement(.findPackedValues)
    found.bind(1, respondent.value)
    guard try found.step() else { return 0 }
    var before: [Int64] = []
    found.forEachPackedValue(0) { before.append($0) }
    found.reset()
    var packed = PackedValues(before)
    var added = 0
    for value in values where !before.contains(value.identity) {
      for other in before where try variable(ofValue: other) == value.variable.value {
        throw ActError.valueDiffers(
          respondent: try identifier(respondent), variable: try name(value.variable))
      }
      packed.insert(value.identity)
      added += 1
    }
    if added > 0 {
      try update(
        .respondent, respondent.value, set: "packedValues = ?", [Data(packed.encoded)])
    }
    return added
  }

  func variable(ofValue identity: Int64) throws -> Int64? {
    let found = try statement(.variableOfValue)
    found.bind(1, identity)
    defer { found.reset() }
    return try found.step() ? found.integer(0) : nil
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
    let insertion = try statement(.answer)
    insertion.bind(1, respondent.value)
    insertion.bind(2, question.value)
    insertion.bind(3, text)
    insertion.bind(4, TextChecksum.stored(text))
    _ = try insertion.run()
    let id = db.lastInsertedRowID
    try inserted(.answer, id)
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

/// A value of a variable that is stored: valid within the act that gave it.
public struct StoredValue: Sendable {
  let variable: RowID<Variable>
  let identity: Int64
}

/// What a survey of a million respondents is stored by.
enum BulkInsertion {
  case respondent, findRespondent, findPackedValues, value, findValue, variableOfValue, answer

  var sql: String {
    switch self {
    case .respondent: "INSERT OR IGNORE INTO respondent (identifier, weight, packedValues) VALUES (?, ?, ?)"
    case .findRespondent: "SELECT id, weight FROM respondent WHERE identifier = ?"
    case .findPackedValues: "SELECT packedValues FROM respondent WHERE id = ?"
    case .value: "INSERT INTO variableValue (variableID, text) VALUES (?, ?)"
    case .findValue: "SELECT id FROM variableValue WHERE variableID = ? AND text = ?"
    case .variableOfValue: "SELECT variableID FROM variableValue WHERE id = ?"
    case .answer: "INSERT INTO answer (respondentID, questionID, text, checksum) VALUES (?, ?, ?, ?)"
    }
  }
}
