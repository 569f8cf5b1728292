/// What a merge brings, or would bring.
public struct MergeReport: Sendable {
  /// The kinds of things that projects are made of.
  public enum Kind: String, Sendable, CaseIterable {
    case question, variable, respondent, answer, codebook, code, rule, coder, coding, memo, seen, assignment,
      refusal
  }

  /// How many things of one kind.
  public struct Counts: Hashable, Sendable {
    /// Those that only the other project has, and are added.
    public var added = 0
    /// Those that both have alike.
    public var identical = 0
    /// Those on which the two differ.
    public var conflicting = 0
  }

  /// Something on which the two projects differ, and what became of it.
  public struct Conflict: Hashable, Sendable {
    /// What it is.
    public let kind: Kind
    /// Its name: an answer's, a code's, a respondent's, a question's.
    public let subject: String
    /// What of it differs: `text`, `range`, `definition`, a variable's name.
    public let field: String
    /// What is kept in the first place. Never an answer's text.
    public let kept: String
    /// What is kept beside it: as a second coder's coding, or in a memo. Empty where the other project's content is left
    /// out, as everything on an answer whose texts differ.
    public let beside: String
  }

  /// The numbers by kind.
  public internal(set) var counts: [Kind: Counts] = [:]
  /// What differs, by kind and subject.
  public internal(set) var conflicts: [Conflict] = []
  /// Codings, memos and notes of the other project on answers whose texts differ, which are left out.
  public internal(set) var leftOut = 0

  /// A decision of the consensus that one of the projects took anew, knowing the other's.
  public struct Succeeded: Hashable, Sendable {
    /// The answer and the code.
    public let subject: String
    /// Whether it is this project's that stays; otherwise the other's took its place.
    public let isOurs: Bool
  }

  /// Decisions that were taken anew in one of the projects since, and stay, by subject.
  public internal(set) var succeeded: [Succeeded] = []
  /// The codes whose rules named codes that the other project renamed or moved, and were adapted.
  public internal(set) var rewritten: [String] = []

  /// Whether the merge changes this project.
  public internal(set) var hasChanges = false

  mutating func add(_ kind: Kind) { counts[kind, default: Counts()].added += 1 }
  mutating func same(_ kind: Kind) { counts[kind, default: Counts()].identical += 1 }

  /// Notes conflicts on one thing.
  mutating func conflict(_ found: [Conflict]) {
    guard let kind = found.first?.kind else { return }
    counts[kind, default: Counts()].conflicting += 1
    conflicts += found
  }
}
