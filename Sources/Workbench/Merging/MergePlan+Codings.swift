import CodingModel
import FrenchText
import ProjectStore

/// Coders, versions of rules and codings of both.
extension MergePlan {
  mutating func coder(_ name: String, id: RowID<Coder>? = nil) -> Int {
    if let place = coderPlaces[name] { return place }
    coderPlaces[name] = coders.count
    coders.append((name, id))
    return coders.count - 1
  }

  mutating func mergeCoders() {
    for known in ours.coders { ourCoders[known.id] = coder(known.name, id: known.id) }
    let before = coders.count
    for other in theirs.coders {
      let place = coder(other.name)
      theirCoders[other.id] = place
      if place < before { report.same(.coder) } else { report.add(.coder) }
    }
    reportAlike(new: coders[before...].map(\.name), among: coders.map(\.name))
  }

  /// Tells the new coders whom nobody could tell from others by their names.
  private mutating func reportAlike(new: [String], among all: [String]) {
    let names = Set(all)
    func isFirst(_ name: String) -> Bool { CodingConflicts.family(name, among: names).level == 1 }
    for name in new where isFirst(name) {
      for other in all where other != name && isFirst(other) && CoderLikeness.areAlike(name, other) {
        guard !new.contains(other) || MergeRule.precedes(other, name) else { continue }
        report.conflict([.init(kind: .coder, subject: name, field: "alike", kept: other, beside: name)])
      }
    }
  }

  mutating func mergeRules() {
    var places: [RulePlace: Int] = [:]
    for rule in ours.rules {
      guard let code = matching.ours[rule.code], !codebook.dropped.contains(code) else { continue }
      let place = RulePlace(code: code, rule: rule.rule)
      places[place] = rules.count
      rules.append((place, rule.date, rule.id))
    }
    for rule in theirs.rules {
      guard let code = matching.theirs[rule.code], !codebook.dropped.contains(code) else { continue }
      let place = RulePlace(code: code, rule: rule.rule)
      if let known = places[place] {
        rules[known].date = MergeRule.earlier(rules[known].date, rule.date)
        report.same(.rule)
      } else {
        places[place] = rules.count
        rules.append((place, rule.date, nil))
        report.add(.rule)
      }
    }
  }

  /// A coding of one of the projects where its answer and code stand in the whole.
  struct PlacedCoding {
    let coding: Coding
    let answer: Int
    let code: Int
    var coder: Int
    let range: TextRange
    let source: CodingSource
  }

  func placed(_ side: MergeSide, isOurs: Bool) -> [PlacedCoding] {
    let rules = Dictionary(side.rules.map { ($0.id, $0.rule) }, uniquingKeysWith: { first, _ in first })
    let answers = isOurs ? ourAnswers : theirAnswers
    let codes = isOurs ? matching.ours : matching.theirs
    let coders = isOurs ? ourCoders : theirCoders
    // What is read from another file is not trusted to lie within its answer.
    let lengths =
      isOurs
      ? [:]
      : Dictionary(
        side.answers.map { ($0.id, $0.text.scalarCount) }, uniquingKeysWith: { first, _ in first })
    let replaced = isOurs ? replacedHere.codings : replacedThere.codings
    return side.codings.compactMap { coding in
      guard !replaced.contains(coding.id) else { return nil }
      guard isOurs || !coding.range.isEmpty && coding.range.end <= lengths[coding.answer] ?? 0 else {
        return nil
      }
      guard let answer = answers[coding.answer], let code = codes[coding.code],
        let coder = coders[coding.coder]
      else { return nil }
      let moved = (isOurs ? removedHere : removedThere)?.moved[coding.id]
      return PlacedCoding(
        coding: coding, answer: answer, code: moved?.code ?? code, coder: moved?.coder ?? coder,
        range: moved?.range ?? coding.range,
        source: CodingSource(
          origin: coding.origin, date: coding.date, rule: coding.ruleVersion.flatMap { rules[$0] }))
    }
  }

  mutating func mergeCodings() {
    var left = placed(ours, isOurs: true)
    var right = placed(theirs, isOurs: false)
    report.leftOut += theirs.codings.count - replacedThere.codings.count - right.count
    separate(&left, &right)
    let deciding = decidingCoders()
    var otherDates: [(place: CodingPlace, date: String)] = []
    var places: [CodingPlace: Int] = [:]
    places.reserveCapacity(left.count + right.count)
    for item in left {
      let place = CodingPlace(
        answer: item.answer, code: item.code, coder: item.coder, range: item.range)
      ourCodings[item.coding.id] = place
      if let known = places[place] {
        codings[known].twins.append(item.coding.id)
        codings[known].source = codings[known].source.joined(
          item.source, isDecision: deciding[place.coder] != nil)
        codings[known].changes = true
      } else {
        places[place] = codings.count
        let isMoved = ourCoders[item.coding.coder] != item.coder || removedHere?.moved[item.coding.id] != nil
        codings.append(
          MergedCoding(
            place: place, id: item.coding.id, source: item.source, changes: isMoved, isMoved: isMoved))
      }
    }
    for item in right {
      let place = CodingPlace(
        answer: item.answer, code: item.code, coder: item.coder, range: item.range)
      theirCodings[item.coding.id] = place
      let isMoved = theirCoders[item.coding.coder] != item.coder
      if let known = places[place] {
        let source =
          removedThere?.superseded.contains(item.coding.id) ?? false
          ? codings[known].source
          : codings[known].id.flatMap { removedHere?.superseded.contains($0) } ?? false
            ? item.source
            : codings[known].source.joined(item.source, isDecision: deciding[place.coder] != nil)
        if deciding[place.coder] == nil, source.date != item.source.date {
          otherDates.append((place, item.source.date))
        }
        if source != codings[known].source {
          codings[known].source = source
          codings[known].changes = true
        }
        if !isMoved { report.same(.coding) }
      } else {
        places[place] = codings.count
        codings.append(MergedCoding(place: place, id: nil, source: item.source, changes: true))
        if !isMoved { report.add(.coding) }
      }
    }
    learn(otherDates)
  }

  /// Notes the dates that the other project has of codings that are earlier here, where they are not known.
  private mutating func learn(_ dates: [(place: CodingPlace, date: String)]) {
    guard !dates.isEmpty else { return }
    var known: [CodingPlace: Set<String>] = [:]
    for coding in ours.past.codings {
      guard let answer = ourAnswers[coding.answer], let code = matching.ours[coding.code],
        let coder = ourCoders[coding.coder]
      else { continue }
      let place = CodingPlace(answer: answer, code: code, coder: coder, range: coding.range)
      known[place, default: []].insert(coding.date)
    }
    for (place, date) in dates where known[place, default: []].insert(date).inserted {
      learntCodings.append((place, date))
    }
  }

  /// Gives parts that contradict each other to different coders of a family.
  mutating func separate(_ left: inout [PlacedCoding], _ right: inout [PlacedCoding]) {
    struct Group: Hashable {
      let answer: Int
      let code: Int
      let base: String
    }
    let names = Set(coders.map(\.name))
    let families = coders.map { CodingConflicts.family($0.name, among: names) }
    func grouped(_ items: [PlacedCoding]) -> [Group: [Int]] {
      var groups: [Group: [Int]] = [:]
      for (index, item) in items.enumerated() {
        // What rules give is made anew by the rules: no two of their ranges contradict each other.
        guard families[item.coder].base != Study.ruleCoder else { continue }
        groups[Group(answer: item.answer, code: item.code, base: families[item.coder].base), default: []]
          .append(index)
      }
      return groups
    }
    let ours = grouped(left)
    for (group, others) in grouped(right) {
      guard let mine = ours[group] else { continue }
      func levels(_ items: [PlacedCoding], _ places: [Int]) -> [Int: Set<TextRange>] {
        var result: [Int: Set<TextRange>] = [:]
        for place in places {
          result[families[items[place].coder].level, default: []].insert(items[place].range)
        }
        return result
      }
      let (one, other) = (levels(left, mine), levels(right, others))
      guard one != other else { continue }
      let isDecision = group.base == CoderChoice.consensus
      let new = CodingConflicts.levels(one, other, isDecision: isDecision)
      func move(_ items: inout [PlacedCoding], _ places: [Int], _ levels: [Int: [TextRange: Int]]) -> [Int] {
        var moved: [Int] = []
        for place in places {
          let level = families[items[place].coder].level
          guard let to = levels[level]?[items[place].range], to != level else { continue }
          items[place].coder = coder(CodingConflicts.name(group.base, to))
          moved.append(place)
        }
        return moved
      }
      let (movedHere, movedThere) = (move(&left, mine, new.ours), move(&right, others, new.theirs))
      for item in movedHere.map({ left[$0] }) + movedThere.map({ right[$0] }) {
        conflict(item, with: mine.map { left[$0] } + others.map { right[$0] }, isDecision: isDecision)
      }
    }
    report.conflicts.sort {
      $0.kind == .coding && $1.kind == .coding
        ? [$0.subject, $0.field, $0.kept, $0.beside].lexicographicallyPrecedes(
          [$1.subject, $1.field, $1.kept, $1.beside], by: MergeRule.precedes)
        : false
    }
  }

  mutating func conflict(_ item: PlacedCoding, with others: [PlacedCoding], isDecision: Bool) {
    func written(_ item: PlacedCoding) -> String {
      "\(coders[item.coder].name) \(item.range.start)-\(item.range.end)"
    }
    let rivals = others.filter {
      $0.coder != item.coder && (isDecision || $0.range.overlaps(item.range))
        && $0.range != item.range
    }.map(written)
    report.conflict([
      .init(
        kind: .coding,
        subject: "\(answers[item.answer].name) · \(codebook.codes[item.code].content.name)", field: "range",
        kept: Set(rivals).sorted(by: MergeRule.precedes).joined(separator: ", "), beside: written(item))
    ])
  }
}
