import CodingModel
import ProjectStore

/// What one of the two projects decided against and the other holds. Nothing of it is dropped, all of it is told.
extension MergePlan {
  /// Tells the codings that one project has and the other took away, not knowing them as they are.
  mutating func reportTakenAway() {
    tell(
      Set((removedHere?.kept ?? []) + (removedThere?.kept ?? []))
        .map {
          .init(
            kind: .coding, subject: subject($0.answer, $0.code), field: "deleted",
            kept: written($0.coder, $0.range),
            beside: "")
        })
  }

  /// Tells the decisions that stay in the other project's place.
  mutating func reportSucceeded() {
    report.succeeded = succeeded.map {
      .init(subject: subject($0.subject.answer, $0.subject.code), isOurs: $0.isOurs)
    }.sorted { MergeRule.precedes($0.subject, $1.subject) }
  }

  /// Decisions of the consensus that contradict each other: a code given in one project and refused in the other.
  mutating func reportContradictions(
    _ known: some Sequence<RefusalPlace>, _ brought: some Sequence<RefusalPlace>
  ) {
    guard let consensus = coderPlaces[CoderChoice.consensus] else { return }
    func given(_ codings: some Sequence<CodingPlace>) -> [Subject: [TextRange]] {
      Dictionary(grouping: codings.filter { $0.coder == consensus }) {
        Subject(answer: $0.answer, code: $0.code)
      }.mapValues { $0.map(\.range) }
    }
    func refused(_ places: some Sequence<RefusalPlace>) -> Set<Subject> {
      Set(places.filter { $0.coder == consensus }.map { Subject(answer: $0.answer, code: $0.code) })
    }
    let (ours, theirs) = (given(ourCodings.values), given(theirCodings.values))
    var found: [MergeReport.Conflict] = []
    func contradictions(_ refused: Set<Subject>, _ given: [Subject: [TextRange]]) {
      for subject in refused {
        guard let ranges = given[subject] else { continue }
        found.append(
          .init(
            kind: .refusal, subject: self.subject(subject.answer, subject.code), field: "decision",
            kept: ranges.sorted().map { "\($0.start)-\($0.end)" }.joined(separator: ", "), beside: "none"))
      }
    }
    let (mine, other) = (refused(known), refused(brought))
    contradictions(mine.subtracting(other), theirs)
    contradictions(other.subtracting(mine), ours)
    tell(found)
  }

  private func subject(_ answer: Int, _ code: Int) -> String {
    "\(answers[answer].name) · \(codebook.codes[code].content.name)"
  }

  private func written(_ coder: Int, _ range: TextRange) -> String {
    "\(coders[coder].name) \(range.start)-\(range.end)"
  }

  private mutating func tell(_ conflicts: [MergeReport.Conflict]) {
    let sorted = conflicts.sorted {
      [$0.subject, $0.kept].lexicographicallyPrecedes([$1.subject, $1.kept], by: MergeRule.precedes)
    }
    for conflict in sorted { report.conflict([conflict]) }
  }
}
