import Testing

@testable import Workbench

@Suite("Giving answers to coders")
struct AssigningTests {
  private func study() throws -> TestStudy {
    let study = try TestStudy.coded()
    for name in ["anna", "bruno"] { _ = try CoderList(study.study).add(name) }
    return study
  }

  private func assigned(_ study: TestStudy) throws -> [[String]] {
    try ["anna", "bruno"].map { try study.study.names("assigned:\($0)") }
  }

  @Test("A dry run says what the draw gives, and gives nothing; the draw is one act")
  func drawing() throws {
    let study = try study()
    var request = Assigning.Request(
      coders: ["Anna", "bruno"], overlap: .share(0.25), seed: 7, isDryRun: true)
    let planned = try Assigning(study.study).run(request)
    #expect(try assigned(study) == [[], []])
    request.isDryRun = false
    let outcome = try Assigning(study.study).run(request)
    #expect(outcome.lines.map(\.alone) == planned.lines.map(\.alone))
    #expect(outcome.answers == 8 && outcome.shared == 2 && outcome.alreadyGiven == 0 && outcome.seed == 7)
    #expect(outcome.lines.map { $0.alone + $0.shared } == [5, 5])
    let lists = try assigned(study)
    #expect(Set(lists[0]).intersection(lists[1]).count == 2)
    #expect(Set(lists[0]).union(lists[1]).count == 8)
    let again = try Assigning(study.study).run(request)
    #expect(again.answers == 0 && again.alreadyGiven == 8)
    #expect(try assigned(study) == lists)
    _ = try HistoryKeeping(study.study).undo()
    #expect(try assigned(study) == [[], []])
  }

  @Test("A variable's values are spread, those without one last; a query restricts")
  func strata() throws {
    let study = try study()
    let outcome = try Assigning(study.study).run(
      .init(coders: ["anna", "bruno"], query: "question:q1", variable: "groupe"))
    #expect(outcome.groups == ["Éducation", "Insertion", ""])
    #expect(outcome.lines.map(\.byGroup).reduce([0, 0, 0]) { zip($0, $1).map(+) } == [2, 1, 1])
    #expect(outcome.answers == 4)
    // What is new after an import is all that is given out then.
    try study.add("id;q1\nR9;Plus rien.\n")
    let more = try Assigning(study.study).run(.init(coders: ["anna", "bruno"], query: "question:q1"))
    #expect(more.answers == 1 && more.alreadyGiven == 4)
  }

  @Test("Many numbers are spread by classes of about as many respondents, few by size")
  func numbers() throws {
    let rows = (1...40).map { "R\($0);\($0 == 40 ? "" : String($0));Une réponse.\n" }.joined()
    let roles = SurveyRoles(respondent: "id", answers: ["q1"], variables: ["âge"])
    let test = try TestStudy(nil)
    try test.add("id;âge;q1\n" + rows, roles: roles)
    for name in ["anna", "bruno"] { _ = try CoderList(test.study).add(name) }
    let many = try Assigning(test.study).run(
      .init(coders: ["anna", "bruno"], overlap: .share(0.2), variable: "âge", isDryRun: true))
    #expect(many.groups == ["1–9", "10–19", "20–29", "30–39", ""])
    for line in many.lines { #expect(line.byGroup.allSatisfy { (0...6).contains($0) }) }
    let few = try TestStudy(nil)
    try few.add("id;âge;q1\na;10;x\nb;9;x\nc;100;x\n", roles: roles)
    _ = try CoderList(few.study).add("anna")
    #expect(
      try Assigning(few.study).run(.init(coders: ["anna"], variable: "âge")).groups == ["9", "10", "100"])
  }

  @Test("More than there is cannot be common; more than is left to give is told")
  func largeOverlap() throws {
    let study = try study()
    let assigning = Assigning(study.study)
    #expect(throws: StudyError.overlapTooLarge(asked: 9, answers: 8)) {
      try assigning.run(.init(coders: ["anna", "bruno"], overlap: .count(9)))
    }
    _ = try assigning.run(.init(coders: ["anna"], query: "question:q2"))
    let rest = try assigning.run(.init(coders: ["anna", "bruno"], overlap: .count(8)))
    #expect(rest.answers == 4 && rest.shared == 4 && rest.overlapAsked == 8)
    let all = try study.study.names("assigned:anna")
    #expect(all.count == 8)
  }

  @Test("What was not gone through can be taken back")
  func takingBack() throws {
    let study = try study()
    _ = try Assigning(study.study).run(.init(coders: ["anna"]))
    try study.code("Moyens", "R4/q2")
    _ = try SeenList(study.study).mark(answers: ["R1/q1"], coder: "anna")
    #expect(try Assigning(study.study).takeBack(coders: ["anna"]) == (6, 2))
    #expect(try study.study.names("assigned:anna") == ["R1/q1", "R4/q2"])
  }

  @Test("An overlap needs two coders, all of them known, and answers to give")
  func errors() throws {
    let study = try study()
    let assigning = Assigning(study.study)
    #expect(throws: StudyError.tooFewCoders(least: 2)) {
      try assigning.run(.init(coders: ["anna", "ANNA"], overlap: .count(3)))
    }
    #expect(throws: StudyError.unknownCoder(name: "brono", near: "bruno")) {
      try assigning.run(.init(coders: ["brono"]))
    }
    #expect(throws: StudyError.nothingToDo(.answers)) {
      try assigning.run(.init(coders: ["anna"], query: "introuvable"))
    }
    #expect(throws: StudyError.reservedCoder("autocode")) {
      _ = try Autocoding(study.study).run(codes: ["Surcharge"], extent: .answer, isDryRun: false, samples: 0)
      _ = try assigning.run(.init(coders: ["autocode"]))
    }
  }
}
