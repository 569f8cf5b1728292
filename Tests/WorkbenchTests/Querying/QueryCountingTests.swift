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
