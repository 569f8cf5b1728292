import CodingModel
import FrenchText
import Interchange
import ProjectStore

/// The lines of an export, written part by part.
struct ProjectLines {
  private let reader: ProjectReader
  private let write: (String) throws -> Void
  private let collator = FrenchCollator()
  private let respondents: Named<Respondent>
  private let questions: Named<Question>
  private let coders: Named<Coder>
  private let codes: [RowID<Code>: Code]
  private let places: [RowID<Answer>: AnswerPlace]

  /// Things with their names and their places in the order of names.
  private struct Named<Thing> {
    let inOrder: [(id: RowID<Thing>, name: String)]
    let rank: [RowID<Thing>: Int]

    init(_ things: [(id: RowID<Thing>, name: String)], _ collator: FrenchCollator) {
      let keyed = things.map { (thing: $0, key: collator.sortKey($0.name)) }
      inOrder = keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.thing)
      rank = Dictionary(uniqueKeysWithValues: inOrder.enumerated().map { ($1.id, $0) })
    }

    func name(_ id: RowID<Thing>) -> String? { rank[id].map { inOrder[$0].name } }
    func rank(_ id: RowID<Thing>) -> Int { rank[id] ?? -1 }
  }

  /// Where an answer stands among all: by respondent, then by question.
  private struct AnswerPlace: Comparable {
    let respondent: RowID<Respondent>, question: RowID<Question>
    let ranks: (Int, Int)

    static func < (left: Self, right: Self) -> Bool { left.ranks < right.ranks }
    static func == (left: Self, right: Self) -> Bool { left.ranks == right.ranks }
  }

  init(_ reader: ProjectReader, _ write: @escaping (String) throws -> Void) throws {
    self.reader = reader
    self.write = write
    respondents = Named(try reader.respondents().map { ($0.id, $0.identifier) }, collator)
    questions = Named(try reader.questions().map { ($0.id, $0.name) }, collator)
    coders = Named(try reader.coders().map { ($0.id, $0.name) }, collator)
    codes = Dictionary(uniqueKeysWithValues: try reader.codes().map { ($0.id, $0) })
    var places: [RowID<Answer>: AnswerPlace] = [:]
    try reader.forEachAnswerKey { [respondents, questions] answer, respondent, question in
      places[answer] = AnswerPlace(
        respondent: respondent, question: question,
        ranks: (respondents.rank(respondent), questions.rank(question)))
    }
    self.places = places
    try line("project") { $0.add("format", .integer(ProjectExport.format)) }
  }

  private func line(_ kind: String, _ fill: (inout JSONObject) throws -> Void) throws {
    var object = JSONObject()
    object.add("is", .text(kind))
    try fill(&object)
    try write(object.text + "\n")
  }

  private func add(_ answer: RowID<Answer>, to line: inout JSONObject) {
    line.add("respondent", TableValue(places[answer].flatMap { respondents.name($0.respondent) }))
    line.add("question", TableValue(places[answer].flatMap { questions.name($0.question) }))
  }

  /// By answer; then by what `key` gives.
  private func sorted<Thing>(
    _ things: [Thing], by answer: (Thing) -> RowID<Answer>, then key: (Thing) -> [String]
  ) -> [Thing] {
    let keyed = things.map { thing in
      (
        thing: thing, ranks: places[answer(thing)]?.ranks ?? (-1, -1),
        key: key(thing).map { collator.sortKey($0) }
      )
    }
    return keyed.sorted { left, right in
      left.ranks == right.ranks
        ? left.key.lexicographicallyPrecedes(right.key) { $0.lexicographicallyPrecedes($1) }
        : left.ranks < right.ranks
    }.map(\.thing)
  }
}

extension ProjectLines {
  func writeSurvey() throws {
    let wordings = Dictionary(uniqueKeysWithValues: try reader.questions().map { ($0.id, $0.wording) })
    for question in questions.inOrder {
      try line("question") {
        $0.add("name", .text(question.name))
        $0.add("wording", TableValue(wordings[question.id]))
      }
    }
    let kinds = Dictionary(uniqueKeysWithValues: try reader.variables().map { ($0.id, $0.kind) })
    let variables = Named(try reader.variables().map { ($0.id, $0.name) }, collator).inOrder
    for variable in variables {
      try line("variable") {
        $0.add("name", .text(variable.name))
        $0.add("kind", TableValue(kinds[variable.id]?.rawValue))
      }
    }
    let values = try variables.map { ($0.name, try reader.values(of: $0.id)) }
    let weights = Dictionary(uniqueKeysWithValues: try reader.respondents().map { ($0.id, $0.weight) })
    for respondent in respondents.inOrder {
      try line("respondent") { line in
        line.add("identifier", .text(respondent.name))
        line.add("weight", TableValue(weights[respondent.id] ?? nil))
        var object = JSONObject()
        for (name, values) in values {
          if let value = values[respondent.id] { object.add(name, .text(value)) }
        }
        line.add("values", object)
      }
    }
    let lookUp = try reader.answerLookUp()
    let hasAnnotations = try reader.hasAnnotations()
    for (id, _) in places.sorted(by: { $0.value < $1.value }) {
      try line("answer") { line in
        add(id, to: &line)
        line.add("text", TableValue(try lookUp.answer(id)?.answer.text))
        guard hasAnnotations, let annotations = try reader.annotations(of: id) else { return }
        line.add("tokens", annotations.map(Self.object))
      }
    }
  }

  private static func object(_ token: TokenAnnotation) -> JSONObject {
    var object = JSONObject()
    object.add("start", .integer(token.range.start))
    object.add("end", .integer(token.range.end))
    object.add("lemma", .text(token.lemma))
    object.add("pos", .text(token.tag))
    object.add("sentence", .integer(token.startsSentence ? 1 : 0))
    return object
  }

  func writeCodebook() throws {
    let (title, description) = try reader.codebookHeading()
    if !title.isEmpty || !description.isEmpty {
      try line("codebook") {
        $0.add("title", .text(title))
        $0.add("description", .text(description))
      }
    }
    var positions: [RowID<Code>?: Int] = [:]
    for code in try reader.codes() {
      let content = code.content
      positions[code.parent, default: 0] += 1
      try line("code") {
        $0.add("key", .text(code.key))
        $0.add("parent", TableValue(code.parent.flatMap { codes[$0]?.key }))
        $0.add("position", .integer(positions[code.parent] ?? 0))
        $0.add("name", .text(content.name))
        $0.add("colour", TableValue(content.colour?.description))
        $0.add("definition", .text(content.definition))
        $0.add("inclusion", .text(content.inclusion))
        $0.add("exclusion", .text(content.exclusion))
        $0.add("examples", content.examples)
        $0.add("rule", TableValue(content.rule))
        $0.add("memo", .text(content.memo))
      }
    }
    let versions = try reader.ruleVersions().map { ($0, [key(of: $0.code), $0.date, $0.rule]) }
    for (version, _) in versions.sorted(by: { precedes($0.1, $1.1) }) {
      try line("rule") {
        $0.add("code", .text(key(of: version.code)))
        $0.add("rule", .text(version.rule))
        $0.add("date", .text(version.date))
      }
    }
  }

  func writeCodings() throws {
    let rules = Dictionary(uniqueKeysWithValues: try reader.ruleVersions().map { ($0.id, $0.rule) })
    for coder in coders.inOrder { try line("coder") { $0.add("name", .text(coder.name)) } }
    for coding in try sorted(reader.codings(), by: \.answer, then: key(of:)) {
      try line("coding") {
        add(coding, to: &$0)
        $0.add("origin", .text(coding.origin.rawValue))
        $0.add("rule", TableValue(coding.ruleVersion.flatMap { rules[$0] }))
        $0.add("date", .text(coding.date))
      }
    }
  }

  private func key(of code: RowID<Code>) -> String { codes[code]?.key ?? "" }

  /// What a code's part of an answer is sorted by within the answer: a coding's, or a refusal's.
  private func key(_ range: TextRange, _ code: RowID<Code>, _ coder: RowID<Coder>) -> [String] {
    [padded(range.start), padded(range.end), key(of: code), coders.name(coder) ?? ""]
  }

  private func add(
    _ answer: RowID<Answer>, _ range: TextRange, _ code: RowID<Code>, _ coder: RowID<Coder>,
    to line: inout JSONObject
  ) {
    add(answer, to: &line)
    line.add("start", .integer(range.start))
    line.add("end", .integer(range.end))
    line.add("code", .text(key(of: code)))
    line.add("coder", TableValue(coders.name(coder)))
  }

  private func key(of coding: Coding) -> [String] { key(coding.range, coding.code, coding.coder) }

  private func add(_ coding: Coding, to line: inout JSONObject) {
    add(coding.answer, coding.range, coding.code, coding.coder, to: &line)
  }

  /// A number whose order as text is its own.
  private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 20 - digits.count)) + digits
  }

  private func precedes(_ left: [String], _ right: [String]) -> Bool {
    left.lexicographicallyPrecedes(right) { collator.precedes($0, $1) }
  }
}

extension ProjectLines {
  func writeTeams() throws {
    typealias Line = (answer: RowID<Answer>, coder: RowID<Coder>, date: String)
    var (seen, assigned): ([Line], [Line]) = ([], [])
    try reader.forEachSeen { seen.append(($0, $1, $2)) }
    try reader.forEachAssignment { assigned.append(($0, $1, $2)) }
    for (kind, lines) in [("seen", seen), ("assignment", assigned)] {
      for entry in sorted(lines, by: \.answer, then: { [coders.name($0.coder) ?? ""] }) {
        try line(kind) {
          add(entry.answer, to: &$0)
          $0.add("coder", TableValue(coders.name(entry.coder)))
          $0.add("date", .text(entry.date))
        }
      }
    }
    for refusal in try sorted(reader.refusals(), by: \.answer, then: key(of:)) {
      try line("refusal") {
        add(refusal, to: &$0)
        $0.add("date", .text(refusal.date))
      }
    }
  }

  private func key(of refusal: Refusal) -> [String] { key(refusal.range, refusal.code, refusal.coder) }

  private func add(_ refusal: Refusal, to line: inout JSONObject) {
    add(refusal.answer, refusal.range, refusal.code, refusal.coder, to: &line)
  }

  func writeMemos() throws {
    let memos = try reader.memos().map { memo in
      let (kind, target, key) = try subject(of: memo.target)
      return (memo: memo, kind: kind, target: target, key: key + [memo.date, memo.text])
    }
    let sorted = memos.sorted {
      $0.key == $1.key
        ? (rank(of: $0.memo.coder), $0.target.text) < (rank(of: $1.memo.coder), $1.target.text)
        : precedes($0.key, $1.key)
    }
    for (memo, kind, target, _) in sorted {
      try line("memo") {
        $0.add("on", .text(kind))
        if kind != "project" { $0.add("subject", target) }
        $0.add("coder", TableValue(memo.coder.flatMap { coders.name($0) }))
        $0.add("date", .text(memo.date))
        $0.add("text", .text(memo.text))
      }
    }
  }

  private func rank(of coder: RowID<Coder>?) -> Int { coder.map { coders.rank($0) } ?? -1 }

  /// What a memo is on: its kind, its names as an object, and what sorts it.
  private func subject(of target: Memo.Target) throws -> (kind: String, object: JSONObject, key: [String]) {
    var object = JSONObject()
    func named(_ kind: String, _ rank: String, _ member: String, _ name: String?) -> (
      String, JSONObject, [String]
    ) {
      object.add(member, TableValue(name))
      return (kind, object, [rank, name ?? ""])
    }
    switch target {
    case .project: return ("project", object, ["0"])
    case .respondent(let id): return named("respondent", "1", "respondent", respondents.name(id))
    case .question(let id): return named("question", "2", "question", questions.name(id))
    case .code(let id): return named("code", "3", "code", codes[id]?.key)
    case .coder(let id): return named("coder", "4", "coder", coders.name(id))
    case .answer(let id):
      add(id, to: &object)
      return ("answer", object, ["5"] + ranks(id))
    case .coding(let id):
      guard let coding = try reader.coding(id) else { return ("coding", object, ["6"]) }
      add(coding, to: &object)
      return ("coding", object, ["6"] + ranks(coding.answer) + key(of: coding))
    case .refusal(let id):
      guard let refusal = try reader.refusal(id) else { return ("refusal", object, ["7"]) }
      add(refusal, to: &object)
      return ("refusal", object, ["7"] + ranks(refusal.answer) + key(of: refusal))
    }
  }

  private func ranks(_ answer: RowID<Answer>) -> [String] {
    [padded(places[answer]?.ranks.0 ?? 0), padded(places[answer]?.ranks.1 ?? 0)]
  }
}
