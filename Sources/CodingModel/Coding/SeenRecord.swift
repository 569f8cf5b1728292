/// That a coder has gone through an answer, as a file writes it, by names rather than identities.
public struct SeenRecord: Hashable, Sendable {
  /// The line of the file it was read from, from 1; 0 for one about to be written.
  public var line: Int
  /// The respondent's identifier.
  public var respondent: String
  /// The question's name; nil where the file leaves it out.
  public var question: String?
  /// The coder's name; nil where the file leaves it out.
  public var coder: String?
  /// The date as written; nil where left out.
  public var date: String?

  /// An answer gone through, by names.
  public init(
    line: Int = 0, respondent: String, question: String? = nil, coder: String? = nil, date: String? = nil
  ) {
    self.line = line
    self.respondent = respondent
    self.question = question
    self.coder = coder
    self.date = date
  }
}
