import CodingModel
import ProjectStore

/// What one project took away, moved or wrote anew, knowing all that the other still has of it: the other's goes or moves
/// along.
///
/// A project knows what its history holds, to the date. What the other gave anew, or changed, or wrote a memo on since, it
/// does not know: that stays, and is told. So does what the other took away itself and brought back later.
extension MergePlan {
  /// A coding, whoever of its coder's family has it now.
  struct CodingKey: Hashable {
    let answer: Int, code: Int, family: Int
    let range: TextRange
  }

  /// A memo, by all that tells it.
  struct MemoKey: Hashable {
    enum Place: Hashable {
      case thing(MemoPlace)
      case coding(CodingKey)
    }

    let place: Place
    let text: String
    let coder: Int?
    let date: String
  }

  /// Where a coding stands that the other project moved.
  struct Moved {
    let code: Int, coder: Int
    let range: TextRange
  }

  /// The places of one project's things, as far as they are in the whole; those that are gone included.
  private struct Places {
    let side: MergeSide
    let isOurs: Bool
    let answers: [RowID<Answer>: Int]
    let codes: [RowID<Code>: Int]
    let coders: [RowID<Coder>: Int]
    let families: [Int]

    func key(_ coding: Coding) -> CodingKey? {
      guard let answer = answers[coding.answer], let code = codes[coding.code],
        let coder = coders[coding.coder]
      else { return nil }
      return CodingKey(answer: answer, code: code, family: families[coder], range: coding.range)
    }

    func place(_ refusal: Refusal) -> RefusalPlace? {
      guard let answer = answers[refusal.answer], let code = codes[refusal.code],
        let coder = coders[refusal.coder]
      else { return nil }
      return RefusalPlace(answer: answer, code: code, coder: coder, range: refusal.range)
    }

    func place(_ duty: PastRows.Duty) -> DutyPlace? {
      guard let answer = answers[duty.answer], let coder = coders[duty.coder] else { return nil }
      return DutyPlace(answer: answer, coder: coder)
    }
  }

  /// What one project had and has no more, by what it was and its date: when it was last touched, and what row it was.
  private struct Gone<Key: Hashable, ID: Hashable> {
    private(set) var versions: [Key: [(date: String, touched: String, row: ID)]] = [:]

    mutating func add(_ key: Key?, _ date: String, _ touched: @autoclosure () -> String, _ row: ID) {
      guard let key else { return }
      versions[key, default: []].append((date, touched(), row))
    }

    mutating func remove(_ key: Key?) {
      guard let key, !versions.isEmpty else { return }
      versions[key] = nil
    }

    func version(_ key: Key, _ date: String) -> (touched: String, row: ID)? {
      versions[key]?.filter { $0.date == date }.max { $0.touched < $1.touched }.map { ($0.touched, $0.row) }
    }
  }

  /// Finds what either project still holds that the other took away, and the codes that only codes could keep.
  mutating func findRemovals(_ ours: CodeKnowledge, _ theirs: CodeKnowledge, _ matching: CodeMatching) -> Set<
    Int
  > {
    let names = Set(coders.map(\.name))
    let families = coders.enumerated().map { place, coder in
      coderPlaces[CodingConflicts.family(coder.name, among: names).base] ?? place
    }
    func places(_ side: MergeSide, isOurs: Bool, _ knowledge: CodeKnowledge) -> Places {
      var known = isOurs ? ourCoders : theirCoders
      for (id, name) in side.past.coders where known[id] == nil { known[id] = coderPlaces[name] }
      return Places(
        side: side, isOurs: isOurs, answers: isOurs ? ourAnswers : theirAnswers, codes: knowledge.places,
        coders: known,
        families: families)
    }
    let here = places(self.ours, isOurs: true, ours)
    let there = places(self.theirs, isOurs: false, theirs)
    let removable =
      removals(of: here, by: there, isOurs: true, (ours, theirs), matching)
      .union(removals(of: there, by: here, isOurs: false, (theirs, ours), matching))
    learnPast(here, there)
    return removable
  }

  /// What of one project's goes because of the other.
  private mutating func removals(
    of mine: Places, by other: Places, isOurs: Bool, _ knowledge: (mine: CodeKnowledge, other: CodeKnowledge),
    _ matching: CodeMatching
  ) -> Set<Int> {
    let past = other.side.past
    let memos = MemoKnowledge(other.side, memoPlaces(of: other), coders: other.coders)
    func isKnown(_ key: MemoKey?) -> Bool { key.map { memos.known.contains($0) } ?? false }
    let own = memoPlaces(of: mine)
    func key(_ memo: Memo) -> MemoKey? {
      own(memo.target, nil).first.map {
        MemoKey(place: $0, text: memo.text, coder: memo.coder.flatMap { mine.coders[$0] }, date: memo.date)
      }
    }
    var result = isOurs ? replacedHere : replacedThere
    let memosOn = Dictionary(grouping: mine.side.memos, by: \.target)
    func isBare(_ target: Memo.Target) -> Bool {
      memosOn[target, default: []].allSatisfy { isKnown(key($0)) }
    }
    func goes(_ target: Memo.Target) { result.memos.formUnion(memosOn[target, default: []].map(\.id)) }

    // Codings.
    var gone = Gone<CodingKey, RowID<Coding>>()
    for coding in past.codings {
      gone.add(
        other.key(coding), coding.date, past.codingTouches.date(of: coding.id.value, countingMerges: true),
        coding.id)
    }
    var live: [RowID<Coding>: Coding] = [:]
    var dates: [CodingKey: Set<String>] = [:]
    if !gone.versions.isEmpty {
      for coding in other.side.codings {
        live[coding.id] = coding
        guard let key = other.key(coding) else { continue }
        if gone.versions[key] != nil { dates[key, default: []].insert(coding.date) }
      }
    }
    var ownGone = Gone<CodingKey, RowID<Coding>>()
    for coding in gone.versions.isEmpty ? [] : mine.side.past.codings {
      ownGone.add(mine.key(coding), coding.date, "", coding.id)
    }
    /// Whether one project knew just this and took it away after the other last touched it.
    func wasTaken(_ touches: RowTouches, _ row: Int64, _ touched: String, _ returned: Bool) -> Bool {
      touches.date(of: row, countingMerges: returned) <= touched
    }
    var moves: [RowID<Coding>: Moved] = [:]
    var superseded: Set<RowID<Coding>> = []
    var returned: [(CodingKey, Coding)] = []
    for coding in gone.versions.isEmpty ? [] : mine.side.codings {
      guard let key = mine.key(coding), gone.versions[key] != nil, !result.codings.contains(coding.id) else {
        continue
      }
      if let dates = dates[key] {
        // The other has it anew, or from another date.
        let isOlder = gone.version(key, coding.date) != nil && !dates.contains(coding.date)
        if isOlder, !dates.contains(where: { ownGone.version(key, $0) != nil }) {
          superseded.insert(coding.id)
        }
        continue
      }
      let touches = mine.side.past.codingTouches
      guard let version = gone.version(key, coding.date),
        wasTaken(touches, coding.id.value, version.touched, ownGone.version(key, coding.date) != nil)
      else {
        returned.append((key, coding))
        continue
      }
      if let now = live[version.row], let place = other.key(now), let coder = other.coders[now.coder],
        place.answer == key.answer
      {
        moves[coding.id] = Moved(code: place.code, coder: coder, range: now.range)
      } else if isBare(.coding(coding.id)) {
        result.codings.insert(coding.id)
        goes(.coding(coding.id))
        report.remove(.coding, isOurs: isOurs)
      } else {
        returned.append((key, coding))
      }
    }
    report.moved(moves.count, isOurs: isOurs)
    if isOurs { movedHere = moves } else { movedThere = moves }
    if isOurs { self.superseded.here = superseded } else { self.superseded.there = superseded }
    for (key, coding) in returned where coding.origin != .rule {
      takenAway.append((key.answer, key.code, mine.coders[coding.coder] ?? key.family, coding.range))
    }

    // Refusals.
    var goneRefusals = Gone<RefusalPlace, RowID<Refusal>>()
    for refusal in past.refusals {
      goneRefusals.add(
        other.place(refusal), refusal.date,
        past.refusalTouches.date(of: refusal.id.value, countingMerges: true), refusal.id)
    }
    if !goneRefusals.versions.isEmpty {
      for refusal in other.side.refusals { goneRefusals.remove(other.place(refusal)) }
      let ownPast = Set(mine.side.past.refusals.compactMap { mine.place($0) })
      for refusal in mine.side.refusals where !result.refusals.contains(refusal.id) {
        guard let place = mine.place(refusal), let version = goneRefusals.version(place, refusal.date),
          wasTaken(
            mine.side.past.refusalTouches, refusal.id.value, version.touched, ownPast.contains(place)),
          isBare(.refusal(refusal.id))
        else { continue }
        result.refusals.insert(refusal.id)
        goes(.refusal(refusal.id))
        report.remove(.refusal, isOurs: isOurs)
      }
    }

    // Memos on what stays.
    for memo in memos.gone.isEmpty ? [] : mine.side.memos where !result.memos.contains(memo.id) {
      guard let key = key(memo), let touched = memos.gone[key],
        mine.side.past.memoTouches.date(of: memo.id.value, countingMerges: false) <= touched
      else { continue }
      result.memos.insert(memo.id)
      // What goes with a decision that was taken anew is told with that.
      switch memo.target {
      case .coding(let id) where result.codings.contains(id): break
      case .refusal(let id) where result.refusals.contains(id): break
      default: report.remove(.memo, isOurs: isOurs)
      }
    }
    if isOurs { replacedHere = result } else { replacedThere = result }
    removeDuties(of: mine, by: other, isOurs: isOurs, result)

    // Codes.
    let codings = Dictionary(grouping: mine.side.codings, by: \.code)
    let refusals = Dictionary(grouping: mine.side.refusals, by: \.code)
    var removable: Set<Int> = []
    for (place, pair) in matching.pairs.enumerated() {
      guard let code = isOurs ? pair.ours : pair.theirs, (isOurs ? pair.theirs : pair.ours) == nil,
        let touched = knowledge.other.gone[place],
        knowledge.mine.returned(place).map({ $0 <= touched }) ?? true,
        knowledge.other.knewAll(of: code, at: place, knowledge.mine),
        codings[code.id, default: []].allSatisfy({ result.codings.contains($0.id) || moves[$0.id] != nil }),
        refusals[code.id, default: []].allSatisfy({ result.refusals.contains($0.id) }),
        isBare(.code(code.id))
      else { continue }
      removable.insert(place)
    }
    return removable
  }

  /// Answers gone through and given to coders.
  private mutating func removeDuties(of mine: Places, by other: Places, isOurs: Bool, _ removed: Succession) {
    var duties: (seen: Set<DutyPlace>, assignments: Set<DutyPlace>) = ([], [])
    func gone(
      _ past: [PastRows.Duty], _ now: [MergeSide.Duty], _ held: [MergeSide.Duty]
    ) -> Set<DutyPlace> {
      var known: [DutyPlace: Set<String>] = [:]
      for duty in past {
        if let place = other.place(duty) { known[place, default: []].insert(duty.date) }
      }
      guard !known.isEmpty else { return [] }
      for duty in now {
        if let place = other.place((duty.answer, duty.coder, duty.date)) { known[place] = nil }
      }
      return Set(
        held.compactMap { duty in
          mine.place((duty.answer, duty.coder, duty.date)).flatMap { place in
            known[place]?.contains(duty.date) ?? false ? place : nil
          }
        })
    }
    duties.assignments = gone(other.side.past.assignments, other.side.assignments, mine.side.assignments)
    duties.seen = gone(other.side.past.seen, other.side.seen, mine.side.seen)
    if !duties.seen.isEmpty {
      // Who has codings in an answer, or refused a code there, has gone through it.
      for coding in mine.side.codings where !removed.codings.contains(coding.id) {
        if let place = mine.place((coding.answer, coding.coder, "")) { duties.seen.remove(place) }
      }
      for refusal in mine.side.refusals where !removed.refusals.contains(refusal.id) {
        if let place = mine.place((refusal.answer, refusal.coder, "")) { duties.seen.remove(place) }
      }
    }
    for _ in duties.seen { report.remove(.seen, isOurs: isOurs) }
    for _ in duties.assignments { report.remove(.assignment, isOurs: isOurs) }
    if isOurs { dutiesRemovedHere = duties } else { dutiesRemovedThere = duties }
  }

  // MARK: Memos

  /// The memos that one project has, or had and has no more, wherever they stood.
  private struct MemoKnowledge {
    private(set) var known: Set<MemoKey> = []
    /// Those that are gone, with when they were last touched.
    private(set) var gone: [MemoKey: String] = [:]

    init(
      _ side: MergeSide, _ places: (Memo.Target, MemoPlaceHistory?) -> [MemoKey.Place],
      coders: [RowID<Coder>: Int]
    ) {
      let histories = MemoPlaceHistory(side)
      func keys(_ memo: Memo) -> [MemoKey] {
        places(memo.target, histories).map {
          MemoKey(place: $0, text: memo.text, coder: memo.coder.flatMap { coders[$0] }, date: memo.date)
        }
      }
      for memo in side.past.memos {
        for key in keys(memo) {
          known.insert(key)
          let touched = side.past.memoTouches.date(of: memo.id.value, countingMerges: true)
          gone[key] = max(gone[key] ?? "", touched)
        }
      }
      for memo in side.memos {
        for key in keys(memo) {
          known.insert(key)
          gone[key] = nil
        }
      }
    }
  }

  /// Every coding and refusal that bears memos or bore them, in all its versions.
  private struct MemoPlaceHistory {
    private(set) var codings: [RowID<Coding>: [Coding]] = [:]
    private(set) var refusals: [RowID<Refusal>: [Refusal]] = [:]

    init(_ side: MergeSide) {
      let targets = Set((side.memos + side.past.memos).map(\.target))
      guard !targets.isEmpty else { return }
      for coding in side.past.codings + side.codings where targets.contains(.coding(coding.id)) {
        codings[coding.id, default: []].append(coding)
      }
      for refusal in side.past.refusals + side.refusals where targets.contains(.refusal(refusal.id)) {
        refusals[refusal.id, default: []].append(refusal)
      }
    }
  }

  /// The places of what memos of one project are on: that of now, or with a history all that it ever had.
  private func memoPlaces(of side: Places) -> (Memo.Target, MemoPlaceHistory?) -> [MemoKey.Place] {
    let hasMemos = !side.side.memos.isEmpty || !side.side.past.memos.isEmpty
    let codings = Dictionary(
      hasMemos ? side.side.codings.map { ($0.id, $0) } : [], uniquingKeysWith: { first, _ in first })
    let refusals = Dictionary(
      hasMemos ? side.side.refusals.map { ($0.id, $0) } : [], uniquingKeysWith: { first, _ in first })
    let (respondents, questions) =
      side.isOurs ? (ourRespondents, ourQuestions) : (theirRespondents, theirQuestions)
    return { target, history in
      let things: [MemoPlace?]
      switch target {
      case .project: things = [.project]
      case .respondent(let id): things = [respondents[id].map { .respondent($0) }]
      case .question(let id): things = [questions[id].map { .question($0) }]
      case .answer(let id): things = [side.answers[id].map { .answer($0) }]
      case .code(let id): things = [side.codes[id].map { .code($0) }]
      case .coder(let id): things = [side.coders[id].map { .coder($0) }]
      case .refusal(let id):
        things = (history?.refusals[id] ?? refusals[id].map { [$0] } ?? []).map { refusal in
          side.place(refusal).map { .refusal($0) }
        }
      case .coding(let id):
        return (history?.codings[id] ?? codings[id].map { [$0] } ?? []).compactMap { coding in
          side.key(coding).map { .coding($0) }
        }
      }
      return things.compactMap { $0.map { .thing($0) } }
    }
  }

  // MARK: Learning

  /// Notes the codings and refusals that the other project knew and has no more, or has from another date, for the copies
  /// that are still to come. What rules gave, rules give again: it is not noted.
  private mutating func learnPast(_ here: Places, _ there: Places) {
    let consensus = coderPlaces[CoderChoice.consensus]
    var known: [CodingKey: Set<String>] = [:]
    let codings = there.side.past.codings.filter { $0.origin != .rule }
    if !codings.isEmpty {
      for coding in here.side.past.codings + here.side.codings {
        if let key = here.key(coding) { known[key, default: []].insert(coding.date) }
      }
    }
    for coding in codings {
      guard let key = there.key(coding), key.family != consensus, !coding.range.isEmpty,
        known[key, default: []].insert(coding.date).inserted
      else { continue }
      learntCodings.append(
        (CodingPlace(answer: key.answer, code: key.code, coder: key.family, range: key.range), coding.date))
    }
  }
}
