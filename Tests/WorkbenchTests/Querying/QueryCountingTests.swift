import Testing

@testable import Workbench

@Suite("Counting what queries find")
struct QueryCountingTests {
  @Test("Hits, answers and respondents, of all")
  func counts() throws {
    let study = try TestStudy().study
    let count = try QueryCounting(study).count("lien")
    #expect(count.query == "lien")
    #expect([count.hits, count.answers, count.respondents] == [5, 4, 3])
    #expect([count.allAnswers, count.allRespondents] == [8, 5])
    #expect(try study.counts("groupe:Insertion") == [nil, 3, 2])
    #expect(try study.counts("NOT zzz") == [0, 8, 5] || study.counts("NOT zzz") == [nil, 8, 5])
    #expect(try study.counts("zzz") == [0, 0, 0])
  }

  @Test("As many answers as respondents does not mean one each")
  func uneven() throws {
    let test = try TestStudy(nil)
    try test.add(
      "id,q1,q2\nR1,Le lien.,Du lien.\nR2,,\n", roles: SurveyRoles(respondent: "id", answers: ["q1", "q2"]))
    #expect(try test.count("lien") == [2, 2, 1])
  }

  @Test("Whose codes a query speaks of holds for what restricts it, too")
  func coders() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1")
    try test.code("lien", "R3/q1", coder: "bastien")
    let scope = "code:lien"
    func found(_ coders: [String]) throws -> [Int] {
      let study = test.study
      let count = try QueryCounting(study).count(
        QueryCounting.Request("NOT zzz", scope: scope, coders: coders))
      let lines = try Concordance(study).page(
        Concordance.Request("[]", context: .tokens(1), coders: coders, scope: scope)
      ).lines
      #expect(Set(lines.map(\.answer)).count == count.answers)
      var codings = 0
      try CodingList(study).forEach(coders: coders, query: scope) { _ in codings += 1 }
      if !coders.isEmpty {
        let table = try CodeCooccurrences(study).table(unit: .answer, coders: coders, query: scope)
        #expect(table.unitCount == count.answers)
      }
      return [count.answers, codings]
    }
    #expect(try found([]) == [2, 2])
    #expect(try found(["anna"]) == [1, 1])
    #expect(try found(["anna", "bastien"]) == [2, 2])
    let byCoder = try GroupedCounting(test.study).table(
      GroupedCounting.Request(QueryCounting.Request("NOT zzz", scope: scope), by: .coder))
    #expect(byCoder.rows.map { "\($0.name ?? "–") \($0.answers)" } == ["anna 1", "bastien 1"])
    #expect(byCoder.isByCodersCodes)
  }

  @Test("In some answers, of those who gave one, by weight")
  func request() throws {
    let counting = QueryCounting(try TestStudy().study)
    let plain = try counting.count(QueryCounting.Request("lien"))
    #expect(plain.share == 0.6 && plain.weighted == nil)
    #expect(plain.interval == ConfidenceInterval.wilson(share: 0.6, n: 5))
    let some = try counting.count(QueryCounting.Request("lien", scope: "question:q2"))
    #expect([some.hits, some.answers, some.respondents] == [2, 1, 1])
    #expect([some.allAnswers, some.allRespondents] == [4, 5] && some.share == 0.2)
    let answered = try counting.count(
      QueryCounting.Request("lien", scope: "question:q2", base: .answered, isWeighted: true))
    #expect([answered.allAnswers, answered.allRespondents] == [4, 4])
    #expect(answered.share == 1.5 / 4 && answered.weighted?.weightedBase == 4)
    #expect(answered.interval == answered.weighted?.interval)
    #expect(try QueryCounting(TestStudy(nil).study).count(QueryCounting.Request("lien")).share == nil)
  }

  @Test("With one question respondents are the answers")
  func oneQuestion() throws {
    let test = try TestStudy("id,q1\nR1,Le lien.\nR2,Du lien.\nR3,RAS\n")
    #expect(try test.count("lien") == [2, 2, 2])
  }

  @Test("A wrong query is told with its place and a near name")
  func wrong() throws {
    let study = try TestStudy.coded().study
    let unclosed = #expect(throws: QueryError.self) { try QueryCounting(study).count("lien AND (mails") }
    #expect(unclosed?.problem == .unclosedParenthesis)
    #expect(
      throws: QueryError(
        .unknownCode("perte de liens"), at: TextRange(14, 30), nearName: "code:\"Perte de lien\"")
    ) {
      try QueryCounting(study).count("lien AND code:\"perte de liens\"")
    }
  }
}
