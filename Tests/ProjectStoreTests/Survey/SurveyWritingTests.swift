import CodingModel
import Testing

@testable import ProjectStore

@Suite("Storing a survey")
struct SurveyWritingTests {
  @Test("Importing the same survey again adds nothing; new rows add just these")
  func again() throws {
    let study = try SmallStudy()
    let before = try study.project.dump()
    #expect(try study.file.perform(.importSurvey) { try SmallStudy.addSurvey($0) }.act == nil)
    #expect(try study.project.dump() == before)
    let added = try study.file.perform(.importSurvey) { act in
      try SmallStudy.addSurvey(act)
      let (id, isNew) = try act.respondent("R3", weight: nil)
      #expect(!isNew)
      return try act.addAnswer("Enfin", of: id, to: RowID(2), isNew: isNew)
    }
    #expect(added.result == RowID(6))
    #expect(try study.file.read { try $0.answerCount() } == 6)
  }

  @Test("Another text to an answer that is stored is refused, by name, and the import with it")
  func answerConflict() throws {
    let study = try SmallStudy()
    let before = try study.project.dump()
    #expect(throws: ActError.answerDiffers(respondent: "R2", question: "q1")) {
      try study.file.perform(.importSurvey) { act in
        let new = try act.respondent("R9", weight: nil)
        _ = try act.addAnswer("Neuf", of: new.id, to: RowID(1), isNew: new.isNew)
        let (id, isNew) = try act.respondent("R2", weight: nil)
        _ = try act.addAnswer("je perds le lien", of: id, to: RowID(1), isNew: isNew)
      }
    }
    #expect(try study.project.dump() == before)
  }

  @Test("Texts that look the same but are written otherwise are not the same text")
  func otherBytes() throws {
    let project = try TemporaryProject()
    try project.file.perform(.importSurvey) { act in
      let question = try act.question(SurveyQuestion(name: "q1", wording: ""))
      let (id, isNew) = try act.respondent("R1", weight: nil)
      _ = try act.addAnswer("été", of: id, to: question, isNew: isNew)
      #expect(throws: ActError.answerDiffers(respondent: "R1", question: "q1")) {
        try act.addAnswer("e\u{301}te\u{301}", of: id, to: question, isNew: false)
      }
    }
  }

  @Test("Another value of a variable is refused, by name")
  func valueConflict() throws {
    let study = try SmallStudy()
    #expect(throws: ActError.valueDiffers(respondent: "R1", variable: "métier")) {
      try study.file.perform(.importSurvey) { act in
        let (id, isNew) = try act.respondent("R1", weight: 1.5)
        _ = try act.addValue("CESF", of: try act.variable("métier", .categorical), to: id, isNew: isNew)
      }
    }
    let added = try study.file.perform(.importSurvey) { act in
      try act.addValue("CESF", of: RowID(1), to: RowID(3), isNew: false)
    }
    #expect(added.result)
    #expect(
      try study.file.read { try $0.values(of: RowID<Variable>(1)) } == [
        RowID(1): "ASS", RowID(2): "ASS", RowID(3): "CESF",
      ])
  }

  @Test("Values that are stored already are a respondent's as values given by their text are")
  func storedValues() throws {
    let study = try SmallStudy()
    let counts = try study.file.perform(.importSurvey) { act in
      let values = [
        try act.storedValue("40", of: act.variable("âge", .numeric)),
        try act.storedValue("ASS", of: act.variable("métier", .categorical)),
      ]
      let new = try act.respondent("R8", weight: nil, weightName: "poids", storedValues: values)
      let again = try act.respondent("R8", weight: nil, weightName: "poids", storedValues: values.reversed())
      #expect(new.isNew && !again.isNew && again.id == new.id)
      return [new.newValues, again.newValues]
    }.result
    #expect(counts == [2, 0])
    #expect(
      try study.file.read { reader in
        try reader.values(of: reader.respondents().last { $0.identifier == "R8" }!.id).values.sorted()
      } == ["40", "ASS"])
  }

  @Test("A weight is kept, filled in where there was none, never replaced")
  func weights() throws {
    let study = try SmallStudy()
    let before = try study.project.dump()
    #expect(throws: ActError.valueDiffers(respondent: "R1", variable: "poids")) {
      try study.file.perform(.importSurvey) { try $0.respondent("R1", weight: 2, weightName: "poids") }
    }
    #expect(try study.file.perform(.importSurvey) { try $0.respondent("R1", weight: nil) }.act == nil)
    try study.file.perform(.importSurvey) { _ = try $0.respondent("R3", weight: 0.25) }
    #expect(try study.file.read { try $0.respondents().map(\.weight) } == [1.5, 1.5, 0.25])
    _ = try study.file.undo()
    #expect(try study.project.dump() == before)
  }

  @Test("Identities are never given twice, not even after an import is undone")
  func identities() throws {
    let study = try SmallStudy()
    for expected: Int64 in [4, 5] {
      let id = try study.file.perform(.importSurvey) { try $0.respondent("N", weight: nil).id }.result
      #expect(id == RowID(expected))
      _ = try study.file.undo()
    }
  }

  @Test("Hostile names are data")
  func hostileNames() throws {
    let project = try TemporaryProject()
    let names = [
      "'); DROP TABLE answer; --", "\"", "%_?:a$b@c", String(repeating: "é", count: 10_000), "👩‍💻\n\t",
    ]
    try project.file.perform(.importSurvey) { act in
      for name in names {
        let question = try act.question(SurveyQuestion(name: name, wording: name))
        let (id, isNew) = try act.respondent(name, weight: nil)
        _ = try act.addValue(name, of: try act.variable(name, .categorical), to: id, isNew: isNew)
        _ = try act.addAnswer(name, of: id, to: question, isNew: isNew)
      }
      act.details = ["name": names[0]]
    }
    try project.file.read { (reader: ProjectReader) throws in
      #expect(try reader.respondents().map(\.identifier) == names)
      #expect(try reader.variables().map(\.name) == names)
      #expect(try reader.questions().map(\.wording) == names)
      #expect(try reader.answers(of: RowID(4)).map(\.text) == [names[3]])
      #expect(try reader.valueColumn(of: RowID(1)).texts == [names[0]])
      #expect(try reader.history().map(\.details) == [["name": names[0]]])
    }
  }
}
