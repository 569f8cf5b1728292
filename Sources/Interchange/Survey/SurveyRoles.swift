/// What a user says of a survey's columns; whatever is left out is guessed.
///
/// A column is given by its name in the header, in any case, or by the short name that its header starts
/// with (`q1` for `q1. Qu'est-ce que…`).
public struct SurveyRoles: Hashable, Sendable {
  /// The column that identifies the respondent.
  public var respondent: String?
  /// The columns with answers; several are several questions.
  public var answers: [String]
  /// The closed variables; nil to guess them, empty for none.
  public var variables: [String]?
  /// The survey weight's column.
  public var weight: String?
  /// The column that names the question, where each row is one answer.
  public var question: String?

  /// What a user says; nothing, unless given.
  public init(
    respondent: String? = nil, answers: [String] = [], variables: [String]? = nil, weight: String? = nil,
    question: String? = nil
  ) {
    self.respondent = respondent
    self.answers = answers
    self.variables = variables
    self.weight = weight
    self.question = question
  }
}

/// Finding the column that a user means.
struct ColumnLookup {
  /// The names of the columns.
  let header: [String]

  /// The index of the column named `name`, or an error with the most similar names.
  func index(of name: String) throws(SurveyError) -> Int {
    if let index = header.firstIndex(of: name) { return index }
    let key = CodeKeyName.key(name)
    for meaning in [CodeKeyName.key, { QuestionNaming.split($0).map { CodeKeyName.key($0.name) } ?? "" }] {
      let matches = header.indices.filter { !header[$0].isEmpty && meaning(header[$0]) == key }
      if matches.count == 1 { return matches[0] }
      if matches.count > 1 { throw .ambiguousColumn(name, matches: matches.map { header[$0] }) }
    }
    let short = header.map { QuestionNaming.split($0)?.name ?? $0 }
    throw .unknownColumn(name, near: NearNames.find(name, among: (header + short).filter { !$0.isEmpty }))
  }
}
