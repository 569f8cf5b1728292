import CodingModel
import ProjectStore

/// Making the changes that a plan says, within one act.
struct MergeAct {
  let plan: MergePlan
  let act: ActWriter
  private var questions: [RowID<Question>]
  private var variables: [RowID<Variable>]
  private var respondents: [RowID<Respondent>] = []
  private(set) var answers: [RowID<Answer>] = []
  /// No row has the identity of a code that is let go, or comes only to be written into the history.
  private(set) var codes: [RowID<Code>] = []
  /// Codes that are there for this act alone, for the history to know them.
  private var ghosts: [Int: RowID<Code>] = [:]
  private(set) var coders: [RowID<Coder>] = []
  private(set) var codings: [MergePlan.CodingPlace: RowID<Coding>] = [:]
  private(set) var refusals: [MergePlan.RefusalPlace: RowID<Refusal>] = [:]

  /// Does so.
  @discardableResult
  init(_ plan: MergePlan, _ act: ActWriter) throws {
    self.plan = plan
    self.act = act
    questions = try plan.questions.map { question in
      let id = try question.id ?? act.question(SurveyQuestion(name: question.name, wording: question.wording))
      if question.id != nil, question.changes { try act.setWording(question.wording, of: id) }
      return id
    }
    variables = try plan.variables.map { variable in
      let id = try variable.id ?? act.variable(variable.name, variable.kind)
      if variable.id != nil, variable.changes { try act.setKind(variable.kind, of: id) }
      return id
    }
    try writeSurvey()
    coders = try plan.coders.map { try $0.id ?? act.coder($0.name) }
    try writeCodebook()
    let rules = try writeRules()
    try deleteReplaced()
    try writeCodings(rules)
    try writeTeams()
    try writeMemos()
    try writeLearnt()
    try writeLearntCodings()
    try deleteCodes()
  }

  private mutating func writeSurvey() throws {
    respondents = try plan.respondents.map { respondent in
      guard let id = respondent.id else {
        return try act.respondent(
          respondent.identifier, weight: respondent.weight,
          values: respondent.values.map { (variable: variables[$0.variable], text: $0.text) }
        ).id
      }
      if let weight = respondent.weight { try act.setWeight(weight, of: id) }
      for (variable, text, _) in respondent.values {
        try act.setValue(text, of: variables[variable], to: id)
      }
      return id
    }
    answers = try plan.answers.map { answer in
      if let id = answer.id { return id }
      guard let added = answer.added,
        let id = try act.addAnswer(
          added.text, of: respondents[answer.respondent], to: questions[answer.question], isNew: true)
      else {
        throw ActError.answerDiffers(respondent: answer.name.respondent, question: answer.name.question ?? "")
      }
      if let annotations = plan.theirs.annotations[added.id] { try act.addAnnotations(annotations, to: id) }
      return id
    }
  }

  private mutating func writeCodebook() throws {
    if let title = plan.title {
      try act.setCodebookHeading(title: title, description: plan.description ?? "")
    }
    let merged = plan.codebook.codes
    // A code is added under its parent: parents first, whatever project they come from.
    var made: [RowID<Code>?] = plan.matching.pairs.map { $0.ours?.id }
    func make(_ place: Int) throws -> RowID<Code> {
      if let known = made[place] { return known }
      let parent = try merged[place].parent.map(make)
      let id = try act.addCode(
        merged[place].content, key: merged[place].key, under: parent, position: merged[place].position)
      made[place] = id
      return id
    }
    let dropped = plan.codebook.dropped
    codes = try merged.indices.map { place in
      try dropped.contains(place) ? plan.matching.pairs[place].ours?.id ?? RowID(0) : make(place)
    }
    // What codes were elsewhere is written into the history before what they are in the end.
    try makeGhosts()
    for version in plan.learntCodes {
      try act.setCode(
        code(version.place), version.content, key: version.key, under: version.parent.map(code), isKept: true)
    }
    let learnt = Set(plan.learntCodes.map(\.place))
    for place in merged.indices
    where !dropped.contains(place)
      && (learnt.contains(place) || plan.matching.pairs[place].ours != nil && plan.changes(place))
    {
      try act.setCode(
        codes[place], merged[place].content, key: merged[place].key,
        under: merged[place].parent.map { codes[$0] })
    }
    for (place, position) in plan.reordered() where plan.matching.pairs[place].ours != nil {
      try act.setPosition(position, of: codes[place])
    }
  }

  /// A code's row, be it there for this act alone.
  func code(_ place: Int) -> RowID<Code> {
    place < codes.count && codes[place].value > 0 ? codes[place] : ghosts[place] ?? RowID(0)
  }

  private mutating func makeGhosts() throws {
    let named = Set(
      plan.learntCodes.flatMap { [$0.place] + ($0.parent.map { [$0] } ?? []) }
        + plan.learntCodings.map(\.place.code))
    var last: [Int: (content: CodeContent, parent: Int?)] = [:]
    var waiting = named.sorted()
    while let place = waiting.popLast() {
      guard code(place).value == 0, last[place] == nil else { continue }
      let known = plan.codebook.last(at: place) ?? (CodeContent(name: plan.keys[place]), nil)
      last[place] = known
      if let parent = known.parent { waiting.append(parent) }
    }
    let order = last.keys.sorted()
    for place in order {
      guard let known = last[place] else { continue }
      ghosts[place] = try act.addCode(known.content, key: plan.keys[place], under: nil, position: 0)
    }
    for place in order {
      guard let known = last[place], let parent = known.parent else { continue }
      try act.setCode(code(place), known.content, key: plan.keys[place], under: code(parent))
    }
  }

  private func writeRules() throws -> [MergePlan.RulePlace: RowID<RuleVersion>] {
    let dates = Dictionary(plan.ours.rules.map { ($0.id, $0.date) }, uniquingKeysWith: { first, _ in first })
    var versions: [MergePlan.RulePlace: RowID<RuleVersion>] = [:]
    for rule in plan.rules {
      if let id = rule.id {
        versions[rule.place] = id
        if dates[id] != rule.date { try act.setDate(rule.date, of: id) }
      } else {
        versions[rule.place] = try act.ruleVersion(
          rule.place.rule, of: codes[rule.place.code], date: rule.date)
      }
    }
    return versions
  }

  /// Takes away what was decided anew in the other project.
  private func deleteReplaced() throws {
    for memo in plan.ours.memos where plan.replacedHere.memos.contains(memo.id) {
      try act.deleteMemo(memo.id)
    }
    for coding in plan.ours.codings where plan.replacedHere.codings.contains(coding.id) {
      try act.deleteCoding(coding.id)
    }
    for refusal in plan.ours.refusals where plan.replacedHere.refusals.contains(refusal.id) {
      try act.deleteRefusal(of: refusal.code, on: refusal.answer, refusal.range, by: refusal.coder)
    }
    for place in plan.removedHere?.seen ?? [] {
      try act.unmarkSeen(answers[place.answer], by: coders[place.coder])
    }
    for place in plan.removedHere?.assignments ?? [] {
      try act.unassign(answers[place.answer], from: coders[place.coder])
    }
  }

  /// Lets codes go, those under others first.
  private func deleteCodes() throws {
    try act.deleteCodes(ghosts.values.sorted())
    let going = plan.codebook.dropped.compactMap { plan.matching.pairs[$0].ours }
    guard !going.isEmpty else { return }
    let order = Dictionary(uniqueKeysWithValues: zip(plan.ours.codes.map(\.id), 0...))
    for code in going.sorted(by: { order[$0.id] ?? 0 > order[$1.id] ?? 0 }) { try act.deleteCode(code) }
  }

  private mutating func writeCodings(_ rules: [MergePlan.RulePlace: RowID<RuleVersion>]) throws {
    func version(_ coding: MergePlan.MergedCoding) -> RowID<RuleVersion>? {
      coding.source.rule.flatMap { rules[MergePlan.RulePlace(code: coding.place.code, rule: $0)] }
    }
    // Twins go before what they are twins of takes their place.
    for coding in plan.codings where !coding.twins.isEmpty {
      guard let id = coding.id else { continue }
      for twin in coding.twins {
        for memo in try act.reader.memos(on: .coding(twin)) { try act.move(memo.id, to: .coding(id)) }
        try act.deleteCoding(twin)
      }
    }
    // Of those that move, the ones that go to the last coders of a family go first: their places are free.
    let names = Set(plan.coders.map(\.name))
    let levels = plan.coders.map { CodingConflicts.family($0.name, among: names).level }
    let moving = plan.codings.filter { $0.id != nil && $0.changes }
      .sorted { levels[$0.place.coder] > levels[$1.place.coder] }
    for coding in moving + plan.codings.filter({ $0.id == nil || !$0.changes }) {
      let place = coding.place
      if let id = coding.id, coding.isMoved {
        codings[place] = try moved(id, coding, version(coding))
      } else if let id = coding.id {
        codings[place] = id
        guard coding.changes else { continue }
        try act.setCoding(
          id, by: coders[place.coder], origin: coding.source.origin, date: coding.source.date,
          ruleVersion: version(coding))
      } else if let id = try act.addCoding(
        codes[place.code], on: answers[place.answer], place.range, by: coders[place.coder],
        origin: coding.source.origin, date: coding.source.date, length: .max, ruleVersion: version(coding))
      {
        codings[place] = id
      }
    }
  }

  /// Gives a coding to another coder: as a new one, which its memos go over to. Were its row changed, the act that made
  /// it would seem to speak of that coder, and who came with this act would stay when it is undone.
  private func moved(
    _ id: RowID<Coding>, _ coding: MergePlan.MergedCoding, _ version: RowID<RuleVersion>?
  ) throws -> RowID<Coding>? {
    let place = coding.place
    let added = try act.addCoding(
      codes[place.code], on: answers[place.answer], place.range, by: coders[place.coder],
      origin: coding.source.origin, date: coding.source.date, length: .max, ruleVersion: version)
    guard let added else { return nil }
    for memo in try act.reader.memos(on: .coding(id)) { try act.move(memo.id, to: .coding(added)) }
    try act.deleteCoding(id)
    return added
  }

  private func writeMemos() throws {
    for memo in plan.newMemos {
      let target: Memo.Target? =
        switch memo.place {
        case .project: .project
        case .respondent(let place): .respondent(respondents[place])
        case .question(let place): .question(questions[place])
        case .answer(let place): .answer(answers[place])
        case .code(let place): .code(codes[place])
        case .coder(let place): .coder(coders[place])
        case .coding(let place): codings[place].map { .coding($0) }
        case .refusal(let place): refusals[place].map { .refusal($0) }
        }
      guard let target else { continue }
      _ = try act.addMemo(memo.text, on: target, by: memo.coder.map { coders[$0] }, date: memo.date)
    }
  }

  private mutating func writeTeams() throws {
    for (place, date, isNew) in plan.seen {
      let (answer, coder) = (answers[place.answer], coders[place.coder])
      if isNew {
        try act.markSeen(answer, by: coder, date: date)
      } else {
        try act.setSeenDate(date, answer, by: coder)
      }
    }
    for (place, date, isNew) in plan.assignments {
      let (answer, coder) = (answers[place.answer], coders[place.coder])
      if isNew {
        try act.assign(answer, to: coder, date: date)
      } else {
        try act.setAssignmentDate(date, answer, to: coder)
      }
    }
    for (id, place) in plan.ourRefusals { refusals[place] = id }
    for (place, date, isNew) in plan.refusals {
      if isNew {
        refusals[place] = try act.addRefusal(
          of: codes[place.code], on: answers[place.answer], place.range, by: coders[place.coder], date: date)
      } else if let id = refusals[place] {
        try act.setDate(date, of: id)
      }
    }
  }
}
