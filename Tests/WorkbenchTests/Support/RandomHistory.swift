@testable import Workbench

/// A study that three coders work on at random, through the use cases.
struct RandomHistory {
  let study: Study
  var random: SplitMix64
  private static let coders = ["anna", "bruno", "chloé"]
  private static let answers = ["R1/q1", "R1/q2", "R2/q1", "R3/q1", "R3/q2", "R4/q1", "R4/q2", "R5/q2"]
  private static let queries = ["lien", "mails", "trop OU plus", "question:q1", "groupe:Insertion", "perdre"]

  init(_ study: Study, seed: UInt64) {
    self.study = study
    random = SplitMix64(seed: seed)
  }

  private mutating func one<Value>(of values: [Value]) -> Value { values.randomElement(using: &random)! }

  private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  /// Does something, which may change nothing.
  ///
  /// - Returns: whether it could be done.
  mutating func act() throws -> Bool {
    do {
      try perform()
      return true
    } catch is ActError {
      return false
    } catch is StudyError {
      return false
    } catch is QueryError {
      // A rule may name a code that has gone.
      return false
    }
  }

  private mutating func perform() throws {
    let names = CodeNames(try study.project.read { try $0.codes() })
    let coder = one(of: Self.coders)
    let editing = CodebookEditing(study)
    guard let code = names.all.randomElement(using: &random), names.codes.count > 3 else {
      _ = try editing.add("Thème \(number(1..<40))", texts: texts(names), coder: coder)
      return
    }
    let other = one(of: names.all)
    switch number(0..<30) {
    case 0..<9:
      let start = number(0..<20)
      try study.project.perform(.code, coder: coder) { act in
        let (answer, _) = try act.reader.answer(called: one(of: Self.answers))
        let length = answer.text.scalarCount
        let range = TextRange(min(start, length - 1), min(start + number(1..<15), length))
        let coding = try act.addCoding(
          names.code(called: code).id, on: answer.id, range, by: act.coder(coder),
          origin: one(of: [.hand, .hand, .imported]), date: one(of: ["", "2024", "2025"]))
        if let coding, number(0..<3) == 0 {
          _ = try act.addMemo("mémo \(number(0..<9))", on: .coding(coding), by: act.coder(coder))
        }
      }
    case 9..<12: _ = try HandCoding(study).uncode(code, one(of: Self.answers), coder: coder)
    case 12: _ = try editing.rename(code, to: "Thème \(number(1..<40))", coder: coder)
    case 13:
      let parent: CodebookEditing.Parent = number(0..<3) == 0 ? .top : .code(other)
      _ = try editing.move(code, under: parent, place: .position(number(1..<4)), coder: coder)
    case 14:
      _ = try editing.reorder(code, one(of: [.first, .last, .before(other), .after(other)]), coder: coder)
    case 15..<17: _ = try editing.set(code, texts(names), coder: coder)
    case 17..<19: _ = try editing.merge(code, into: other, coder: coder)
    case 19..<21:
      let target = number(0..<2) == 0 ? other : "Part \(number(1..<40))"
      _ = try editing.split(code, by: one(of: Self.queries), into: target, coder: coder)
    case 21:
      _ = try editing.delete(
        code, codings: one(of: [.none, .deleted, .moved(to: other)]),
        children: one(of: [.none, .deleted, .moveUp]), coder: coder)
    case 22..<24: _ = try Autocoding(study).run(extent: one(of: Autocoding.Extent.allCases))
    case 24: try refuse(code, coder, names)
    case 25: try goThrough(coder)
    case 26:
      try MemoKeeping(study).add(
        "note", on: one(of: [.project, .code(code), .answer("R1/q1")]), coder: coder)
    case 27:
      _ = try editing.add("Thème \(number(1..<40))", under: .code(code), texts: texts(names), coder: coder)
    default: break
    }
  }

  private mutating func texts(_ names: CodeNames) -> CodebookEditing.Texts {
    var texts = CodebookEditing.Texts()
    texts.definition = one(of: [nil, "", "définition \(number(0..<9))"])
    texts.examples = one(of: [nil, ["exemple"], []])
    let named = names.all.randomElement(using: &random).map { "lien OU code:\"\($0)\"" }
    texts.rule = one(of: [nil, "", "lien", "mails OR tableaux", "trop", named])
    return texts
  }

  private mutating func refuse(_ name: String, _ coder: String, _ names: CodeNames) throws {
    let answer = one(of: Self.answers)
    try study.project.perform(.refuse, coder: coder) { act in
      let code = try names.code(called: name)
      let stored = try act.reader.answer(called: answer).answer
      try act.addRefusal(
        of: code.id, on: stored.id, TextRange(0, stored.text.scalarCount), by: act.coder(coder))
      act.details = ["code": name, "answer": answer]
    }
  }

  private mutating func goThrough(_ coder: String) throws {
    let answer = one(of: Self.answers)
    try study.project.perform(.seen, coder: coder) { act in
      try act.markSeen(act.reader.answer(called: answer).answer.id, by: act.coder(coder))
    }
  }
}
