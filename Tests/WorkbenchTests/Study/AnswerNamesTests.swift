import Testing

@testable import Workbench

@Suite("Names of answers, questions, coders and variables")
struct AnswerNamesTests {
  private func found(_ study: Study, _ name: String) throws -> String {
    try study.project.read { try $0.answer(called: name).name.description }
  }

  @Test("An answer is named by respondent and question, or by the respondent who gave one")
  func answers() throws {
    let study = try TestStudy().study
    #expect(try found(study, "R1/q2") == "R1/q2")
    #expect(try found(study, "R1/Q2") == "R1/q2")
    #expect(try found(study, "R2") == "R2/q1")
    #expect(throws: StudyError.questionNeeded(respondent: "R1", questions: ["q1", "q2"])) {
      try found(study, "R1")
    }
    #expect(throws: StudyError.noAnswer(AnswerName(respondent: "R2", question: "q2"))) {
      try found(study, "R2/q2")
    }
    #expect(throws: StudyError.unknownQuestion(name: "q3", near: "q1")) { try found(study, "R2/q3") }
    #expect(throws: StudyError.unknownRespondent(identifier: "R6", near: "R1")) { try found(study, "R6/q3") }
    #expect(throws: StudyError.unknownRespondent(identifier: "", near: nil)) { try found(study, "") }
    #expect(throws: StudyError.unknownRespondent(identifier: "", near: nil)) { try found(study, "/q1") }
  }

  @Test("Identifiers may hold slashes and apostrophes of either kind")
  func identifiers() throws {
    let test = try TestStudy(nil)
    try test.add(
      "id,q1,q2\nA/1,un,deux\nA,un,deux\nD’Arcy,un,deux\nO'Neil,un,deux\nseul/1,un,\n",
      roles: SurveyRoles(respondent: "id", answers: ["q1", "q2"]))
    let study = test.study
    #expect(try found(study, "A/1/q2") == "A/1/q2")
    #expect(try found(study, "A/q2") == "A/q2")
    #expect(try found(study, "seul/1") == "seul/1/q1")
    #expect(throws: StudyError.questionNeeded(respondent: "A/1", questions: ["q1", "q2"])) {
      try found(study, "A/1")
    }
    for name in ["D’Arcy/q1", "D'Arcy/q1"] { #expect(try found(study, name) == "D’Arcy/q1") }
    for name in ["O’Neil/q1", "O'Neil/q1"] { #expect(try found(study, name) == "O'Neil/q1") }
  }

  @Test("A respondent without answers has none")
  func none() throws {
    let test = try TestStudy(nil)
    try test.add("id,q1\nR1,un\nR2,\n", roles: SurveyRoles(respondent: "id", answers: ["q1"]))
    #expect(throws: StudyError.noAnswer(AnswerName(respondent: "R2", question: nil))) {
      try found(test.study, "R2")
    }
  }

  @Test(
    "Variables and coders are found in any case and with either apostrophe, exactly where several are alike")
  func variables() throws {
    let test = try TestStudy(nil)
    try test.add(
      "id,Type d’organisme,âge,Âge,q1\nR1,a,1,2,un\n",
      roles: SurveyRoles(respondent: "id", answers: ["q1"], variables: ["Type d’organisme", "âge", "Âge"]))
    _ = try CoderList(test.study).add("Zoé")
    try test.study.project.read { (reader) throws in
      for name in ["Type d'organisme", "type D’ORGANISME"] {
        #expect(try reader.variable(called: name).name == "Type d’organisme")
      }
      #expect(try reader.variable(called: "Âge").name == "Âge")
      #expect(try reader.variable(called: "âge").name == "âge")
      #expect(throws: StudyError.unknownVariable(name: "age", near: "âge")) {
        try reader.variable(called: "age")
      }
      #expect(try reader.coder(called: "zoe").name == "Zoé")
      #expect(throws: StudyError.unknownCoder(name: "zo", near: "Zoé")) { try reader.coder(called: "zo") }
    }
  }

  @Test("What names a question after its slash was meant as an answer; anything else may be a query")
  func meant() throws {
    let study = try TestStudy.coded().study
    #expect(try study.answer(called: "R1/q1") == "R1/q1")
    #expect(throws: StudyError.self) { try study.answer(called: "R99/q1") }
    for query in ["et/ou", "lien NEAR/5 perte", "temps /q1"] {
      #expect(try study.answer(called: query) == nil)
    }
  }
}
