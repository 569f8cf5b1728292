import CodingModel
import FrenchText
import ProjectStore

/// Two projects put together: what the one that is changed lacks, and what of it changes.
///
/// Everything is told by names: respondents by their identifiers, questions, variables and coders by their names, codes
/// by their keys, or their paths. What results follows from the two contents alone, not from which of them is changed.
struct MergePlan {
  let ours: MergeSide
  let theirs: MergeSide
  private(set) var report = MergeReport()

  /// A question of either project.
  struct MergedQuestion {
    let name: String
    var id: RowID<Question>?
    let wording: String
    let changes: Bool
  }

  /// A variable of either project.
  struct MergedVariable {
    let name: String
    var id: RowID<Variable>?
    let kind: Variable.Kind
    let changes: Bool
  }

  /// A respondent of either project; with what changes of one that this project has.
  struct MergedRespondent {
    let identifier: String
    var id: RowID<Respondent>?
    var weight: Double?
    /// Values that are new here, or take another's place, by variable.
    var values: [(variable: Int, text: String, replaces: Bool)] = []
  }

  /// An answer of either project.
  struct MergedAnswer {
    let respondent: Int
    let question: Int
    var id: RowID<Answer>?
    /// The other project's answer, where it is to be added.
    let added: Answer?
    let name: AnswerName
  }

  /// A coding of either project.
  struct MergedCoding {
    let place: CodingPlace
    var id: RowID<Coding>?
    /// Others of this project's that have become the same.
    var twins: [RowID<Coding>] = []
    /// Its origin, date and the rule that made it; which of them to take where they differ is the order's.
    var source: CodingSource
    var changes = false
    /// Whether it is another coder's now.
    var isMoved = false
  }

  /// What a coding is, whoever's project it is in.
  struct CodingPlace: Hashable {
    let answer: Int
    let code: Int
    let coder: Int
    let range: TextRange
  }

  /// Where a coding comes from; the least of two is kept.
  struct CodingSource: Comparable {
    let origin: Coding.Origin
    let date: String
    let rule: String?

    private var rank: Int {
      Coding.Origin.allCases.firstIndex(of: origin) == 0 ? 0 : origin == .imported ? 1 : 2
    }

    static func < (left: Self, right: Self) -> Bool {
      if left.rank != right.rank { return left.rank < right.rank }
      if left.date != right.date {
        return right.date.isEmpty || !left.date.isEmpty && MergeRule.precedes(left.date, right.date)
      }
      guard let one = left.rule else { return false }
      return right.rule.map { MergeRule.precedes(one, $0) } ?? true
    }
  }

  /// What a memo is on.
  enum MemoPlace: Hashable {
    case project
    case respondent(Int), question(Int), answer(Int), code(Int), coder(Int)
    case coding(CodingPlace)
  }

  /// A memo, whoever's project it is in.
  struct MergedMemo: Hashable {
    let place: MemoPlace
    let text: String
    let coder: Int?
    let date: String
  }

  /// That a coder went through an answer or is to, or refused a code there.
  struct DutyPlace: Hashable {
    let answer: Int
    let coder: Int
  }

  struct RefusalPlace: Hashable {
    let answer: Int
    let code: Int
    let coder: Int
    let range: TextRange
  }

  /// A wording of a code's rule.
  struct RulePlace: Hashable {
    let code: Int
    let rule: String
  }

  private(set) var questions: [MergedQuestion] = []
  private(set) var variables: [MergedVariable] = []
  private(set) var respondents: [MergedRespondent] = []
  private(set) var answers: [MergedAnswer] = []
  private(set) var title: String?
  private(set) var description: String?
  let codebook: CodebookMerge
  private(set) var coders: [(name: String, id: RowID<Coder>?)] = []
  private(set) var codings: [MergedCoding] = []
  /// Memos to be added.
  private(set) var newMemos: [MergedMemo] = []
  /// What is to be added (`isNew`) or has an earlier date than here.
  private(set) var seen: [(place: DutyPlace, date: String, isNew: Bool)] = []
  private(set) var assignments: [(place: DutyPlace, date: String, isNew: Bool)] = []
  private(set) var refusals: [(place: RefusalPlace, date: String, isNew: Bool)] = []
  private(set) var rules: [(place: RulePlace, date: String, id: RowID<RuleVersion>?)] = []

  // The places of each project's things.
  private var ourAnswers: [RowID<Answer>: Int] = [:]
  private var theirAnswers: [RowID<Answer>: Int] = [:]
  private var ourRespondents: [RowID<Respondent>: Int] = [:]
  private var theirRespondents: [RowID<Respondent>: Int] = [:]
  private var ourQuestions: [RowID<Question>: Int] = [:]
  private var theirQuestions: [RowID<Question>: Int] = [:]
  private var ourCoders: [RowID<Coder>: Int] = [:]
  private var theirCoders: [RowID<Coder>: Int] = [:]
  private var coderPlaces: [String: Int] = [:]
  private var ourCodings: [RowID<Coding>: CodingPlace] = [:]
  private var theirCodings: [RowID<Coding>: CodingPlace] = [:]
  private var notes: [MergedMemo] = []

  /// Puts the two together. Cost: linear in what both hold, in memory.
  init(_ ours: MergeSide, _ theirs: MergeSide) {
    self.ours = ours
    self.theirs = theirs
    codebook = CodebookMerge(ours.codes, theirs.codes)
    mergeQuestions()
    let variables = mergeVariables()
    mergeRespondents(variables)
    mergeAnswers()
    mergeHeading()
    reportCodes()
    mergeCoders()
    mergeRules()
    mergeCodings()
    mergeTeams()
    mergeMemos()
    report.hasChanges = hasChanges
  }

  // MARK: The survey

  private mutating func mergeQuestions() {
    let others = Dictionary(theirs.questions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for question in ours.questions {
      ourQuestions[question.id] = questions.count
      var wording = question.wording
      if let other = others[question.name] {
        theirQuestions[other.id] = questions.count
        if MergeRule.same(other.wording, wording) || Self.saysNothing(other) {
          report.same(.question)
        } else if Self.saysNothing(question) {
          wording = other.wording
          report.same(.question)
        } else {
          let kept = MergeRule.winner(wording, other.wording)
          let beside = MergeRule.same(kept, wording) ? other.wording : wording
          report.conflict([
            .init(kind: .question, subject: question.name, field: "wording", kept: kept, beside: beside)
          ])
          note(.question(questions.count), "wording", beside)
          wording = kept
        }
      }
      questions.append(
        MergedQuestion(
          name: question.name, id: question.id, wording: wording,
          changes: !MergeRule.same(wording, question.wording)))
    }
    for question in theirs.questions where theirQuestions[question.id] == nil {
      theirQuestions[question.id] = questions.count
      questions.append(MergedQuestion(name: question.name, id: nil, wording: question.wording, changes: true))
      report.add(.question)
    }
  }

  /// Whether a question's wording is but its name.
  private static func saysNothing(_ question: Question) -> Bool {
    question.wording.isEmpty || question.wording == question.name
  }

  /// The places of either project's variables.
  private mutating func mergeVariables() -> (ours: [Int], theirs: [Int]) {
    let others = Dictionary(theirs.variables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var places: [String: Int] = [:]
    for variable in ours.variables {
      var kind = variable.kind
      if let other = others[variable.name] {
        if other.kind == kind {
          report.same(.variable)
        } else {
          kind = .categorical
          report.conflict([
            .init(
              kind: .variable, subject: variable.name, field: "kind", kept: kind.rawValue,
              beside: Variable.Kind.numeric.rawValue)
          ])
        }
      }
      places[variable.name] = variables.count
      variables.append(
        MergedVariable(name: variable.name, id: variable.id, kind: kind, changes: kind != variable.kind))
    }
    for variable in theirs.variables where places[variable.name] == nil {
      places[variable.name] = variables.count
      variables.append(MergedVariable(name: variable.name, id: nil, kind: variable.kind, changes: true))
      report.add(.variable)
    }
    return (
      ours.variables.compactMap { places[$0.name] }, theirs.variables.compactMap { places[$0.name] }
    )
  }

  private mutating func mergeRespondents(_ places: (ours: [Int], theirs: [Int])) {
    var byIdentifier: [String: Int] = [:]
    for respondent in ours.respondents {
      ourRespondents[respondent.id] = respondents.count
      byIdentifier[respondent.identifier] = respondents.count
      respondents.append(MergedRespondent(identifier: respondent.identifier, id: respondent.id, weight: nil))
    }
    let ourPlaces = Dictionary(zip(places.ours, 0...), uniquingKeysWith: { first, _ in first })
    let weights = ours.respondents.map(\.weight)
    let ids = ours.respondents.map(\.id)
    for other in theirs.respondents {
      guard let place = byIdentifier[other.identifier] else {
        theirRespondents[other.id] = respondents.count
        var added = MergedRespondent(identifier: other.identifier, id: nil, weight: other.weight)
        for (variable, values) in zip(places.theirs, theirs.values) {
          if let text = values[other.id] { added.values.append((variable, text, false)) }
        }
        respondents.append(added)
        report.add(.respondent)
        continue
      }
      theirRespondents[other.id] = place
      var conflicts: [MergeReport.Conflict] = []
      func differ(_ field: String, _ kept: String, _ beside: String) {
        conflicts.append(
          .init(kind: .respondent, subject: other.identifier, field: field, kept: kept, beside: beside))
      }
      if let weight = other.weight, weight != weights[place] {
        if let mine = weights[place] {
          differ("weight", Self.written(max(mine, weight)), Self.written(min(mine, weight)))
          if weight > mine { respondents[place].weight = weight }
        } else {
          respondents[place].weight = weight
        }
      }
      for (variable, values) in zip(places.theirs, theirs.values) {
        guard let text = values[other.id] else { continue }
        guard let mine = ourPlaces[variable].flatMap({ ours.values[$0][ids[place]] }) else {
          respondents[place].values.append((variable, text, false))
          continue
        }
        guard !MergeRule.same(mine, text) else { continue }
        let kept = MergeRule.winner(mine, text)
        let isOurs = MergeRule.same(kept, mine)
        differ(variables[variable].name, kept, isOurs ? text : mine)
        if !isOurs { respondents[place].values.append((variable, text, true)) }
      }
      for conflict in conflicts { note(.respondent(place), conflict.field, conflict.beside) }
      if conflicts.isEmpty { report.same(.respondent) } else { report.conflict(conflicts) }
    }
  }

  private static func written(_ number: Double) -> String { number.description }

  private mutating func mergeAnswers() {
    var places: [Int: Int] = [:]
    let width = questions.count
    for answer in ours.answers {
      guard let respondent = ourRespondents[answer.respondent], let question = ourQuestions[answer.question]
      else { continue }
      ourAnswers[answer.id] = answers.count
      places[respondent * width + question] = answers.count
      answers.append(
        MergedAnswer(
          respondent: respondent, question: question, id: answer.id, added: nil,
          name: AnswerName(
            respondent: respondents[respondent].identifier, question: questions[question].name)))
    }
    let texts = ours.answers
    for other in theirs.answers {
      guard let respondent = theirRespondents[other.respondent], let question = theirQuestions[other.question]
      else { continue }
      if let place = places[respondent * width + question] {
        if MergeRule.same(texts[place].text, other.text) {
          theirAnswers[other.id] = place
          report.same(.answer)
        } else {
          report.conflict([
            .init(
              kind: .answer, subject: answers[place].name.description, field: "text", kept: "", beside: "")
          ])
        }
        continue
      }
      theirAnswers[other.id] = answers.count
      answers.append(
        MergedAnswer(
          respondent: respondent, question: question, id: nil, added: other,
          name: AnswerName(
            respondent: respondents[respondent].identifier, question: questions[question].name)))
      report.add(.answer)
    }
  }

  // MARK: The codebook

  private mutating func mergeHeading() {
    var conflicts: [MergeReport.Conflict] = []
    func heading(_ field: String, _ one: String, _ other: String) -> String {
      if MergeRule.same(one, other) || other.isEmpty { return one }
      if one.isEmpty { return other }
      let kept = MergeRule.winner(one, other)
      conflicts.append(
        .init(
          kind: .codebook, subject: "", field: field, kept: kept,
          beside: MergeRule.same(kept, one) ? other : one))
      return kept
    }
    let title = heading("title", ours.heading.title, theirs.heading.title)
    let description = heading("description", ours.heading.description, theirs.heading.description)
    if !MergeRule.same(title, ours.heading.title) || !MergeRule.same(description, ours.heading.description) {
      (self.title, self.description) = (title, description)
    }
    for conflict in conflicts { note(.project, conflict.field, conflict.beside) }
    report.conflict(conflicts)
  }

  private mutating func reportCodes() {
    let names = codebook.codes.map(\.content.name)
    for (pair, merged) in zip(codebook.matching.pairs, codebook.codes) {
      let conflicts = merged.differences.map {
        MergeReport.Conflict(
          kind: .code, subject: merged.content.name, field: $0.field, kept: $0.kept, beside: $0.other)
      }
      if !conflicts.isEmpty {
        report.conflict(conflicts)
      } else if pair.ours == nil {
        report.add(.code)
      } else if pair.theirs != nil {
        report.same(.code)
      }
    }
    for parent in codebook.disordered {
      report.conflict([
        .init(
          kind: .codebook, subject: parent.map { names[$0] } ?? "", field: "order", kept: "key", beside: "")
      ])
    }
  }

  /// Whether a code of this project is to be changed in anything but its place among its siblings.
  func changes(_ place: Int) -> Bool {
    guard let code = codebook.matching.pairs[place].ours else { return true }
    let merged = codebook.codes[place]
    return code.key != merged.key || code.content != merged.content
      || code.parent.flatMap { codebook.matching.ours[$0] } != merged.parent
  }

  /// The codes under a parent of which some must be given another place, each with its place.
  func reordered() -> [(place: Int, position: Int)] {
    var result: [(place: Int, position: Int)] = []
    var members: [Int?: [Int]] = [:]
    for place in codebook.codes.indices { members[codebook.codes[place].parent, default: []].append(place) }
    var before: [Int?: [Int]] = [:]
    for code in ours.codes {
      guard let place = codebook.matching.ours[code.id] else { continue }
      before[code.parent.flatMap { codebook.matching.ours[$0] }, default: []].append(place)
    }
    for (parent, places) in members {
      let order = places.sorted { codebook.codes[$0].position < codebook.codes[$1].position }
      guard order != before[parent] ?? [] else { continue }
      result += order.map { ($0, codebook.codes[$0].position) }
    }
    return result.sorted { $0.place < $1.place }
  }

  // MARK: Coders and codings

  private mutating func coder(_ name: String, id: RowID<Coder>? = nil) -> Int {
    if let place = coderPlaces[name] { return place }
    coderPlaces[name] = coders.count
    coders.append((name, id))
    return coders.count - 1
  }

  private mutating func mergeCoders() {
    for known in ours.coders { ourCoders[known.id] = coder(known.name, id: known.id) }
    let before = coders.count
    for other in theirs.coders {
      let place = coder(other.name)
      theirCoders[other.id] = place
      if place < before { report.same(.coder) } else { report.add(.coder) }
    }
  }

  private mutating func mergeRules() {
    var places: [RulePlace: Int] = [:]
    for rule in ours.rules {
      guard let code = codebook.matching.ours[rule.code] else { continue }
      let place = RulePlace(code: code, rule: rule.rule)
      places[place] = rules.count
      rules.append((place, rule.date, rule.id))
    }
    for rule in theirs.rules {
      guard let code = codebook.matching.theirs[rule.code] else { continue }
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
  private struct PlacedCoding {
    let coding: Coding
    let answer: Int
    let code: Int
    var coder: Int
    let source: CodingSource
  }

  private func placed(_ side: MergeSide, isOurs: Bool) -> [PlacedCoding] {
    let rules = Dictionary(side.rules.map { ($0.id, $0.rule) }, uniquingKeysWith: { first, _ in first })
    let answers = isOurs ? ourAnswers : theirAnswers
    let codes = isOurs ? codebook.matching.ours : codebook.matching.theirs
    let coders = isOurs ? ourCoders : theirCoders
    // What is read from another file is not trusted to lie within its answer.
    let lengths =
      isOurs
      ? [:]
      : Dictionary(
        side.answers.map { ($0.id, $0.text.scalarCount) }, uniquingKeysWith: { first, _ in first })
    return side.codings.compactMap { coding in
      guard isOurs || !coding.range.isEmpty && coding.range.end <= lengths[coding.answer] ?? 0 else {
        return nil
      }
      guard let answer = answers[coding.answer], let code = codes[coding.code],
        let coder = coders[coding.coder]
      else { return nil }
      return PlacedCoding(
        coding: coding, answer: answer, code: code, coder: coder,
        source: CodingSource(
          origin: coding.origin, date: coding.date, rule: coding.ruleVersion.flatMap { rules[$0] }))
    }
  }

  private mutating func mergeCodings() {
    var left = placed(ours, isOurs: true)
    var right = placed(theirs, isOurs: false)
    report.leftOut += theirs.codings.count - right.count
    separate(&left, &right)
    var places: [CodingPlace: Int] = [:]
    places.reserveCapacity(left.count + right.count)
    for item in left {
      let place = CodingPlace(
        answer: item.answer, code: item.code, coder: item.coder, range: item.coding.range)
      ourCodings[item.coding.id] = place
      if let known = places[place] {
        codings[known].twins.append(item.coding.id)
        codings[known].source = min(codings[known].source, item.source)
        codings[known].changes = true
      } else {
        places[place] = codings.count
        codings.append(
          MergedCoding(
            place: place, id: item.coding.id, source: item.source,
            changes: ourCoders[item.coding.coder] != item.coder,
            isMoved: ourCoders[item.coding.coder] != item.coder))
      }
    }
    for item in right {
      let place = CodingPlace(
        answer: item.answer, code: item.code, coder: item.coder, range: item.coding.range)
      theirCodings[item.coding.id] = place
      let isMoved = theirCoders[item.coding.coder] != item.coder
      if let known = places[place] {
        if item.source < codings[known].source {
          codings[known].source = item.source
          codings[known].changes = true
        }
        if !isMoved { report.same(.coding) }
      } else {
        places[place] = codings.count
        codings.append(MergedCoding(place: place, id: nil, source: item.source, changes: true))
        if !isMoved { report.add(.coding) }
      }
    }
  }

  /// Gives parts that contradict each other to different coders of a family.
  private mutating func separate(_ left: inout [PlacedCoding], _ right: inout [PlacedCoding]) {
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
          result[families[items[place].coder].level, default: []].insert(items[place].coding.range)
        }
        return result
      }
      let (one, other) = (levels(left, mine), levels(right, others))
      guard one != other else { continue }
      let new = CodingConflicts.levels(one, other)
      func move(_ items: inout [PlacedCoding], _ places: [Int], _ levels: [Int: [TextRange: Int]]) -> [Int] {
        var moved: [Int] = []
        for place in places {
          let level = families[items[place].coder].level
          guard let to = levels[level]?[items[place].coding.range], to != level else { continue }
          items[place].coder = coder(CodingConflicts.name(group.base, to))
          moved.append(place)
        }
        return moved
      }
      let (movedHere, movedThere) = (move(&left, mine, new.ours), move(&right, others, new.theirs))
      for item in movedHere.map({ left[$0] }) + movedThere.map({ right[$0] }) {
        conflict(item, with: mine.map { left[$0] } + others.map { right[$0] })
      }
    }
    report.conflicts.sort {
      $0.kind == .coding && $1.kind == .coding
        ? [$0.subject, $0.field, $0.kept, $0.beside].lexicographicallyPrecedes(
          [$1.subject, $1.field, $1.kept, $1.beside], by: MergeRule.precedes)
        : false
    }
  }

  private mutating func conflict(_ item: PlacedCoding, with others: [PlacedCoding]) {
    func written(_ item: PlacedCoding) -> String {
      "\(coders[item.coder].name) \(item.coding.range.start)-\(item.coding.range.end)"
    }
    let rivals = others.filter {
      $0.coder != item.coder && $0.coding.range.overlaps(item.coding.range)
        && $0.coding.range != item.coding.range
    }.map(written)
    report.conflict([
      .init(
        kind: .coding,
        subject: "\(answers[item.answer].name) · \(codebook.codes[item.code].content.name)", field: "range",
        kept: Set(rivals).sorted(by: MergeRule.precedes).joined(separator: ", "), beside: written(item))
    ])
  }

  // MARK: Teams and memos

  private mutating func mergeTeams() {
    func duties(_ ours: [MergeSide.Duty], _ theirs: [MergeSide.Duty], _ kind: MergeReport.Kind) -> [(
      place: DutyPlace, date: String, isNew: Bool
    )] {
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
    seen = duties(ours.seen, theirs.seen, .seen)
    assignments = duties(ours.assignments, theirs.assignments, .assignment)

    func place(_ refusal: Refusal, isOurs: Bool) -> RefusalPlace? {
      guard !refusal.range.isEmpty, let answer = (isOurs ? ourAnswers : theirAnswers)[refusal.answer],
        let code = (isOurs ? codebook.matching.ours : codebook.matching.theirs)[refusal.code],
        let coder = (isOurs ? ourCoders : theirCoders)[refusal.coder]
      else { return nil }
      return RefusalPlace(answer: answer, code: code, coder: coder, range: refusal.range)
    }
    var known: [RefusalPlace: String] = [:]
    for refusal in ours.refusals { place(refusal, isOurs: true).map { known[$0] = refusal.date } }
    for refusal in theirs.refusals {
      guard let place = place(refusal, isOurs: false) else {
        report.leftOut += 1
        continue
      }
      guard let date = known[place] else {
        report.add(.refusal)
        refusals.append((place, refusal.date, true))
        continue
      }
      report.same(.refusal)
      let earlier = MergeRule.earlier(date, refusal.date)
      if earlier != date { refusals.append((place, earlier, false)) }
    }
  }

  private mutating func mergeMemos() {
    func place(_ target: Memo.Target, isOurs: Bool) -> MemoPlace? {
      switch target {
      case .project: .project
      case .respondent(let id): (isOurs ? ourRespondents : theirRespondents)[id].map { .respondent($0) }
      case .question(let id): (isOurs ? ourQuestions : theirQuestions)[id].map { .question($0) }
      case .answer(let id): (isOurs ? ourAnswers : theirAnswers)[id].map { .answer($0) }
      case .code(let id):
        (isOurs ? codebook.matching.ours : codebook.matching.theirs)[id].map { .code($0) }
      case .coder(let id): (isOurs ? ourCoders : theirCoders)[id].map { .coder($0) }
      case .coding(let id): (isOurs ? ourCodings : theirCodings)[id].map { .coding($0) }
      }
    }
    // A memo that one project has twice the other has twice in the end.
    var known: [MergedMemo: Int] = [:]
    for memo in ours.memos {
      guard let place = place(memo.target, isOurs: true) else { continue }
      known[
        MergedMemo(
          place: place, text: memo.text, coder: memo.coder.flatMap { ourCoders[$0] }, date: memo.date),
        default: 0] += 1
    }
    for memo in theirs.memos {
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

  /// Keeps a content that was not chosen as a memo, in nobody's name and without a date.
  private mutating func note(_ place: MemoPlace, _ field: String, _ other: String) {
    notes.append(MergedMemo(place: place, text: MergeRule.note(field, other), coder: nil, date: ""))
  }

  private var hasChanges: Bool {
    let survey =
      questions.contains(where: \.changes) || variables.contains(where: \.changes)
      || respondents.contains { $0.id == nil || $0.weight != nil || !$0.values.isEmpty }
      || answers.contains { $0.id == nil }
    let codes = title != nil || codebook.codes.indices.contains(where: changes) || !reordered().isEmpty
    let dates = Dictionary(ours.rules.map { ($0.id, $0.date) }, uniquingKeysWith: { first, _ in first })
    let rules = self.rules.contains { rule in rule.id.map { dates[$0] != rule.date } ?? true }
    return survey || codes || rules || coders.contains { $0.id == nil } || codings.contains(where: \.changes)
      || !newMemos.isEmpty || !seen.isEmpty || !assignments.isEmpty || !refusals.isEmpty
  }
}
