public import CodingModel
import FrenchText
import ProjectStore

/// What a project holds, at a glance.
public struct StudySummary: Sendable {
  /// A variable with its number of distinct values and how many respondents have one.
  public struct VariableLine: Sendable {
    /// The variable.
    public let variable: Variable
    /// How many different values there are.
    public let distinct: Int
    /// The most frequent values with their respondents, at most six.
    public let values: [(text: String, respondents: Int)]
  }

  /// Where the project file is.
  public let path: String
  /// How many respondents there are, and how many have a weight.
  public let respondents: Int, weighted: Int
  /// The closed variables.
  public let variables: [VariableLine]
  /// The open questions with their numbers of answers.
  public let questions: [(question: Question, answers: Int)]
  /// How many codes, codings, coders, memos and acts there are.
  public let codes: Int, codings: Int, coders: Int, memos: Int, acts: Int
  /// Answers with at least one coding.
  public let codedAnswers: Int
  /// Tokens in the index; nil where it is not up to date.
  public let tokens: Int?
  /// Whether the project can be written.
  public let isWritable: Bool

  /// Reads it from a study.
  public init(_ study: Study) throws {
    path = study.path
    isWritable = study.project.isWritable
    let read = try study.project.read { reader in
      let counts = try reader.answerCounts()
      let status = try study.indexStatus(reader)
      return (
        respondents: try reader.respondentCounts(),
        variables: try reader.distinctValues(limit: 6).map {
          VariableLine(variable: $0.variable, distinct: $0.distinct, values: $0.values)
        },
        questions: try reader.questions().map { ($0, counts[$0.id] ?? 0) },
        codes: try reader.codes().count, codings: try reader.codingCount(), coders: try reader.coders().count,
        memos: try reader.memos().count, acts: try reader.history().count,
        codedAnswers: try reader.codedAnswers().count,
        tokens: status.isCurrent ? try reader.indexSegments().reduce(0) { $0 + $1.tokenCount } : nil
      )
    }
    (respondents, weighted) = (read.respondents.all, read.respondents.weighted)
    (variables, questions) = (read.variables, read.questions)
    (codes, codings, coders, memos, acts) = (read.codes, read.codings, read.coders, read.memos, read.acts)
    (codedAnswers, tokens) = (read.codedAnswers, read.tokens)
  }
}
