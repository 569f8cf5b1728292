public import CodingModel

/// What a column of a survey file is taken for, and on what grounds: a line of the guess that is shown.
public struct SurveyColumn: Hashable, Sendable {
  /// What a column is.
  public enum Role: Hashable, Sendable {
    /// It identifies the respondent.
    case respondent
    /// It is the survey weight.
    case weight
    /// It is a closed variable.
    case variable(Variable.Kind)
    /// It holds the answers to one question.
    case answers
    /// It says which question a row answers.
    case questionName
    /// It gives the question in full.
    case questionWording
    /// It is left out.
    case ignored(Reason)
  }

  /// Why a column is left out.
  public enum Reason: String, Sendable, CaseIterable {
    /// It holds nothing.
    case empty
    /// It is free text, but not the answers.
    case freeText
    /// Nearly every row has another value, so that nothing can be counted by it.
    case nearlyAllDifferent
    /// It says the same as the column that names the question.
    case repeatsQuestion
    /// The variables were given, and it is none of them.
    case notAskedFor
  }

  /// Its index in the header, from 0.
  public let index: Int
  /// Its name; empty where it has none.
  public let name: String
  /// What it is taken for.
  public let role: Role
  /// Whether the user said so.
  public let isGiven: Bool
  /// How many sampled rows have a value.
  public let filled: Int
  /// How many different values they have.
  public let distinct: Int

  /// A column with what it is taken for.
  public init(index: Int, name: String, role: Role, isGiven: Bool, filled: Int, distinct: Int) {
    self.index = index
    self.name = name
    self.role = role
    self.isGiven = isGiven
    self.filled = filled
    self.distinct = distinct
  }
}

extension SurveyColumn {
  /// Whether a column's name is that of a survey weight: `poids`, `pond_w`, `weight`.
  public static func meansWeight(_ name: String) -> Bool { ColumnWords.isWeight(CodeKeyName.key(name)) }
}
