import CodingModel
import ProjectStore

/// What of one project goes, or goes elsewhere, because the other took it away, moved it or wrote it anew, knowing all that
/// this one still has of it.
///
/// What the other did last, knowing what this one did last, holds; so does what this one did last, knowing what the other
/// did. Where the acts do not say, a project knows what its history holds, to the date. What this one gave anew, or changed,
/// or wrote a memo on since, the other does not know: that stays, and is told. So does what this one took away itself and
/// brought back later.
struct MergeRemovals {
  /// Where a coding stands that the other project moved.
  struct Moved {
    let code: Int, coder: Int
    let range: TextRange
  }

  /// What goes.
  private(set) var gone: MergePlan.Succession
  private(set) var seen: Set<MergePlan.DutyPlace> = []
  private(set) var assignments: Set<MergePlan.DutyPlace> = []
  /// How many of each kind go, but for what goes with a decision that was taken anew.
  private(set) var counts: [MergeReport.Kind: Int] = [:]
  /// What goes elsewhere.
  private(set) var moved: [RowID<Coding>: Moved] = [:]
  /// What the other has from another date since.
  private(set) var superseded: Set<RowID<Coding>> = []
  /// What stays though the other took it away.
  private(set) var kept: [MergePlan.CodingPlace] = []

  private let mine: MergePlaces, other: MergePlaces
  private let ownMemos: MemoKnowledge, otherMemos: MemoKnowledge
  private let memosOn: [Memo.Target: [Memo]]
  /// What the other has of the survey and the codebook; of answers, those with the same text.
  private let there:
    (respondents: Set<Int>, questions: Set<Int>, answers: Set<Int>, codes: Set<Int>, coders: Set<Int>)

  /// - Parameters:
  ///   - mine: the project that things go from, likewise `other` the one that took them away.
  ///   - decided: what goes because of decisions that were taken anew.
  init(of mine: MergePlaces, by other: MergePlaces, decided: MergePlan.Succession) {
    (self.mine, self.other, gone) = (mine, other, decided)
    (ownMemos, otherMemos) = (MemoKnowledge(mine), MemoKnowledge(other))
    memosOn = Dictionary(grouping: mine.side.memos, by: \.target)
    there = (
      Set(other.respondents.values), Set(other.questions.values), Set(other.answers.values),
      Set(other.codes.values), Set(other.coders.values)
    )
    findCodings()
    findRefusals()
    findMemos()
    findDuties()
  }

  /// Whether the other knows all memos on something.
  private func isBare(_ target: Memo.Target) -> Bool {
    memosOn[target, default: []].allSatisfy { otherMemos.knows(ownMemos.key($0)) }
  }

  /// Whether the other has what a memo is on, where it is of the survey or the codebook.
  private func isThere(_ target: Memo.Target) -> Bool {
    switch target {
    case .project: true
    case .respondent(let id): mine.respondents[id].map(there.respondents.contains) ?? false
    case .question(let id): mine.questions[id].map(there.questions.contains) ?? false
    case .answer(let id): mine.answers[id].map(there.answers.contains) ?? false
    case .code(let id): mine.codes[id].map(there.codes.contains) ?? false
    case .coder(let id): mine.coders[id].map(there.coders.contains) ?? false
    case .coding, .refusal: false
    }
  }

  private mutating func takeMemos(on target: Memo.Target) {
    gone.memos.formUnion(memosOn[target, default: []].map(\.id))
  }

  /// Whether what was done to a row here came after the other project took it away, by which knew of the other's act; nil
  /// where that cannot be told.
  private func isLater(
    _ row: Int64, than others: Int64, in touches: KeyPath<PastRows, RowTouches>
  ) -> Bool? {
    mine.side.isLater(
      mine.side.past[keyPath: touches].lastEntry(of: row), than: other.side,
      other.side.past[keyPath: touches].lastEntry(of: others), isPresence: true)
  }

  /// Whether the other project knows of the act by which a row came to be as it is here, and has nothing of it: what was done
  /// and undone before it came there left no trace.
  private func isUndone(_ row: Int64, in touches: KeyPath<PastRows, RowTouches>) -> Bool {
    mine.side.acts.acts(ofEntry: mine.side.past[keyPath: touches].lastEntry(of: row))?
      .isSubset(of: other.side.acts.all) ?? false
  }

  /// Whether a row that the other project took away stays: it was touched here again, or came back in a merge, and not
  /// before the other touched it. What merges took away was taken away elsewhere, before: their dates say nothing.
  private static func stands(
    _ touches: RowTouches, _ row: Int64, against touched: String, hasReturned: Bool
  ) -> Bool {
    guard hasReturned || touches.wasTouchedAgain(row) else { return false }
    return touches.date(of: row, countingMerges: hasReturned) >= touched
  }

  // MARK: Codings

  private mutating func findCodings() {
    let past = other.side.past
    var departed = DepartedRows<CodingKey, RowID<Coding>>()
    for coding in past.codings {
      departed.add(
        other.key(coding), coding.date,
        touched: past.codingTouches.date(of: coding.id.value, countingMerges: false), coding.id)
    }
    guard !departed.isEmpty else { return }
    var live: [RowID<Coding>: Coding] = [:]
    var dates: [CodingKey: Set<String>] = [:]
    for coding in other.side.codings {
      live[coding.id] = coding
      guard let key = other.key(coding), departed.contains(key) else { continue }
      dates[key, default: []].insert(coding.date)
    }
    var own = DepartedRows<CodingKey, RowID<Coding>>()
    for coding in mine.side.past.codings { own.add(mine.key(coding), coding.date, touched: "", coding.id) }
    for coding in mine.side.codings where !gone.codings.contains(coding.id) {
      guard let key = mine.key(coding), departed.contains(key) else { continue }
      let version = departed.version(key, coding.date)
      if let dates = dates[key] {
        // The other has it anew, or from another date.
        let isOlder = version != nil && !dates.contains(coding.date)
        if isOlder, !dates.contains(where: { own.version(key, $0) != nil }) { superseded.insert(coding.id) }
        continue
      }
      let touches = mine.side.past.codingTouches
      let last = version ?? departed.version(key)
      let isLater = last.flatMap {
        self.isLater(coding.id.value, than: $0.row.value, in: \.codingTouches)
      }
      let stands =
        isLater
        ?? version.map {
          Self.stands(
            touches, coding.id.value, against: $0.touched, hasReturned: own.version(key, coding.date) != nil)
        } ?? true
      if let version = last, !stands {
        if let place = live[version.row].flatMap({ self.place(of: $0, answer: key.answer) }) {
          moved[coding.id] = place
          continue
        }
        if isBare(.coding(coding.id)) {
          gone.codings.insert(coding.id)
          takeMemos(on: .coding(coding.id))
          counts[.coding, default: 0] += 1
          continue
        }
      }
      // What rules give they give again: that is not told. Nor is what was given again knowing that it had gone.
      if coding.origin != .rule, isLater != true {
        kept.append(
          .init(
            answer: key.answer, code: key.code, coder: mine.coders[coding.coder] ?? key.family,
            range: coding.range))
      }
    }
  }

  private func place(of coding: Coding, answer: Int) -> Moved? {
    guard let key = other.key(coding), key.answer == answer, let coder = other.coders[coding.coder] else {
      return nil
    }
    return Moved(code: key.code, coder: coder, range: coding.range)
  }

  // MARK: Refusals and memos

  private mutating func findRefusals() {
    let past = other.side.past
    var departed = DepartedRows<MergePlan.RefusalPlace, RowID<Refusal>>()
    for refusal in past.refusals {
      departed.add(
        other.place(refusal), refusal.date,
        touched: past.refusalTouches.date(of: refusal.id.value, countingMerges: false), refusal.id)
    }
    let now = Set(other.side.refusals.compactMap { other.place($0) })
    let own = Set(mine.side.past.refusals.compactMap { mine.place($0) })
    for refusal in mine.side.refusals where !gone.refusals.contains(refusal.id) {
      guard let place = mine.place(refusal), !now.contains(place), isBare(.refusal(refusal.id)) else {
        continue
      }
      guard let last = departed.version(place) else {
        guard there.answers.contains(place.answer), isUndone(refusal.id.value, in: \.refusalTouches) else {
          continue
        }
        take(refusal)
        continue
      }
      let stands =
        isLater(refusal.id.value, than: last.row.value, in: \.refusalTouches)
        ?? departed.version(place, refusal.date).map {
          Self.stands(
            mine.side.past.refusalTouches, refusal.id.value, against: $0.touched,
            hasReturned: own.contains(place))
        } ?? true
      if !stands { take(refusal) }
    }
  }

  private mutating func take(_ refusal: Refusal) {
    gone.refusals.insert(refusal.id)
    takeMemos(on: .refusal(refusal.id))
    counts[.refusal, default: 0] += 1
  }

  private mutating func findMemos() {
    for memo in mine.side.memos where !gone.memos.contains(memo.id) {
      guard let key = ownMemos.key(memo) else { continue }
      if let (touched, row) = otherMemos.gone[key] {
        let stands =
          isLater(memo.id.value, than: row, in: \.memoTouches)
          ?? Self.stands(mine.side.past.memoTouches, memo.id.value, against: touched, hasReturned: false)
        if stands { continue }
      } else {
        // What merges note is in nobody's name: no act of the other's is behind it.
        guard memo.coder != nil, !otherMemos.knows(key), isThere(memo.target),
          isUndone(memo.id.value, in: \.memoTouches)
        else { continue }
      }
      gone.memos.insert(memo.id)
      switch memo.target {
      case .coding(let id) where gone.codings.contains(id): break
      case .refusal(let id) where gone.refusals.contains(id): break
      default: counts[.memo, default: 0] += 1
      }
    }
  }

  // MARK: Duties

  private mutating func findDuties() {
    let given = departed(
      other.side.past.assignments, other.side.assignments, mine.side.assignments, \.assignmentTouches)
    assignments = given.surely.union(given.perhaps)
    let passed = departed(other.side.past.seen, other.side.seen, mine.side.seen, \.seenTouches)
    seen = passed.perhaps
    if !seen.isEmpty {
      // Who has codings in an answer, or refused a code there, has gone through it.
      for coding in mine.side.codings where !gone.codings.contains(coding.id) {
        if let place = mine.place(coding.answer, coding.coder) { seen.remove(place) }
      }
      for refusal in mine.side.refusals where !gone.refusals.contains(refusal.id) {
        if let place = mine.place(refusal.answer, refusal.coder) { seen.remove(place) }
      }
    }
    seen.formUnion(passed.surely)
    if !seen.isEmpty { counts[.seen] = seen.count }
    if !assignments.isEmpty { counts[.assignment] = assignments.count }
  }

  private func departed(
    _ past: [PastRows.Duty], _ now: [PastRows.Duty], _ held: [PastRows.Duty],
    _ touches: KeyPath<PastRows, RowTouches>
  ) -> (surely: Set<MergePlan.DutyPlace>, perhaps: Set<MergePlan.DutyPlace>) {
    var known = DepartedRows<MergePlan.DutyPlace, Int64>()
    let theirs = other.side.past[keyPath: touches]
    for duty in past {
      known.add(
        other.place(duty.answer, duty.coder), duty.date,
        touched: theirs.date(of: duty.row, countingMerges: false), duty.row)
    }
    var found: (surely: Set<MergePlan.DutyPlace>, perhaps: Set<MergePlan.DutyPlace>) = ([], [])
    let present = Set(now.compactMap { other.place($0.answer, $0.coder) })
    let ours = mine.side.past[keyPath: touches]
    for duty in held {
      guard let place = mine.place(duty.answer, duty.coder), !present.contains(place) else { continue }
      guard let last = known.version(place) else {
        if there.answers.contains(place.answer), isUndone(duty.row, in: touches) {
          found.surely.insert(place)
        }
        continue
      }
      if let isLater = isLater(duty.row, than: last.row, in: touches) {
        if !isLater { found.surely.insert(place) }
      } else if known.version(place, duty.date) != nil, !ours.wasTouchedAgain(duty.row) {
        found.perhaps.insert(place)
      }
    }
    return found
  }

  // MARK: Codes

  /// The codes of this project alone that the other let go, knowing all of them; others may still need them.
  ///
  /// - Parameters:
  ///   - codes: the codes that only this project has, by place.
  ///   - own: what this project's history knows of codes, likewise `known` the other's.
  func codes(_ codes: [Int: Code], _ own: CodeKnowledge, knownTo known: CodeKnowledge) -> Set<Int> {
    let codings = Dictionary(grouping: mine.side.codings, by: \.code)
    let refusals = Dictionary(grouping: mine.side.refusals, by: \.code)
    return Set(
      codes.filter { place, code in
        guard let touched = known.gone[place] else { return false }
        let stands =
          own.isLater(at: place, than: known, isPresence: true)
          ?? (own.returned(place).map { $0 >= touched } ?? false || !known.knewAll(of: code, at: place, own))
        return !stands
          && codings[code.id, default: []].allSatisfy { gone.codings.contains($0.id) || moved[$0.id] != nil }
          && refusals[code.id, default: []].allSatisfy { gone.refusals.contains($0.id) }
          && isBare(.code(code.id))
      }.keys)
  }
}
