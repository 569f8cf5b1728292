/// What one row of a survey file says, whatever its format: the hand-over from importers to the project.
public struct SurveyRecord: Hashable, Sendable {
  /// An open question's column or name and what the respondent answered to it.
  public struct Response: Hashable, Sendable {
    /// The question's index in the reader's list of questions, in the order they were met.
    public let question: Int
    /// The answer, not yet normalised; never blank, since a blank cell is no answer.
    public let text: String

    /// An answer to the question with that index.
    public init(question: Int, text: String) {
      self.question = question
      self.text = text
    }
  }

  /// The line of the file on which the row starts, from 1.
  public let line: Int
  /// The respondent's identifier.
  public let respondent: String
  /// The survey weight, where given.
  public let weight: Double?
  /// Values of the variables of ``SurveyLayout/variables``, in that order; empty where missing.
  public let values: [String]
  /// The answers on this row.
  public let responses: [Response]

  /// A row as read.
  public init(line: Int, respondent: String, weight: Double?, values: [String], responses: [Response]) {
    self.line = line
    self.respondent = respondent
    self.weight = weight
    self.values = values
    self.responses = responses
  }
}

/// An open question as a survey file names it.
public struct SurveyQuestion: Hashable, Sendable {
  /// The short name, such as `q1`.
  public let name: String
  /// The question as it was asked, or the name again.
  public let wording: String

  /// A question by its name and wording.
  public init(name: String, wording: String) {
    self.name = name
    self.wording = wording
  }
}
