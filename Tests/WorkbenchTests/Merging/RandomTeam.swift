import CodingAnalysis
import Foundation

@testable import Workbench

/// People who change copies of a study at random, through its use cases and its acts.
struct RandomTeam {
  var random: SplitMix64

  init(seed: Int) { random = SplitMix64(seed: UInt64(seed)) }

  mutating func pick<Element>(_ list: [Element]) -> Element? {
    list.isEmpty ? nil : list[random.next(below: list.count)]
  }

  /// Changes the study by so many acts.
  mutating func work(on study: Study, acts: Int) throws {
    for _ in 0..<acts {
      let changes = 1 + random.next(below: 4)
      try study.project.perform(.code, coder: "anna") { act in
        for _ in 0..<changes { try change(act) }
      }
      if random.next(below: 3) == 0 { try settle(on: study) }
    }
  }

  /// Takes a decision, or takes it anew, where there is anything to decide.
  private mutating func settle(on study: Study) throws {
    let (codes, answers) = try study.project.read { reader in
      var answers: [String] = []
      let questions = Dictionary(uniqueKeysWithValues: try reader.questions().map { ($0.id, $0.name) })
      for answer in Set(try reader.codings().map(\.answer)).sorted() {
        if let answer = try reader.answer(answer) {
          answers.append(try reader.nameOfAnswer(answer, questions).description)
        }
      }
      return (try reader.codes().map(\.key), answers)
    }
    guard let code = pick(codes), let answer = pick(answers) else { return }
    let decision =
      pick([
        Settling.Decision.notGiven, .asCoder("anna"), .common, .part(.whole), .part(.range(TextRange(0, 2))),
      ])
      ?? .notGiven
    do {
      _ = try Settling(study).settle(code, answer, as: decision, memo: pick(["Oui.", "Non.", nil]) ?? nil)
    } catch is StudyError {
      // Nothing to decide there.
    }
  }

  /// Makes a change; rules that name codes follow, as in every use case.
  private mutating func change(_ act: ActWriter) throws {
    let before = CodeNames(try act.reader.codes())
    try change(act, before)
    _ = try RuleReferences.follow(before, in: act)
  }

  private mutating func change(_ act: ActWriter, _ names: CodeNames) throws {
    let codes = names.codes
    var answers: [Answer] = []
    try act.reader.forEachAnswer { answers.append($0) }
    let coder = try act.coder(pick(["anna", "bruno", "consensus", "autocode"]) ?? "anna")
    do {
      switch random.next(below: 22) {
      case 0..<8:
        guard let code = pick(codes), let answer = pick(answers) else { return }
        let length = answer.text.unicodeScalars.count
        let start = random.next(below: length)
        let range = TextRange(start, min(length, start + 1 + random.next(below: 6)))
        let origin = pick(Coding.Origin.allCases) ?? .hand
        let rule =
          try random.next(below: 2) == 0 ? nil : act.ruleVersion(pick(["lien", "mails"]) ?? "", of: code.id)
        let date = pick(["2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", ""])
        _ = try act.addCoding(
          code.id, on: answer.id, range, by: coder, origin: origin, date: date,
          ruleVersion: origin == .rule ? rule : nil)
      case 8..<10: if let coding = pick(try act.reader.codings()) { try act.deleteCoding(coding.id) }
      case 10: _ = try act.addCode(content(names), under: pick(codes.map { Optional($0.id) } + [nil]) ?? nil)
      case 11..<13:
        guard let code = pick(codes) else { return }
        var content = content(names)
        if random.next(below: 3) > 0 { content.name = code.name }
        _ = try act.setContent(content, of: code)
      case 13..<15:
        guard let code = pick(codes) else { return }
        _ = try act.move(
          code, under: pick(codes.map { Optional($0.id) } + [nil, nil]) ?? nil,
          position: random.next(below: 4))
      case 15:
        if let code = pick(codes), RuleReferences.referring(to: [code.id], names).isEmpty {
          try act.deleteCode(code)
        }
      case 16:
        guard let answer = pick(answers) else { return }
        try act.markSeen(
          answer.id, by: coder, date: pick(["2026-01-03T00:00:00Z", "", "2026-01-02T00:00:00Z"]))
      case 17: if let answer = pick(answers) { try act.assign(answer.id, to: coder) }
      case 18:
        guard let answer = pick(answers), let code = pick(codes) else { return }
        try act.addRefusal(
          of: code.id, on: answer.id, TextRange(0, 1 + random.next(below: 2)), by: coder,
          date: pick(["2026-01-03T00:00:00Z", "2026-01-02T00:00:00Z"]))
      case 19:
        let (id, isNew) = try act.respondent("R\(random.next(below: 12))", weight: nil)
        let question = try act.question(
          SurveyQuestion(
            name: pick(["q1", "q2", "q3"]) ?? "q1", wording: pick(["", "Pourquoi ?", "Comment ?"]) ?? ""))
        _ = try act.addAnswer("On perd le lien humain.", of: id, to: question, isNew: isNew)
        let variable = try act.variable(
          pick(["âge", "ville"]) ?? "", pick(Variable.Kind.allCases) ?? .numeric)
        _ = try act.addValue(pick(["12", "Lyon", "Nice"]) ?? "", of: variable, to: id, isNew: isNew)
      default:
        let target: Memo.Target? =
          switch random.next(below: 5) {
          case 0: .project
          case 3: pick(try act.reader.refusals()).map { .refusal($0.id) }
          case 1: pick(answers).map { .answer($0.id) }
          case 2: pick(codes).map { .code($0.id) }
          default: pick(try act.reader.codings()).map { .coding($0.id) }
          }
        guard let target else { return }
        _ = try act.addMemo(
          pick(["À revoir", "Bien vu", "Non"]) ?? "", on: target, by: pick([Optional(coder), nil]) ?? nil)
      }
    } catch is ActError {
      // What cannot be done is refused before anything is changed.
    }
  }

  private mutating func content(_ names: CodeNames) -> CodeContent {
    let named = pick(names.all).map { "mots OU code:\"\($0)\"" }
    return CodeContent(
      name: pick(["Lien", "Temps", "Mails", "Moyens", "Sens", "cote", "côté", "l'aide", "l’aide"]) ?? "",
      colour: pick([nil, Colour(red: 1, green: 2, blue: 3)]) ?? nil,
      definition: pick(["", "Ce qui se perd.", "Ce qui manque."]) ?? "",
      examples: pick([[], ["un"], ["deux", "un"]]) ?? [],
      rule: pick([nil, "lien", "mails", named, named]) ?? nil,
      memo: pick(["", "À scinder.", "À scinder.\n\nOu non."]) ?? "")
  }
}
