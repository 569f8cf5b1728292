/// A note on something of the project.
public struct Memo: Hashable, Sendable {
  /// What a memo is on.
  public enum Target: Hashable, Sendable {
    /// The project as a whole.
    case project
    /// A respondent.
    case respondent(RowID<Respondent>)
    /// A question.
    case question(RowID<Question>)
    /// An answer.
    case answer(RowID<Answer>)
    /// A code.
    case code(RowID<Code>)
    /// A coding.
    case coding(RowID<Coding>)
    /// A coder.
    case coder(RowID<Coder>)
    /// A refusal of a code, such as the decision that a code is not given.
    case refusal(RowID<Refusal>)
  }

  /// Its identity in the project file.
  public let id: RowID<Memo>
  /// What it is on.
  public let target: Target
  /// The note.
  public let text: String
  /// Who wrote it; nil where nobody is named.
  public let coder: RowID<Coder>?
  /// When it was written, as `2026-11-22T10:30:00Z`.
  public let date: String

  /// A memo as stored.
  public init(id: RowID<Memo>, target: Target, text: String, coder: RowID<Coder>?, date: String) {
    self.id = id
    self.target = target
    self.text = text
    self.coder = coder
    self.date = date
  }
}
