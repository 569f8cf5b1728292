import CodingModel
import Testing

@testable import ProjectStore

@Suite("Reading a survey")
struct SurveyReadingTests {
  @Test("Respondents, with their weights")
  func respondents() throws {
    let study = try SmallStudy()
    try study.file.read { (reader: ProjectReader) throws in
      #expect(
        try reader.respondents() == [
          Respondent(id: RowID(1), identifier: "R1", weight: 1.5),
          Respondent(id: RowID(2), identifier: "R2", weight: 1.5),
          Respondent(id: RowID(3), identifier: "R3", weight: nil),
        ])
      #expect(try reader.respondent(identifier: "R2")?.id == RowID(2))
      #expect(try reader.respondent(identifier: "r2") == nil)
      #expect(try reader.respondent(RowID(3))?.identifier == "R3")
      #expect(try reader.respondent(RowID(4)) == nil)
      #expect(try reader.respondentCounts() == (all: 3, weighted: 2))
      var weights: [String] = []
      try reader.forEachWeight { weights.append("\($0.value) \($1 ?? -1)") }
      #expect(weights == ["1 1.5", "2 1.5", "3 -1.0"])
    }
  }

  @Test("Variables and their values")
  func variables() throws {
    let study = try SmallStudy()
    try study.file.perform(.importSurvey) { act in
      let years = try act.variable("ancienneté", .numeric)
      for (respondent, value) in [(1, "10"), (2, "2"), (3, "10")] as [(Int64, String)] {
        _ = try act.addValue(value, of: years, to: RowID(respondent), isNew: false)
      }
    }
    try study.file.read { (reader: ProjectReader) throws in
      #expect(
        try reader.variables() == [
          Variable(id: RowID(1), name: "métier", kind: .categorical),
          Variable(id: RowID(2), name: "ancienneté", kind: .numeric),
        ])
      let values = try reader.distinctValues(of: RowID(2))
      #expect(values.map(\.text) == ["10", "2"])
      #expect(values.map(\.respondents) == [2, 1])
      #expect(try reader.distinctValues(of: RowID(2), limit: 1).map(\.text) == ["10"])
      let all = try reader.distinctValues(limit: 1)
      #expect(all.map(\.variable.name) == ["métier", "ancienneté"])
      #expect(all.map(\.distinct) == [1, 2])
      #expect(all.map { $0.values.map(\.text) } == [["ASS"], ["10"]])
      #expect(try reader.valueTexts(of: RowID(2)) == ["10", "2"])
      #expect(try reader.distinctValueCount(of: RowID(2)) == 2)
      #expect(try reader.distinctValueCount(of: RowID(9)) == 0)
      #expect(try reader.values(of: RowID<Variable>(1)) == [RowID(1): "ASS", RowID(2): "ASS"])
      #expect(try reader.values(of: RowID<Respondent>(1)) == [RowID(1): "ASS", RowID(2): "10"])
      #expect(try reader.values(of: RowID<Respondent>(9)).isEmpty)
      let lookUp = try reader.valueLookUp()
      for respondent in [1, 2, 3, 1, 9].map({ RowID<Respondent>($0) }) {
        var found: [RowID<Variable>: String] = [:]
        try lookUp.forEachValue(of: respondent) { found[$0] = $1 }
        #expect(try found == reader.values(of: respondent))
      }
    }
  }

  @Test("Questions and answers")
  func answers() throws {
    let study = try SmallStudy()
    try study.file.read { (reader: ProjectReader) throws in
      #expect(
        try reader.questions() == [
          Question(id: RowID(1), name: "q1", wording: "q1 ?"),
          Question(id: RowID(2), name: "q2", wording: "q2 ?"),
        ])
      #expect(try reader.answerCounts() == [RowID(1): 3, RowID(2): 2])
      #expect(try reader.answerCount() == 5)
      let third = Answer(id: RowID(3), respondent: RowID(2), question: RowID(1), text: SmallStudy.texts[2])
      #expect(try reader.answer(RowID(3)) == third)
      #expect(try reader.answer(RowID(6)) == nil)
      #expect(try reader.answer(RowID(2), RowID(1)) == third)
      #expect(try reader.answer(RowID(3), RowID(2)) == nil)
      #expect(try reader.answers(of: RowID(1)).map(\.id) == [RowID(1), RowID(2)])
    }
  }

  @Test("Going through answers, all or those of a range, in the order of import")
  func goingThrough() throws {
    let study = try SmallStudy()
    try study.file.read { (reader: ProjectReader) throws in
      var texts: [String] = []
      try reader.forEachAnswer { texts.append($0.text) }
      #expect(texts == SmallStudy.texts)
      texts = []
      try reader.forEachAnswer(in: 2...3) { texts.append($0.text) }
      #expect(texts == Array(SmallStudy.texts[1...2]))
      var keys: [[Int64]] = []
      try reader.forEachAnswerKey { keys.append([$0.value, $1.value, $2.value]) }
      #expect(keys == [[1, 1, 1], [2, 1, 2], [3, 2, 1], [4, 2, 2], [5, 3, 1]])
      // Other reading may go on inside.
      try reader.forEachAnswer { (answer: Answer) throws in
        #expect(try reader.answer(answer.id) == answer)
      }
    }
  }
}
