/// Which column of a survey file is what.
public struct SurveyLayout: Hashable, Sendable {
  /// Where the questions' names are.
  public enum Questions: Hashable, Sendable {
    /// Each question is a column, by its index: one row per respondent.
    case columns([Int])
    /// One column holds the answers and, where there are several questions, another names the question:
    /// one row per answer. `wording` is a column with the question in full, where there is one.
    case rows(question: Int?, wording: Int?, answer: Int)
  }

  /// The file's column names, in order.
  public var header: [String]
  /// The column that identifies the respondent; nil where rows are numbered instead.
  public var respondent: Int?
  /// The column with the survey weight.
  public var weight: Int?
  /// The columns with closed variables.
  public var variables: [Int]
  /// Whether each of ``variables`` holds numbers, in the same order.
  public var variableKinds: [Variable.Kind]
  /// Where the answers are.
  public var questions: Questions
  /// Columns that are nothing of these and are left out.
  public var ignored: [Int]

  /// A layout of the columns named in `header`.
  public init(
    header: [String], respondent: Int?, weight: Int?, variables: [Int], variableKinds: [Variable.Kind],
    questions: Questions, ignored: [Int]
  ) {
    self.header = header
    self.respondent = respondent
    self.weight = weight
    self.variables = variables
    self.variableKinds = variableKinds
    self.questions = questions
    self.ignored = ignored
  }
}
