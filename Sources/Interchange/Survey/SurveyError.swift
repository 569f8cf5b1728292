/// Why a survey file cannot be read as the answers of respondents. Lines are the file's physical lines from
/// 1; columns are counted from 1 and named by the header.
public enum SurveyError: Error, Hashable, Sendable {
  /// The file itself cannot be read as rows of cells.
  case text(DelimitedError)
  /// No column has that name; `near` are the most similar ones, at most three, the most similar first.
  case unknownColumn(String, near: [String])
  /// Several columns are meant by that short name.
  case ambiguousColumn(String, matches: [String])
  /// A column was given two roles.
  case columnUsedTwice(String)
  /// A column that names the question was given together with several columns of answers.
  case questionColumnWithSeveralAnswers
  /// No column looks like answers to an open question, and none was given.
  case noAnswers
  /// A row does not say whose it is.
  case missingRespondent(line: Int, column: Int, name: String)
  /// A row with an answer does not say to which question.
  case missingQuestion(line: Int, column: Int, name: String)
  /// A weight is no number, or not more than 0.
  case badWeight(line: Int, column: Int, name: String)
}
