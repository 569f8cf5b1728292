import CodingModel
import ProjectStore

/// A code on an answer.
private struct Subject: Hashable {
  let answer: Int, code: Int
}

/// What one of the two projects decided against and the other holds. Nothing of it is dropped, all of it is told.
extension MergePlan {
  /// Whether one project deleted a code that the other has.
  func isDeletedInOne(_ pair: CodeMatching.Pair, _ key: String) -> Bool {
    if pair.ours == nil { return ours.deletedCodes.contains(key) }
    return pair.theirs == nil && theirs.deletedCodes.contains(key)
  }

  /// Codings that one project has and the other took away.
  mutating func reportTakenAway() {
    func places(_ side: MergeSide, isOurs: Bool) -> Set<CodingPlace> {
      let answers = isOurs ? ourAnswers : theirAnswers
      let codes = isOurs ? codebook.matching.ours : codebook.matching.theirs
      let coders = isOurs ? ourCoders : theirCoders
      var places: Set<CodingPlace> = []
      for coding in side.deletedCodings {
        guard let answer = answers[coding.answer], let code = codes[coding.code],
          let coder = coders[coding.coder]
        else { continue }
        places.insert(CodingPlace(answer: answer, code: code, coder: coder, range: coding.range))
      }
      return places
    }
    // Decisions that were taken anew are in neither: that is told as such.
    let (held, brought) = (Set(ourCodings.values), Set(theirCodings.values))
    let returned = places(ours, isOurs: true).intersection(brought).subtracting(held)
    let kept = places(theirs, isOurs: false).intersection(held).subtracting(brought)
    var found: [MergeReport.Conflict] = []
    for place in returned.union(kept) {
      found.append(
        .init(
          kind: .coding, subject: subject(place.answer, place.code), field: "deleted",
          kept: written(place.coder, place.range), beside: ""))
    }
    tell(found)
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
