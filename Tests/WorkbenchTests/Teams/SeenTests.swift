import Testing

@testable import Workbench

@Suite("What coders have gone through")
struct SeenTests {
  @discardableResult
  private func importSeen(_ study: TestStudy, _ text: String, coder: String? = nil) throws
    -> SeenImport.Outcome
  {
    try SeenImport(study.study).run(try study.folder.write("vues.csv", text), coder: coder)
  }

  @Test("A file's lines are noted once; without a question all that the respondent answered")
  func importing() throws {
    let study = try TestStudy()
    let outcome = try importSeen(
      study,
      "respondent,question,coder,date\nR1,q1,anna,2026-01-02\nR1,,anna,\nR2,,bruno,2026-01-03\nR4/q2,,bruno,\n"
    )
    #expect(outcome.added == 4 && outcome.identical == 1)
    #expect(outcome.coders == ["anna", "bruno"])
    #expect(try study.study.names("seen:anna") == ["R1/q1", "R1/q2"])
    #expect(try study.study.names("vu:bruno") == ["R2/q1", "R4/q2"])
    let again = try importSeen(study, "respondent,question,coder\nR1,q1,anna\n")
    #expect(again.added == 0 && again.identical == 1)
    // Noted from a file, with what it says of when.
    #expect(try SeenList(study.study).lines(coders: ["anna"]).map(\.date) == ["2026-01-02", TestStudy.time])
    #expect(
      try SeenList(study.study).records(coders: ["bruno"]) == [
        SeenRecord(respondent: "R2", question: "q1", coder: "bruno", date: "2026-01-03"),
        SeenRecord(respondent: "R4", question: "q2", coder: "bruno", date: TestStudy.time),
      ])
  }

  @Test("What is wrong is said with its line, and nothing is stored")
  func errors() throws {
    let study = try TestStudy()
    let path = study.folder.file("vues.csv")
    #expect(
      throws: StudyError.inFile(
        path: path, line: 3, underlying: StudyError.noAnswer(AnswerName(respondent: "R2", question: "q2")))
    ) { try importSeen(study, "respondent,question,coder\nR1,q1,anna\nR2,q2,anna\n") }
    #expect(
      throws: StudyError.inFile(path: path, line: 2, underlying: StudyError.reservedCoder("autocode"))
    ) { try importSeen(study, "respondent,coder\nR1,autocode\n") }
    #expect(throws: CodingFileError.missingColumn(.respondent)) { try importSeen(study, "coder\nanna\n") }
    #expect(try CoderList(study.study).lines().isEmpty)
  }

  @Test(
    "Who codes a part of an answer by hand has gone through it, in the same act; imported codings note nothing"
  )
  func codingIsSeeing() throws {
    let study = try TestStudy.coded()
    try study.code("Moyens", "R4/q2")
    #expect(try study.study.names("seen:anna") == ["R4/q2"])
    try study.importCodings("respondent,question,code,coder\nR1,q1,Moyens,bruno\n")
    // It is noted nowhere, but who has coded an answer has gone through it.
    #expect(try study.study.names("seen:bruno") == ["R1/q1"])
    let lines = try CoderProgress(study.study).lines()
    #expect(lines.map(\.coder) == ["anna", "bruno"])
    #expect(lines.map(\.seen) == [1, 0] && lines.map(\.codedUnseen) == [0, 1])
    _ = try HandCoding(study.study).uncode("Moyens", "R4/q2", coder: "anna")
    #expect(try CoderProgress(study.study).lines()[0].seenUncoded == 1)
    for _ in 0..<3 { _ = try HistoryKeeping(study.study).undo() }
    #expect(try study.study.names("uncoded").count == 8)
    #expect(try CoderList(study.study).lines().isEmpty)
  }

  @Test("Answers are noted by name and by query, and their notes taken back; progress counts what was given")
  func marking() throws {
    let study = try TestStudy.coded()
    _ = try CoderList(study.study).add("anna")
    _ = try Assigning(study.study).run(.init(coders: ["anna"], query: "question:q1"))
    let list = SeenList(study.study)
    #expect(try list.mark(answers: ["R1/q2"], query: "Insertion", coder: "anna") == (1, 1, "anna"))
    #expect(try list.mark(answers: ["R1/q1", "R1/q2"], coder: "ANNA") == (1, 2, "anna"))
    let line = try #require(CoderProgress(study.study).lines().first)
    #expect(
      line.assigned == 4 && line.assignedSeen == 1 && line.left == 3 && line.seen == 2 && line.coded == 0)
    #expect(line.last == TestStudy.time)
    #expect(try CoderProgress(study.study).lines(query: "question:q2")[0].seen == 1)
    #expect(try list.mark(answers: ["R1/q1", "R3/q1"], coder: "anna", isSeen: false) == (1, 2, "anna"))
    #expect(try study.study.names("seen:anna") == ["R1/q2"])
    #expect(throws: StudyError.unknownCoder(name: "bruno", near: nil)) {
      try list.mark(answers: ["R1/q1"], coder: "bruno", isSeen: false)
    }
  }

  @Test("A coder whose name nobody gave is said to be the system's user, once")
  func user() throws {
    let study = try TestStudy.coded()
    let coding = HandCoding(study.study)
    #expect(try coding.code("Moyens", "R1/q1").introducesUser)
    #expect(try !coding.code("Moyens", "R2/q1").introducesUser)
    #expect(try !coding.code("Moyens", "R3/q1", coder: "bruno").introducesUser)
    let other = try TestStudy.coded()
    try other.study.setCurrentCoder("claire")
    #expect(try !HandCoding(other.study).code("Moyens", "R1/q1").introducesUser)
  }
}
