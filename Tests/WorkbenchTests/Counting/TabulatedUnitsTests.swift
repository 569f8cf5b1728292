import CodingAnalysis
import CodingModel
import Testing

@testable import Workbench

@Suite("The units of a cross-tabulation")
struct TabulatedUnitsTests {
  /// Respondents whose answers are spread over two surveys, some without value, weight or answer, and codings of two
  /// codes that one parent holds.
  private func study(_ random: inout SplitMix64) throws -> TestStudy {
    let test = try TestStudy(nil, codebook: nil)
    let people = 1 + random.next(below: 12)
    func survey(_ questions: [String]) -> String {
      var rows = ["id;poids;groupe;" + questions.joined(separator: ";")]
      for person in 0..<people {
        let answers = questions.map { _ in random.next(below: 4) == 0 ? "" : "Le temps manque." }
        rows.append(
          "R\(person);\(1 + person % 3);\(["A", "B", ""][person % 3]);" + answers.joined(separator: ";"))
      }
      return rows.joined(separator: "\n") + "\n"
    }
    let roles = { SurveyRoles(respondent: "id", answers: $0, variables: ["groupe"], weight: "poids") }
    try test.add(survey(["q1", "q2"]), roles: roles(["q1", "q2"]))
    try test.add(survey(["q3"]), roles: roles(["q3"]), name: "seconde.csv")
    try test.importCodebook(TestStudy.codebook)
    var answers: [Answer] = []
    try test.study.project.read { try $0.forEachAnswer { answers.append($0) } }
    for answer in answers {
      for code in ["lien", "surcharge", "effets"] {
        for start in [0, 3] where random.next(below: 3) == 0 {
          let name = try test.study.project.read {
            try AnswerBrowser($0).answer(answer.id)?.name.description ?? ""
          }
          try test.code(code, name, .range(TextRange(start, start + 5)))
        }
      }
    }
    return test
  }

  @Test("Every way of counting agrees with counting one by one", arguments: 1...6)
  func agreement(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let study = try study(&random).study
    let (answers, codings, respondents) = try study.project.read { reader in
      var answers: [Answer] = []
      try reader.forEachAnswer { answers.append($0) }
      return (answers, try reader.codings(), try reader.respondents())
    }
    guard !codings.isEmpty else { return }
    for query in [nil, "question:q1"] as [String?] {
      let scope = try query.map { try study.answers(matching: $0) }
      for unit in CrossTabulating.Unit.allCases {
        for base in CrossTabulating.Base.allCases {
          for (withChildren, isWeighted) in [(false, true), (true, true), (false, false), (true, false)] {
            let request = CrossTabulating.Request(
              codes: ["effets", "lien"], variable: "groupe", unit: unit, base: base, isWeighted: isWeighted,
              withChildren: withChildren, query: query)
            let table = try CrossTabulating(study).table(request)
            let (category, codes) = try study.project.read { reader in
              (
                try RespondentCategories(of: "groupe", study, reader, breaks: nil),
                try ["effets", "lien", "surcharge"].map { try CodeNames(reader.codes()).code(called: $0).id }
              )
            }
            let groups = withChildren ? [Set(codes), [codes[1]]] : [[codes[0]], [codes[1]]]
            let counted = answers.filter { scope?.contains($0.id) ?? true }
            let weights = Dictionary(uniqueKeysWithValues: respondents.map { ($0.id, $0.weight ?? 1) })
            func tabulated(_ respondent: RowID<Respondent>) -> TabulatedUnit {
              TabulatedUnit(category: category[respondent], weight: weights[respondent] ?? 1)
            }
            var units: [TabulatedUnit] = []
            var coded: [[Int]] = [[], []]
            let owner = Dictionary(uniqueKeysWithValues: answers.map { ($0.id, $0.respondent) })
            func add(_ unit: TabulatedUnit, having: (Coding) -> Bool) {
              for (row, group) in groups.enumerated()
              where codings.contains(where: {
                group.contains($0.code) && having($0) && (scope?.contains($0.answer) ?? true)
              }) {
                coded[row].append(units.count)
              }
              units.append(unit)
            }
            switch unit {
            case .respondents:
              for person in respondents
              where base == .all || counted.contains(where: { $0.respondent == person.id }) {
                add(tabulated(person.id)) { owner[$0.answer] == person.id }
              }
            case .answers:
              for answer in counted { add(tabulated(answer.respondent)) { $0.answer == answer.id } }
            case .codings:
              for coding in codings where scope?.contains(coding.answer) ?? true {
                add(tabulated(owner[coding.answer]!)) { $0.id == coding.id }
              }
            }
            let expected = CrossTabulation(
              units: units, categoryCount: category.classes.labels.count, coded: coded, weighted: isWeighted)
            #expect(
              table.tabulation == expected, "\(unit) \(base) \(withChildren) \(isWeighted) \(query ?? "")")
          }
        }
      }
    }
  }
}
