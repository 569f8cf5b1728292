/// A code on a range of an answer, by a coder.
///
/// The same code on the same range of the same answer by the same coder is one coding, however often it is
/// given: the four together are its identity in every merge and import.
public struct Coding: Hashable, Sendable {
  /// Where a coding comes from.
  public enum Origin: String, Sendable, CaseIterable {
    /// Given by a person in Verbatim.
    case hand
    /// Given by a code's rule.
    case rule
    /// Read from a file of codings.
    case imported = "import"
  }

  /// Its identity in the project file.
  public let id: RowID<Coding>
  /// The coded answer.
  public let answer: RowID<Answer>
  /// The code given.
  public let code: RowID<Code>
  /// Who gave it.
  public let coder: RowID<Coder>
  /// The coded part of the answer's text.
  public let range: TextRange
  /// Where the coding comes from.
  public let origin: Origin
  /// When it was given, as `2026-11-22T10:30:00Z`; empty where a file of codings did not say.
  public let date: String
  /// The wording of the code's rule that made it; nil where no rule did, or where that was not recorded.
  public let ruleVersion: RowID<RuleVersion>?

  /// A coding as stored.
  public init(
    id: RowID<Coding>, answer: RowID<Answer>, code: RowID<Code>, coder: RowID<Coder>, range: TextRange,
    origin: Origin, date: String, ruleVersion: RowID<RuleVersion>? = nil
  ) {
    self.id = id
    self.answer = answer
    self.code = code
    self.coder = coder
    self.range = range
    self.origin = origin
    self.date = date
    self.ruleVersion = ruleVersion
  }
}
