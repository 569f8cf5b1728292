import GRDB

/// What binds rows to each other: by these an act that is undone or done again could meet what others did.
extension TrackedTable {
  /// Columns that hold the identity of a row of another table, with that table. Coders are left out: see
  /// ``CoderHandover``.
  var references: [(column: String, table: TrackedTable)] {
    switch self {
    case .respondent, .variable, .question, .coder, .codebook, .memo: []
    case .variableValue: [("variableID", .variable)]
    case .answer: [("respondentID", .respondent), ("questionID", .question)]
    case .annotation: [("id", .answer)]
    case .code: [("parentID", .code)]
    case .ruleVersion: [("codeID", .code)]
    case .coding: [("answerID", .answer), ("codeID", .code), ("ruleVersionID", .ruleVersion)]
    case .seen, .assignment: [("answerID", .answer)]
    case .refusal: [("answerID", .answer), ("codeID", .code)]
    }
  }

  /// Sets of columns that no two rows share the values of. The codebook's heading is one row, whatever it says.
  var uniqueColumns: [[String]] {
    switch self {
    case .memo, .annotation: []
    case .respondent: [["identifier"]]
    case .variable, .question, .coder: [["name"]]
    case .variableValue: [["variableID", "text"]]
    case .answer: [["respondentID", "questionID"]]
    case .codebook: [[]]
    case .code: [["key"], ["parentID", "name"]]
    case .coding: [["answerID", "startOffset", "endOffset", "codeID", "coderID"]]
    case .ruleVersion: [["codeID", "number"]]
    case .seen, .assignment: [["coderID", "answerID"]]
    case .refusal: [["answerID", "codeID", "startOffset", "endOffset", "coderID"]]
    }
  }

  /// How a column's values are compared where no two rows share them: of names of codes any apostrophe is as good.
  private func compared(_ column: String, of alias: String) -> String {
    guard self == .code, column == "name" else { return "\(alias).\(column)" }
    return "replace(replace(\(alias).name, '’', ''''), 'ʼ', '''')"
  }

  /// Whether two rows share the values of these columns, as a condition of SQL.
  func shares(_ columns: [String], _ one: String, _ other: String) -> String {
    if columns.isEmpty { return "1" }
    return columns.map { "\(compared($0, of: one)) IS \(compared($0, of: other))" }.joined(separator: " AND ")
  }

  /// The column that names a coder, where there is one.
  var coderColumn: String? {
    switch self {
    case .coding, .memo, .seen, .assignment, .refusal: "coderID"
    default: nil
    }
  }

  /// The tables that hold the survey itself.
  static let survey: [TrackedTable] = [
    .respondent, .variable, .variableValue, .question, .answer, .annotation,
  ]

  /// The tables whose rows memos are on, by the name that the memo stores.
  static let memoTargets: [TrackedTable] = [
    .respondent, .question, .answer, .code, .coding, .coder, .refusal,
  ]
}
