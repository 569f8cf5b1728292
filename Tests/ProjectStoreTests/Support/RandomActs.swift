import CodingModel
import GRDB

@testable import ProjectStore

/// Numbers that only look random: the same seed gives the same history.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Changes a project at random, through every writer.
struct RandomActs {
  var random: SeededGenerator
  /// Whether acts add respondents and answers, too.
  var changesSurvey = true

  init(seed: UInt64) { random = SeededGenerator(state: seed) }

  /// Performs one act of up to eight changes.
  ///
  /// - Returns: whether it changed anything.
  mutating func perform(on file: ProjectFile) throws -> Bool {
    let kind: Act.Kind = [.importSurvey, .importCodings, .codebook, .code, .memo].randomElement(
      using: &random)!
    let changes = Int.random(in: 1...8, using: &random)
    let coder = ["alice", "bruno", "chloé"].randomElement(using: &random)!
    return try file.perform(kind, coder: coder) { act in
      for _ in 0..<changes { try change(act) }
    }.act != nil
  }

  private mutating func change(_ act: ActWriter) throws {
    do {
      switch Int.random(in: 0..<26, using: &random) {
      case 0..<3: if changesSurvey { try addAnswer(act) }
      case 3: _ = try act.coder("coder \(Int.random(in: 1...9, using: &random))")
      case 4..<6: _ = try act.addCode(content(), under: row(act, "code").map { RowID($0) })
      case 6: _ = try code(act).map { try act.setContent(content(), of: $0) }
      case 7: try moveCode(act)
      case 8: try code(act).map { try act.deleteCode($0) }
      case 9..<14: try addCoding(act)
      case 14..<17: try row(act, "coding").map { try act.deleteCoding(RowID($0)) }
      case 17..<19: try addMemo(act)
      case 19: try row(act, "memo").map { try act.deleteMemo(RowID($0)) }
      case 20: try changeCoding(act)
      case 21: try moveMemos(act)
      case 22: try goThrough(act)
      case 23: try refuse(act)
      case 24: try row(act, "code").map { _ = try act.ruleVersion(rule(), of: RowID($0)) }
      default:
        try act.setCodebookHeading(title: "Livre \(Int.random(in: 1...3, using: &random))", description: "")
      }
    } catch is ActError {
      // What cannot be done is refused before anything is changed.
    }
  }

  private mutating func row(_ act: ActWriter, _ table: String) throws -> Int64? {
    guard let last = try Int64.fetchOne(act.db, sql: "SELECT max(id) FROM \(table)") else { return nil }
    return try Int64.fetchOne(
      act.db, sql: "SELECT id FROM \(table) WHERE id >= ? ORDER BY id LIMIT 1",
      arguments: [Int64.random(in: 1...last, using: &random)])
  }

  private mutating func content() -> CodeContent {
    let number = Int.random(in: 1...12, using: &random)
    return CodeContent(
      name: "Thème \(number)",
      colour: number.isMultiple(of: 2) ? Colour(red: UInt8(number), green: 0, blue: 9) : nil,
      definition: number > 6 ? "Définition" : "", examples: number > 9 ? ["un « exemple »"] : [],
      rule: number > 10 ? "lien" : nil)
  }

  private mutating func code(_ act: ActWriter) throws -> Code? {
    try row(act, "code").flatMap {
      try Row.fetchOne(act.db, sql: "SELECT * FROM code WHERE id = ?", arguments: [$0]).map(
        ProjectReader.code)
    }
  }

  private mutating func moveCode(_ act: ActWriter) throws {
    guard let code = try code(act) else { return }
    let parent = try row(act, "code").map { RowID<Code>($0) }
    let isTop = Bool.random(using: &random)
    _ = try act.move(code, under: isTop ? nil : parent, position: Int.random(in: 0...4, using: &random))
  }

  private mutating func addAnswer(_ act: ActWriter) throws {
    let question = try act.question(
      SurveyQuestion(name: "q\(Int.random(in: 1...3, using: &random))", wording: "?"))
    let weight = [nil, 0.5].randomElement(using: &random)!
    let (id, isNew) = try act.respondent("R\(Int.random(in: 1...60, using: &random))", weight: weight)
    let variable = try act.variable("v\(Int.random(in: 1...3, using: &random))", .numeric)
    _ = try act.addValue(String(Int.random(in: 1...2, using: &random)), of: variable, to: id, isNew: isNew)
    _ = try act.addAnswer("Je perds le lien.", of: id, to: question, isNew: false)
  }

  private mutating func addCoding(_ act: ActWriter) throws {
    guard let code = try row(act, "code"), let answer = try row(act, "answer") else { return }
    let coder = try act.coder("coder \(Int.random(in: 1...4, using: &random))")
    let start = Int.random(in: 0...6, using: &random)
    _ = try act.addCoding(
      RowID(code), on: RowID(answer), TextRange(start, start + Int.random(in: 0...12, using: &random)),
      by: coder, origin: Coding.Origin.allCases.randomElement(using: &random)!)
  }

  private mutating func addMemo(_ act: ActWriter) throws {
    let target: Memo.Target? =
      switch Int.random(in: 0..<4, using: &random) {
      case 0: .project
      case 1: try row(act, "answer").map { .answer(RowID($0)) }
      case 2: try row(act, "code").map { .code(RowID($0)) }
      default: try row(act, "coding").map { .coding(RowID($0)) }
      }
    guard let target else { return }
    _ = try act.addMemo("À revoir", on: target, by: try row(act, "coder").map { RowID($0) })
  }

  private mutating func rule() -> String { "lien \(Int.random(in: 1...3, using: &random))" }

  private mutating func changeCoding(_ act: ActWriter) throws {
    guard let row = try row(act, "coding"), let coding = try act.reader.coding(RowID(row)),
      let code = try self.row(act, "code")
    else { return }
    let isTaken = try act.reader.codings(.init(codes: [RowID(code)], coders: [coding.coder], answer: coding.answer))
      .contains { $0.range == coding.range && $0.id != coding.id }
    guard !isTaken else { return }
    let version = coding.origin == .rule ? try act.ruleVersion(rule(), of: RowID(code)) : nil
    try act.setCoding(
      coding, code: RowID(code), range: coding.range, origin: coding.origin, date: coding.date, ruleVersion: version)
  }

  private mutating func moveMemos(_ act: ActWriter) throws {
    guard let source = try row(act, "code"), let target = try row(act, "code") else { return }
    try act.moveMemos(from: .code(RowID(source)), to: .code(RowID(target)))
    try act.moveRefusals(from: RowID(source), to: RowID(target))
  }

  private mutating func goThrough(_ act: ActWriter) throws {
    guard let answer = try row(act, "answer") else { return }
    let coder = try act.coder("coder \(Int.random(in: 1...9, using: &random))")
    switch Int.random(in: 0..<4, using: &random) {
    case 0: try act.unmarkSeen(RowID(answer), by: coder)
    case 1: try act.unassign(RowID(answer), from: coder)
    case 2: try act.assign(RowID(answer), to: coder)
    default: try act.markSeen(RowID(answer), by: coder)
    }
  }

  private mutating func refuse(_ act: ActWriter) throws {
    guard let answer = try row(act, "answer"), let code = try row(act, "code") else { return }
    let coder = try act.coder("coder \(Int.random(in: 1...9, using: &random))")
    let range = TextRange(0, Int.random(in: 1...3, using: &random))
    if Bool.random(using: &random) {
      try act.addRefusal(of: RowID(code), on: RowID(answer), range, by: coder)
    } else {
      try act.deleteRefusal(of: RowID(code), on: RowID(answer), range, by: coder)
    }
  }
}
