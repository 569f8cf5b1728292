/// A coder's refusal of what a rule proposed: the code is not to be proposed there again.
public struct Refusal: Hashable, Sendable {
  /// Its identity in the project file.
  public let id: RowID<Refusal>
  /// The answer.
  public let answer: RowID<Answer>
  /// The code proposed.
  public let code: RowID<Code>
  /// Who refused it.
  public let coder: RowID<Coder>
  /// The part of the answer's text that was proposed.
  public let range: TextRange
  /// When it was refused, as `2026-11-22T10:30:00Z`.
  public let date: String

  /// A refusal as stored.
  public init(
    id: RowID<Refusal>, answer: RowID<Answer>, code: RowID<Code>, coder: RowID<Coder>, range: TextRange,
    date: String
  ) {
    self.id = id
    self.answer = answer
    self.code = code
    self.coder = coder
    self.range = range
    self.date = date
  }
}
