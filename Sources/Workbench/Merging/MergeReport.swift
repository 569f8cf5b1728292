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

  /// Something that one project alone has changed, or let go, since the other knew it.
  public struct Changed: Hashable, Sendable {
    /// A code, or the codebook.
    public let kind: Kind
    /// The code's name.
    public let subject: String
    /// What of it: `name`, `parent`, `definition`…; `deleted` where the code is let go.
    public let field: String
    /// What it says in the end, and what the other project says or this one said.
    public let kept: String, other: String
    /// Whether it is this project's that stays; otherwise the other's takes its place.
    public let isOurs: Bool
  }

  /// What was changed since in one of the projects, and is as that one has it.
  public internal(set) var changed: [Changed] = []
  /// How many things go here because the other project took them away, knowing them.
  public internal(set) var removed: [Kind: Int] = [:]
  /// How many things of the other are not taken because this project took them away, knowing them.
  public internal(set) var refused: [Kind: Int] = [:]
  /// Codings that were moved to where the other project, in which another code took them over, has them; and the other's,
  /// likewise.
  public internal(set) var moved = (here: 0, there: 0)

  /// Decisions that were taken anew in one of the projects since, and stay, by subject.
  public internal(set) var succeeded: [Succeeded] = []
  /// The codes whose rules named codes that the other project renamed or moved, and were adapted.
  public internal(set) var rewritten: [String] = []

  /// Whether the merge changes this project.
  public internal(set) var hasChanges = false

  /// The same of a project of which all is known already: what both have alike, and what this one decided otherwise since.
  var ofNothingNew: MergeReport {
    var report = MergeReport()
    for (kind, counts) in counts where counts.identical > 0 {
      report.counts[kind] = Counts(identical: counts.identical)
    }
    report.refused = refused
    report.moved.there = moved.there
    report.changed = changed.filter(\.isOurs)
    report.succeeded = succeeded.filter(\.isOurs)
    return report
  }

  mutating func add(_ kind: Kind) { counts[kind, default: Counts()].added += 1 }
  mutating func same(_ kind: Kind) { counts[kind, default: Counts()].identical += 1 }

  /// Notes conflicts on one thing.
  mutating func conflict(_ found: [Conflict]) {
    guard let kind = found.first?.kind else { return }
    counts[kind, default: Counts()].conflicting += 1
    conflicts += found
  }
}
