/// One respondent's text to one open question. REFI-QDA calls it a TextSource.
///
/// The text is evidence: stored once, in Unicode's composed form (NFC) with line feeds as line ends, and
/// never edited.
public struct Answer: Hashable, Sendable {
  /// Its identity in the project file.
  public let id: RowID<Answer>
  /// Who answered.
  public let respondent: RowID<Respondent>
  /// To which question.
  public let question: RowID<Question>
  /// What was answered.
  public let text: String

  /// An answer as stored.
  public init(id: RowID<Answer>, respondent: RowID<Respondent>, question: RowID<Question>, text: String) {
    self.id = id
    self.respondent = respondent
    self.question = question
    self.text = text
  }
}

/// How people name an answer: `R0117/q1`, or `R0117` where the survey has one question.
public struct AnswerName: Hashable, Sendable {
  /// The respondent's identifier in the survey.
  public let respondent: String
  /// The question's name; nil where it is left out.
  public let question: String?

  /// The name of the answer of a respondent to a question.
  public init(respondent: String, question: String?) {
    self.respondent = respondent
    self.question = question
  }
}

extension AnswerName: CustomStringConvertible {
  /// `respondent/question`, or the respondent alone.
  public var description: String {
    question.map { "\(respondent)/\($0)" } ?? respondent
  }
}
