/// A coded segment with its context and its respondent, ready to be quoted in a report.
public struct Excerpt: Hashable, Sendable {
  /// The respondent's identifier.
  public let respondent: String
  /// The question's name.
  public let question: String
  /// The code's name, or `Parent/Child` where names repeat.
  public let code: String
  /// The code's colour, for formats that show one.
  public let colour: Colour?
  /// The coder's name.
  public let coder: String
  /// Where the coding comes from.
  public let origin: Coding.Origin
  /// The coded part of the answer.
  public let range: TextRange
  /// Text just before the segment, within the context asked for.
  public let before: String
  /// The coded text itself, exactly as the respondent wrote it.
  public let segment: String
  /// Text just after the segment, within the context asked for.
  public let after: String
  /// Whether the answer goes on before ``before``.
  public let isCutBefore: Bool
  /// Whether the answer goes on after ``after``.
  public let isCutAfter: Bool
  /// The respondent's values of the variables asked for, in their order; empty where missing.
  public let values: [String]
  /// The coding's memo; empty where it has none.
  public let memo: String

  /// An excerpt with all that is exported of it.
  public init(
    respondent: String, question: String, code: String, colour: Colour?, coder: String,
    origin: Coding.Origin, range: TextRange, before: String, segment: String, after: String,
    isCutBefore: Bool, isCutAfter: Bool, values: [String], memo: String
  ) {
    self.respondent = respondent
    self.question = question
    self.code = code
    self.colour = colour
    self.coder = coder
    self.origin = origin
    self.range = range
    self.before = before
    self.segment = segment
    self.after = after
    self.isCutBefore = isCutBefore
    self.isCutAfter = isCutAfter
    self.values = values
    self.memo = memo
  }
}
