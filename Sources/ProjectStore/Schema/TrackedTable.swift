/// A table whose changes the history records, so that they can be undone.
///
/// Each has a twin, `NAME_image`, with the same columns after an act's number and a place in it. The twin
/// holds the version of a row that is not in force: the row before a change that is done, the row after a
/// change that is undone.
enum TrackedTable: String, CaseIterable {
  case respondent, variable, variableValue, question, answer, coder, codebook, code, coding, memo
  case annotation, ruleVersion, seen, assignment, refusal

  /// Its columns in order, `id` first.
  var columns: [String] {
    switch self {
    case .respondent: ["id", "identifier", "weight", "packedValues"]
    case .variable: ["id", "name", "kind"]
    case .variableValue: ["id", "variableID", "text"]
    case .question: ["id", "name", "wording"]
    case .answer: ["id", "respondentID", "questionID", "text", "checksum"]
    case .coder: ["id", "name"]
    case .code:
      [
        "id", "key", "parentID", "position", "name", "colour", "definition", "inclusion", "exclusion",
        "examples", "rule", "memo",
      ]
    case .coding:
      ["id", "answerID", "codeID", "coderID", "startOffset", "endOffset", "origin", "date", "ruleVersionID"]
    case .codebook: ["id", "title", "description"]
    case .annotation: ["id", "tokens"]
    case .ruleVersion: ["id", "codeID", "number", "rule", "date"]
    case .seen, .assignment: ["id", "answerID", "coderID", "date"]
    case .refusal: ["id", "answerID", "codeID", "coderID", "startOffset", "endOffset", "date"]
    case .memo: ["id", "targetKind", "targetID", "text", "coderID", "date"]
    }
  }

  var columnList: String { columns.joined(separator: ", ") }
}
