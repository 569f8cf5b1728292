public import CodingModel
import Foundation
import GRDB

/// Changes that only putting two projects together makes: what an import never replaces, a merge decides.
extension ActWriter {
  /// Gives a question another wording.
  public func setWording(_ wording: String, of question: RowID<Question>) throws {
    try update(.question, question.value, set: "wording = ?", [wording])
  }

  /// Makes a variable one of categories or of numbers.
  public func setKind(_ kind: Variable.Kind, of variable: RowID<Variable>) throws {
    try update(.variable, variable.value, set: "kind = ?", [kind.rawValue])
  }

  /// Gives a respondent another weight.
  public func setWeight(_ weight: Double, of respondent: RowID<Respondent>) throws {
    try update(.respondent, respondent.value, set: "weight = ?", [weight])
  }

  /// Gives a respondent a value of a variable, in the place of another one where there is one.
  public func setValue(
    _ text: String, of variable: RowID<Variable>, to respondent: RowID<Respondent>
  ) throws {
    let found = try statement(.findPackedValues)
    found.bind(1, respondent.value)
    guard try found.step() else { return }
    var before: [Int64] = []
    found.forEachPackedValue(0) { before.append($0) }
    found.reset()
    var identities = try before.filter { try self.variable(ofValue: $0) != variable.value }
    identities.append(try value(text, of: variable))
    try update(
      .respondent, respondent.value, set: "packedValues = ?", [Data(PackedValues(identities).encoded)])
  }

  /// Adds a code just as it is, at its place; the caller sees to it that no sibling has its name.
  public func addCode(
    _ content: CodeContent, key: String, under parent: RowID<Code>?, position: Int
  ) throws -> RowID<Code> {
    RowID(
      try insert(
        .code,
        """
        INSERT INTO code
          (key, parentID, position, name, colour, definition, inclusion, exclusion, examples, rule, memo)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, [key, parent?.value, position] + Self.arguments(content)))
  }

  /// Makes a code just so; the caller sees to it that no code has its key, no sibling its name, and none stands under
  /// itself in the end.
  ///
  /// - Parameter isKept: whether the history is to know what it was before, even of a code that this act added.
  public func setCode(
    _ code: RowID<Code>, _ content: CodeContent, key: String, under parent: RowID<Code>?, isKept: Bool = false
  ) throws {
    try update(
      .code, code.value, keepingImage: isKept,
      set: """
        key = ?, parentID = ?, name = ?, colour = ?, definition = ?, inclusion = ?, exclusion = ?, examples = ?,
        rule = ?, memo = ?
        """, [key, parent?.value] + Self.arguments(content))
  }

  /// Takes codes away that the act itself added; nothing may depend on them in the end.
  public func deleteCodes(_ codes: [RowID<Code>]) throws {
    for code in codes { try delete(.code, code.value) }
  }

  /// Gives a code a place among its siblings.
  public func setPosition(_ position: Int, of code: RowID<Code>) throws {
    try update(.code, code.value, set: "position = ?", [position])
  }

  /// Makes a coding another coder's, or another origin's.
  public func setCoding(
    _ coding: RowID<Coding>, by coder: RowID<Coder>, origin: Coding.Origin, date: String,
    ruleVersion: RowID<RuleVersion>?
  ) throws {
    try update(
      .coding, coding.value, set: "coderID = ?, origin = ?, date = ?, ruleVersionID = ?",
      [coder.value, origin.rawValue, date, ruleVersion?.value])
  }

  /// Puts a memo on something else.
  public func move(_ memo: RowID<Memo>, to target: Memo.Target) throws {
    try update(
      .memo, memo.value, set: "targetKind = ?, targetID = ?", [target.stored.kind, target.stored.row])
  }

  /// Says when a wording of a rule was first applied.
  public func setDate(_ date: String, of version: RowID<RuleVersion>) throws {
    try update(.ruleVersion, version.value, set: "date = ?", [date])
  }

  /// Says when a coder went through an answer.
  public func setSeenDate(_ date: String, _ answer: RowID<Answer>, by coder: RowID<Coder>) throws {
    try setDate(date, in: .seen, answer, coder)
  }

  /// Says when a coder was given an answer.
  public func setAssignmentDate(_ date: String, _ answer: RowID<Answer>, to coder: RowID<Coder>) throws {
    try setDate(date, in: .assignment, answer, coder)
  }

  /// Says when a proposal was refused.
  public func setDate(_ date: String, of refusal: RowID<Refusal>) throws {
    try update(.refusal, refusal.value, set: "date = ?", [date])
  }

  private func setDate(
    _ date: String, in table: TrackedTable, _ answer: RowID<Answer>, _ coder: RowID<Coder>
  ) throws {
    let row = try Int64.fetchOne(
      db, sql: "SELECT id FROM \(table.rawValue) WHERE answerID = ? AND coderID = ?",
      arguments: [answer.value, coder.value])
    if let row { try update(table, row, set: "date = ?", [date]) }
  }
}
