/// One thing that somebody did to a project: a line of its history.
public struct Act: Hashable, Sendable {
  /// What was done.
  public enum Kind: String, Sendable, CaseIterable {
    /// A survey's respondents, variables, questions and answers were imported.
    case importSurvey = "import"
    /// Codings made elsewhere were imported.
    case importCodings = "import-codings"
    /// Codes were read from a codebook file.
    case importCodebook = "import-codebook"
    /// A code was added, changed, moved or deleted.
    case codebook
    /// An answer was coded by hand.
    case code
    /// Codings were taken away.
    case uncode
    /// Codes' rules were applied.
    case autocode
    /// A memo was written, changed or taken away.
    case memo
    /// A coder was added or renamed.
    case coder
    /// Answers were given to coders to go through, or taken from them.
    case assign
    /// It was noted which answers a coder has gone through.
    case seen
    /// Proposals of rules were refused, or refusals taken back.
    case refuse
    /// Disagreements of coders were settled.
    case settle
    /// Another project was merged into this one.
    case merge
    /// An act was undone.
    case undo
    /// An undone act was done again.
    case redo
  }

  /// Whether an act is in force.
  public enum State: String, Sendable, CaseIterable {
    /// In force.
    case done
    /// Undone, and can be redone.
    case undone
    /// Undone, and can no longer be redone: it had changed the survey, and something else was done since.
    case discarded
  }

  /// Its number in the history, from 1.
  public let id: RowID<Act>
  /// When, as `2026-11-22T10:30:00Z`.
  public let date: String
  /// Who: a coder's name; empty for acts in nobody's name.
  public let coder: String
  /// What was done.
  public let kind: Kind
  /// What it was done to, as data for a sentence: names and numbers, never an answer's text.
  public let details: [String: String]
  /// Whether it is in force.
  public let state: State

  /// An act as stored.
  public init(
    id: RowID<Act>, date: String, coder: String, kind: Kind, details: [String: String], state: State
  ) {
    self.id = id
    self.date = date
    self.coder = coder
    self.kind = kind
    self.details = details
    self.state = state
  }
}
