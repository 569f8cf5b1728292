/// A coding as a file of codings writes it, by names rather than identities.
public struct CodingRecord: Hashable, Sendable {
  /// The line of the file it was read from, from 1; 0 for one about to be written.
  public var line: Int
  /// The respondent's identifier.
  public var respondent: String
  /// The question's name; nil where the file leaves it out.
  public var question: String?
  /// The code: its name, or `Parent/Child` where names repeat.
  public var code: String
  /// The coded part; nil for the whole answer.
  public var range: TextRange?
  /// The coder's name; nil where the file leaves it out.
  public var coder: String?
  /// The date as written; nil where left out.
  public var date: String?
  /// A note on the coding; nil where left out.
  public var memo: String?

  /// A coding by names.
  public init(
    line: Int = 0, respondent: String, question: String? = nil, code: String, range: TextRange? = nil,
    coder: String? = nil, date: String? = nil, memo: String? = nil
  ) {
    self.line = line
    self.respondent = respondent
    self.question = question
    self.code = code
    self.range = range
    self.coder = coder
    self.date = date
    self.memo = memo
  }
}
