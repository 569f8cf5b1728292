import CodingModel
import ProjectStore

/// Which of two decisions of the consensus on a code in an answer was taken knowing the other.
///
/// A project that took a decision anew has in its history what the decision was before. Where the other project still has
/// that, and nothing that this one never knew, the later decision takes its place: nobody reopens what was settled since by
/// merging an old copy. It learns from the other, too, what decisions were there, for the old copies that are still to come.
/// Where neither knew the other's, or a project holds none, nothing is decided here.
extension MergePlan {
  /// What the history of decisions says against: rows of either project that the other replaced.
  struct Succession {
    var codings: Set<RowID<Coding>> = []
    var refusals: Set<RowID<Refusal>> = []
    var memos: Set<RowID<Memo>> = []

    var isEmpty: Bool { codings.isEmpty && refusals.isEmpty && memos.isEmpty }
  }

  /// What decisions of the other project were, which this one did not know.
  struct Learnt {
    var elements: [(subject: Subject, element: Element, date: String)] = []
    var reasons: [Reason] = []

    var isEmpty: Bool { elements.isEmpty && reasons.isEmpty }
  }

  /// A code in an answer.
  struct Subject: Hashable {
    let answer: Int, code: Int
  }

  /// What a decision says: that a part carries the code, or that it is not given.
  struct Element: Hashable {
    let range: TextRange
    let isRefusal: Bool
  }

  /// A memo that the consensus wrote on a decision.
  struct Reason: Hashable {
    let subject: Subject
    let element: Element
    let text: String
    let date: String
  }

  /// What one project holds of decisions, and what it held.
  private struct Decisions {
    typealias Row = (level: Int, date: String, coding: RowID<Coding>?, refusal: RowID<Refusal>?)

    var rows: [Subject: [Element: [Row]]] = [:]
    var replaced: [Subject: [Element: String]] = [:]
    var reasons: [(reason: Reason, memo: RowID<Memo>)] = []
    var replacedReasons: Set<Reason> = []

    func elements(_ subject: Subject) -> Set<Element> { Set(rows[subject, default: [:]].keys) }

    func latest(_ subject: Subject) -> String {
      rows[subject, default: [:]].values.flatMap { $0.map(\.date) }.max() ?? ""
    }

    /// Whether this project knew all that only the other decided, and decided otherwise.
    func succeeds(_ other: Decisions, on subject: Subject) -> Bool {
      let mine = elements(subject)
      let only = other.elements(subject).subtracting(mine)
      guard !mine.isEmpty, !only.isEmpty else { return false }
      return only.allSatisfy { element in
        let dates = other.rows[subject]?[element]?.map(\.date) ?? []
        return replaced[subject]?[element].map { known in dates.allSatisfy { $0 <= known } } ?? false
      }
    }
  }

  /// The coders of agreed codings: the consensus, and what lost its place in merges.
  func decidingCoders() -> [Int: Int] {
    let names = Set(coders.map(\.name))
    var levels: [Int: Int] = [:]
    for (place, coder) in coders.enumerated() {
      let family = CodingConflicts.family(coder.name, among: names)
      if family.base == CoderChoice.consensus { levels[place] = family.level }
    }
    return levels
  }

  /// Finds the decisions that the other project replaced, on either side.
  mutating func mergeDecisions() {
    let levels = decidingCoders()
    let (mine, other) = (decisions(isOurs: true, levels), decisions(isOurs: false, levels))
    guard !mine.rows.isEmpty, !other.rows.isEmpty else { return }
    for subject in Set(mine.rows.keys).intersection(other.rows.keys) {
      guard let isOurs = Self.stays(mine, other, subject) else { continue }
      let (winner, loser) = isOurs ? (mine, other) : (other, mine)
      for (element, rows) in loser.rows[subject, default: [:]] {
        let kept = Set((winner.rows[subject]?[element] ?? []).map(\.level))
        for row in rows where !kept.contains(row.level) {
          if isOurs { replacedThere.insert(row) } else { replacedHere.insert(row) }
        }
      }
      succeeded.append((subject, isOurs))
    }
    replacedHere.memos = Self.replacedReasons(mine, other)
    replacedThere.memos = Self.replacedReasons(other, mine)
  }

  /// Notes what decisions were in the other project, but for what holds again.
  mutating func learnDecisions() {
    let levels = decidingCoders()
    let (mine, other) = (decisions(isOurs: true, levels), decisions(isOurs: false, levels))
    let gone = (
      codings: (here: replacedHere.codings, there: replacedThere.codings),
      refusals: (here: replacedHere.refusals, there: replacedThere.refusals)
    )
    /// What is decided in the end.
    func held(_ subject: Subject) -> Set<Element> {
      func stays(
        _ rows: [Element: [Decisions.Row]], _ codings: Set<RowID<Coding>>, _ refusals: Set<RowID<Refusal>>
      ) -> [Element] {
        rows.filter { _, rows in
          rows.contains { row in
            row.coding.map { !codings.contains($0) } ?? false
              || row.refusal.map { !refusals.contains($0) } ?? false
          }
        }.map(\.key)
      }
      return Set(
        stays(mine.rows[subject, default: [:]], gone.codings.here, gone.refusals.here)
          + stays(other.rows[subject, default: [:]], gone.codings.there, gone.refusals.there))
    }
    /// What of the other's is not taken here was there, too.
    func wasThere(_ row: Decisions.Row) -> Bool {
      row.coding.map { gone.codings.there.contains($0) } ?? false
        || row.refusal.map { gone.refusals.there.contains($0) } ?? false
    }
    var replaced = other.replaced
    for (subject, rows) in other.rows {
      for (element, rows) in rows {
        for row in rows where wasThere(row) {
          replaced[subject, default: [:]][element] = max(replaced[subject]?[element] ?? "", row.date)
        }
      }
    }
    for (subject, elements) in replaced {
      let held = held(subject)
      for (element, date) in elements where !held.contains(element) && !element.range.isEmpty {
        if let known = mine.replaced[subject]?[element], known >= date { continue }
        learnt.elements.append((subject, element, date))
      }
    }
    let written = Set((mine.reasons + other.reasons).map(\.reason))
    learnt.reasons = other.replacedReasons.subtracting(mine.replacedReasons).filter { reason in
      !written.contains(reason) && held(reason.subject).contains(reason.element)
    }
    func order(_ subject: Subject, _ element: Element) -> [Int] {
      [subject.answer, subject.code, element.isRefusal ? 1 : 0, element.range.start, element.range.end]
    }
    learnt.elements.sort {
      order($0.subject, $0.element).lexicographicallyPrecedes(order($1.subject, $1.element))
    }
    learnt.reasons.sort {
      let (one, next) = (order($0.subject, $0.element), order($1.subject, $1.element))
      return one == next
        ? [$0.date, $0.text].lexicographicallyPrecedes([$1.date, $1.text], by: MergeRule.precedes)
        : one.lexicographicallyPrecedes(next)
    }
  }

  /// Whether the first's decision stays in the second's place, or the other way round; nil where both are kept.
  private static func stays(_ mine: Decisions, _ other: Decisions, _ subject: Subject) -> Bool? {
    switch (mine.succeeds(other, on: subject), other.succeeds(mine, on: subject)) {
    case (false, false): return nil
    case (true, false): return true
    case (false, true): return false
    case (true, true):
      // Each was decided as the other once: the latest stays, of two of one date the one that says more, or first.
      let dates = (mine.latest(subject), other.latest(subject))
      if dates.0 != dates.1 { return dates.0 > dates.1 }
      func written(_ side: Decisions) -> [String] {
        side.elements(subject).map { "\($0.isRefusal) \($0.range)" }.sorted(by: MergeRule.precedes)
      }
      return written(other).lexicographicallyPrecedes(written(mine), by: MergeRule.precedes)
    }
  }

  /// The memos of one project that the other took from a decision which it still has.
  private static func replacedReasons(_ mine: Decisions, _ other: Decisions) -> Set<RowID<Memo>> {
    let held = Set(other.reasons.map(\.reason))
    return Set(
      mine.reasons.filter { reason, _ in
        !held.contains(reason) && other.replacedReasons.contains(reason)
          && other.rows[reason.subject]?[reason.element] != nil
      }.map(\.memo))
  }

  private func decisions(isOurs: Bool, _ levels: [Int: Int]) -> Decisions {
    let side = isOurs ? ours : theirs
    let answers = isOurs ? ourAnswers : theirAnswers
    let codes = isOurs ? matching.ours : matching.theirs
    let coders = isOurs ? ourCoders : theirCoders
    func subject(_ answer: RowID<Answer>, _ code: RowID<Code>) -> Subject? {
      guard let answer = answers[answer], let code = codes[code] else { return nil }
      return Subject(answer: answer, code: code)
    }
    var found = Decisions()
    var places: [Memo.Target: (Subject, Element)] = [:]
    for coding in side.codings {
      guard let level = coders[coding.coder].flatMap({ levels[$0] }),
        let subject = subject(coding.answer, coding.code)
      else { continue }
      let element = Element(range: coding.range, isRefusal: false)
      found.rows[subject, default: [:]][element, default: []].append((level, coding.date, coding.id, nil))
      places[.coding(coding.id)] = (subject, element)
    }
    for refusal in side.refusals {
      guard let level = coders[refusal.coder].flatMap({ levels[$0] }),
        let subject = subject(refusal.answer, refusal.code)
      else { continue }
      let element = Element(range: refusal.range, isRefusal: true)
      found.rows[subject, default: [:]][element, default: []].append((level, refusal.date, nil, refusal.id))
      places[.refusal(refusal.id)] = (subject, element)
    }
    for memo in side.memos {
      guard let place = places[memo.target], let coder = memo.coder.flatMap({ coders[$0] }),
        levels[coder] != nil
      else { continue }
      found.reasons.append(
        (Reason(subject: place.0, element: place.1, text: memo.text, date: memo.date), memo.id))
    }
    for (old, date) in side.replaced.elements {
      guard let subject = subject(old.answer, old.code) else { continue }
      found.replaced[subject, default: [:]][Element(range: old.range, isRefusal: old.isRefusal)] = date
    }
    for (old, text, date) in side.replaced.memos {
      guard let subject = subject(old.answer, old.code) else { continue }
      found.replacedReasons.insert(
        Reason(
          subject: subject, element: Element(range: old.range, isRefusal: old.isRefusal), text: text,
          date: date))
    }
    return found
  }
}

extension MergePlan.Succession {
  fileprivate mutating func insert(
    _ row: (level: Int, date: String, coding: RowID<Coding>?, refusal: RowID<Refusal>?)
  ) {
    if let coding = row.coding { codings.insert(coding) }
    if let refusal = row.refusal { refusals.insert(refusal) }
  }
}
