import Testing

@testable import Workbench

@Suite("Names in queries")
struct QueryNamesTests {
  private func study() throws -> TestStudy {
    let test = try TestStudy.coded()
    try test.code("Perte de lien", "R1/q1", .range(TextRange(0, 16)))
    try test.code("Surcharge", "R4/q1", .range(TextRange(0, 17)), coder: "bruno", memo: "À revoir demain")
    try MemoKeeping(test.study).add("Voir l’Écran", on: .answer("R5/q2"), coder: "anna")
    return test
  }

  @Test(
    "Filters find the answers they speak of",
    arguments: [
      ("code:\"perte de lien\"", ["R1/q1"]), ("code:surcharge", ["R4/q1"]),
      ("code:\"Effets/Surcharge\"", ["R4/q1"]),
      ("question:q2", ["R1/q2", "R3/q2", "R4/q2", "R5/q2"]), ("question:Q2 AND lien", ["R3/q2"]),
      ("coder:Bruno", ["R4/q1"]), ("memo:revoir", ["R4/q1"]), ("memo:\"l'ecran\"", ["R5/q2"]),
      ("memo:rien", []),
      ("uncoded AND lien", ["R3/q1", "R3/q2"]),
      ("groupe:éducation", ["R1/q1", "R1/q2", "R2/q1"]), ("groupe:education AND NOT question:q1", ["R1/q2"]),
      ("groupe!=Éducation", ["R3/q1", "R3/q2", "R5/q2"]),
      ("ancienneté>=12", ["R2/q1", "R5/q2"]), ("ancienneté<7", ["R1/q1", "R1/q2"]),
      ("ancienneté<=7 AND lien", ["R1/q1", "R3/q1", "R3/q2"]), ("ancienneté>12", ["R5/q2"]),
      ("ancienneté=12,0", ["R2/q1"]), ("anciennete:12", ["R2/q1"]),
      ("lien within code:\"Perte de lien\"", ["R1/q1"]), ("mails within code:\"Perte de lien\"", []),
      ("trop within code:Surcharge", ["R4/q1"]),
    ])
  func filters(query: String, expected: [String]) throws {
    #expect(try study().study.names(query) == expected)
  }

  @Test("Of many respondents those with a value of a variable, few or most of them")
  func manyRespondents() throws {
    var survey = "id;v;q1\n"
    for number in 1...700 {
      let value = number % 50 == 0 ? "" : number % 3 == 0 ? "trois" : "autre \(number % 7)"
      survey += "R\(number);\(value);Oui\n"
    }
    let test = try TestStudy(nil)
    try test.add(survey, roles: SurveyRoles(respondent: "id", answers: ["q1"], variables: ["v"]))
    func answers(_ query: String) throws -> [Int] {
      try test.study.answers(matching: query).map { Int($0.value) }
    }
    #expect(try answers("v:trois") == (1...700).filter { $0 % 3 == 0 && $0 % 50 != 0 })
    #expect(try answers("v:\"autre 2\"") == (1...700).filter { $0 % 3 != 0 && $0 % 7 == 2 && $0 % 50 != 0 })
    #expect(try answers("v!=trois") == (1...700).filter { $0 % 3 != 0 && $0 % 50 != 0 })
  }

  @Test("Codes stand for the codings of some coders where these are named")
  func coders() throws {
    let test = try study()
    try test.code("Surcharge", "R1/q1", .range(TextRange(17, 31)), coder: "anna")
    func count(_ query: String, _ coders: [String]) throws -> [Int?] {
      let count = try QueryCounting(test.study).count(QueryCounting.Request(query, coders: coders))
      return [count.hits, count.answers]
    }
    #expect(try count("code:Surcharge", []) == [nil, 2])
    #expect(
      try count("code:Surcharge", ["anna"]) == [nil, 1] && count("code:Surcharge", ["Bruno"]) == [nil, 1])
    #expect(try count("code:Surcharge", ["anna", "bruno"]) == [nil, 2])
    #expect(try count("trop within code:Surcharge", ["bruno"]) == [1, 1])
    #expect(try count("trop within code:Surcharge", []) == [2, 2])
    #expect(try count("[word=\"Trop\"] :: code:Surcharge", ["anna"]) == [1, 1])
    // Nothing of one coder's is kept for another.
    #expect(try count("code:Surcharge", []) == [nil, 2])
    #expect(throws: StudyError.self) { try count("trop", ["ana"]) }
    let grouped = GroupedCounting.Request(
      QueryCounting.Request("code:Surcharge", coders: ["bruno"]), by: .variable("groupe"))
    #expect(try GroupedCounting(test.study).table(grouped).total.answers == 1)
    var lines = Concordance.Request("trop within code:Surcharge", context: .tokens(2))
    #expect(try Concordance(test.study).page(lines).lines.count == 2)
    lines.coders = ["anna"]
    #expect(try Concordance(test.study).page(lines).lines.map { "\($0.answer)" } == ["R1/q1"])
  }

  @Test("Hits within codings are those inside their ranges")
  func within() throws {
    #expect(try study().count("trop within code:Surcharge") == [1, 1, 1])
    #expect(try study().count("trop") == [3, 2, 2])
  }

  @Test(
    "Unknown names are told with their place and the nearest one",
    arguments: [
      (
        "code:Surchage",
        QueryError(.unknownCode("Surchage"), at: TextRange(5, 13), nearName: "code:Surcharge")
      ),
      ("question:q7", QueryError(.unknownQuestion("q7"), at: TextRange(9, 11), nearName: "question:q1")),
      ("coder:ana", QueryError(.unknownCoder("ana"), at: TextRange(6, 9), nearName: "coder:anna")),
      ("gruope:x", QueryError(.unknownVariable("gruope"), at: TextRange(0, 8), nearName: "groupe:")),
      (
        "groupe:insertions",
        QueryError(
          .unknownValue(variable: "groupe", value: "insertions"), at: TextRange(7, 17),
          nearName: "groupe:Insertion")
      ),
      ("groupe>3", QueryError(.variableNotNumeric("groupe"), at: TextRange(0, 8))),
    ])
  func unknown(query: String, error: QueryError) throws {
    let study = try study().study
    #expect(throws: error) { try study.search(query) }
  }

  @Test("A code's name that repeats needs its path")
  func ambiguous() throws {
    let test = try TestStudy(
      codebook: "codes: [{name: A, codes: [{name: X}]}, {name: B, codes: [{name: X}]}]\n")
    #expect(
      throws: QueryError(
        .ambiguousCode("X"), at: TextRange(5, 6), expected: [.oneOf(["code:\"A/X\"", "code:\"B/X\""])])
    ) { try test.study.search("code:X") }
    try test.code("B/X", "R2")
    #expect(try test.study.names("code:\"B/X\"") == ["R2/q1"])
    #expect(try test.study.names("code:\"A/X\"") == [])
  }

  @Test("A question or the weight asked for as a variable, and values that nobody has")
  func mistaken() throws {
    let study = try study().study
    func error(_ query: String) -> QueryError? {
      do {
        _ = try study.answers(matching: query)
        return nil
      } catch { return error as? QueryError }
    }
    #expect(
      error("Q1:lien")
        == QueryError(.unknownVariable("Q1"), at: TextRange(0, 7), nearName: "question:q1"))
    #expect(error("lien poids>1") == QueryError(.weightAsVariable("poids"), at: TextRange(5, 12)))
    #expect(
      error("groupe:Z")
        == QueryError(
          .unknownValue(variable: "groupe", value: "Z"), at: TextRange(7, 8),
          expected: [.oneOf(["groupe:Éducation", "groupe:Insertion"])]))
    #expect(
      error("groupe:Insertoin")
        == QueryError(
          .unknownValue(variable: "groupe", value: "Insertoin"), at: TextRange(7, 16),
          nearName: "groupe:Insertion"))
    #expect(
      error("groupe:inser*")
        == QueryError(
          .wildcardInValue(variable: "groupe", value: "inser*"), at: TextRange(7, 13),
          expected: [.oneOf(["groupe:Insertion"])]))
    #expect(
      error("groupe:*ation")
        == QueryError(
          .wildcardInValue(variable: "groupe", value: "*ation"), at: TextRange(7, 13),
          expected: [.oneOf(["groupe:Éducation"])]))
  }

  @Test("Many values are not listed")
  func manyValues() throws {
    let test = try TestStudy(nil)
    let rows = (1...9).map { "R\($0);v\($0)\($0)\($0)\($0);Oui\n" }.joined()
    try test.add("id;v;q1\n" + rows, roles: SurveyRoles(respondent: "id", answers: ["q1"], variables: ["v"]))
    let error = #expect(throws: QueryError.self) { try test.study.answers(matching: "v:zzz") }
    #expect(error?.expected == [] && error?.nearName == nil)
  }
}
