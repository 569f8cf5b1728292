/// A closed attribute of respondents, such as the profession or the years in the job.
public struct Variable: Hashable, Sendable {
  /// What a variable's values are.
  public enum Kind: String, Sendable, CaseIterable {
    /// Words that name a category.
    case categorical
    /// Numbers that can be compared; a missing value stays missing.
    case numeric
  }

  /// Its identity in the project file.
  public let id: RowID<Variable>
  /// Its name, unique in a project, as the survey writes it.
  public let name: String
  /// Whether its values are categories or numbers.
  public let kind: Kind

  /// A variable as stored.
  public init(id: RowID<Variable>, name: String, kind: Kind) {
    self.id = id
    self.name = name
    self.kind = kind
  }
}

/// One respondent's value of a variable, as the survey wrote it.
public struct VariableValue: Hashable, Sendable {
  /// Whose value.
  public let respondent: RowID<Respondent>
  /// Of which variable.
  public let variable: RowID<Variable>
  /// The value as written; never empty, since an empty cell is no value.
  public let text: String

  /// A value as stored.
  public init(respondent: RowID<Respondent>, variable: RowID<Variable>, text: String) {
    self.respondent = respondent
    self.variable = variable
    self.text = text
  }
}
