import CodingModel
import FrenchText
import ProjectStore

/// Answers gone through and assigned, refusals, and memos.
extension MergePlan {
  mutating func mergeTeams() {
    func duties(
      _ ours: [PastRows.Duty], _ theirs: [PastRows.Duty], _ kind: MergeReport.Kind,
      removed: Set<DutyPlace>
    ) -> [(place: DutyPlace, date: String, isNew: Bool)] {
      var known: [DutyPlace: String] = [:]
      for duty in ours {
        if let answer = ourAnswers[duty.answer], let coder = ourCoders[duty.coder] {
          known[DutyPlace(answer: answer, coder: coder)] = duty.date
        }
      }
      var result: [(place: DutyPlace, date: String, isNew: Bool)] = []
      for duty in theirs {
        guard let answer = theirAnswers[duty.answer], let coder = theirCoders[duty.coder] else {
          report.leftOut += 1
          continue
        }
        let place = DutyPlace(answer: answer, coder: coder)
        guard let date = known[place] else {
          if removed.contains(place) { continue }
          report.add(kind)
          result.append((place, duty.date, true))
          continue
        }
        report.same(kind)
        let earlier = MergeRule.earlier(date, duty.date)
        if earlier != date { result.append((place, earlier, false)) }
      }
      return result
    }
    seen = duties(ours.seen, theirs.seen, .seen, removed: removedThere?.seen ?? [])
    assignments = duties(
      ours.assignments, theirs.assignments, .assignment, removed: removedThere?.assignments ?? [])

    // What is read from another file is not trusted to lie within its answer.
    let lengths =
      theirs.refusals.isEmpty
      ? [:]
      : Dictionary(
        theirs.answers.map { ($0.id, $0.text.scalarCount) }, uniquingKeysWith: { first, _ in first })
    let deciding = decidingCoders()
    func place(_ refusal: Refusal, isOurs: Bool) -> RefusalPlace? {
      guard !refusal.range.isEmpty, isOurs || refusal.range.end <= lengths[refusal.answer] ?? 0,
        let answer = (isOurs ? ourAnswers : theirAnswers)[refusal.answer],
        let code = (isOurs ? matching.ours : matching.theirs)[refusal.code],
        let coder = (isOurs ? ourCoders : theirCoders)[refusal.coder]
      else { return nil }
      return RefusalPlace(answer: answer, code: code, coder: coder, range: refusal.range)
    }
    var known: [RefusalPlace: String] = [:]
    for refusal in ours.refusals where !replacedHere.refusals.contains(refusal.id) {
      guard let place = place(refusal, isOurs: true) else { continue }
      known[place] = refusal.date
      ourRefusals[refusal.id] = place
    }
    var brought: [RefusalPlace] = []
    for refusal in theirs.refusals where !replacedThere.refusals.contains(refusal.id) {
      guard let place = place(refusal, isOurs: false) else {
        report.leftOut += 1
        continue
      }
      brought.append(place)
      theirRefusals[refusal.id] = place
      guard let date = known[place] else {
        report.add(.refusal)
        refusals.append((place, refusal.date, true))
        continue
      }
      report.same(.refusal)
      // A decision has the date at which it was last taken.
      let isLater = deciding[place.coder] != nil && MergeRule.precedes(date, refusal.date)
      let kept =
        deciding[place.coder] == nil
        ? MergeRule.earlier(date, refusal.date) : isLater ? refusal.date : date
      if kept != date { refusals.append((place, kept, false)) }
    }
    reportContradictions(known.keys, brought)
  }

  mutating func mergeMemos() {
    func place(_ target: Memo.Target, isOurs: Bool) -> MemoPlace? {
      switch target {
      case .project: .project
      case .respondent(let id): (isOurs ? ourRespondents : theirRespondents)[id].map { .respondent($0) }
      case .question(let id): (isOurs ? ourQuestions : theirQuestions)[id].map { .question($0) }
      case .answer(let id): (isOurs ? ourAnswers : theirAnswers)[id].map { .answer($0) }
      case .code(let id):
        (isOurs ? matching.ours : matching.theirs)[id].map { .code($0) }
      case .coder(let id): (isOurs ? ourCoders : theirCoders)[id].map { .coder($0) }
      case .coding(let id): (isOurs ? ourCodings : theirCodings)[id].map { .coding($0) }
      case .refusal(let id): (isOurs ? ourRefusals : theirRefusals)[id].map { .refusal($0) }
      }
    }
    // A memo that one project has twice the other has twice in the end.
    var known: [MergedMemo: Int] = [:]
    for memo in ours.memos where !replacedHere.memos.contains(memo.id) {
      guard let place = place(memo.target, isOurs: true) else { continue }
      known[
        MergedMemo(
          place: place, text: memo.text, coder: memo.coder.flatMap { ourCoders[$0] }, date: memo.date),
        default: 0] += 1
    }
    for memo in theirs.memos where !isReplacedThere(memo) {
      guard let place = place(memo.target, isOurs: false) else {
        report.leftOut += 1
        continue
      }
      let merged = MergedMemo(
        place: place, text: memo.text, coder: memo.coder.flatMap { theirCoders[$0] }, date: memo.date)
      if let left = known[merged], left > 0 {
        known[merged] = left - 1
        report.same(.memo)
      } else {
        // What is used up stays known, so that a note already there is not written again.
        known[merged] = 0
        newMemos.append(merged)
        report.add(.memo)
      }
    }
    for memo in notes where known[memo] == nil {
      known[memo] = 0
      newMemos.append(memo)
    }
  }

  /// Whether a memo of the other project is on, or of, a decision that this one took anew.
  private func isReplacedThere(_ memo: Memo) -> Bool {
    switch memo.target {
    case .coding(let id) where replacedThere.codings.contains(id): true
    case .refusal(let id) where replacedThere.refusals.contains(id): true
    default: replacedThere.memos.contains(memo.id)
    }
  }

  /// Keeps a content that was not chosen as a memo, in nobody's name and without a date.
  mutating func note(_ place: MemoPlace, _ field: String, _ other: String) {
    notes.append(MergedMemo(place: place, text: MergeRule.note(field, other), coder: nil, date: ""))
  }
}
