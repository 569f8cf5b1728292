import CodingModel
import Testing

@testable import ProjectStore

@Suite("Answers by what is attached to them")
struct AnswerSelectionTests {
  @Test("By question, by a variable's values, or without any coding")
  func selecting() throws {
    let study = try SmallStudy()
    try study.addCoding(1, on: 3, TextRange(0, 2))
    try study.addCoding(2, on: 3, TextRange(0, 2))
    try study.file.perform(.importSurvey) {
      _ = try $0.addValue("CESF", of: RowID(1), to: RowID(3), isNew: false)
    }
    try study.file.read { (reader: ProjectReader) throws in
      #expect(try reader.answers(to: RowID(2)).map(\.value) == [2, 4])
      #expect(try reader.answers(to: RowID(3)) == [])
      #expect(try reader.answers(where: RowID(1), isOneOf: ["ASS"]).map(\.value) == [1, 2, 3, 4])
      #expect(
        try reader.answers(where: RowID(1), isOneOf: ["CESF", "ASS", "CESF"]).map(\.value) == [1, 2, 3, 4, 5])
      #expect(try reader.answers(where: RowID(1), isOneOf: ["ass"]) == [])
      #expect(try reader.answers(where: RowID(1), isOneOf: []) == [])
      for set in [[], [1], [1, 2, 5, 99], [3, 5]] as [Set<Int64>] {
        let answers = set.map { RowID<Answer>($0) }
        let expected = set.isEmpty ? 0 : set == [1] ? 1 : 2
        // As many, and as few: by look-ups and by one pass.
        for count in [answers.count, 1000] {
          #expect(
            try reader.respondentCount(of: answers, count: count) { set.contains($0.value) } == expected)
        }
      }
      #expect(try reader.surveyCounts().answeringRespondents == 3)
      #expect(try reader.uncodedAnswers().map(\.value) == [1, 2, 4, 5])
    }
  }

  @Test("Many respondents are found as few are")
  func many() throws {
    let project = try TemporaryProject()
    try project.file.perform(.importSurvey) { act in
      let question = try act.question(SurveyQuestion(name: "q", wording: ""))
      let variable = try act.variable("v", .categorical)
      for number in 1...3000 {
        let (id, _, _) = try act.respondent(
          "R\(number)", weight: nil, values: [(variable, number % 3 == 0 ? "trois" : "autre \(number % 7)")])
        _ = try act.addAnswer("Oui", of: id, to: question, isNew: true)
      }
    }
    try project.file.read { (reader: ProjectReader) throws in
      let many = try reader.answers(where: RowID(1), isOneOf: ["trois", "autre 1"]).map(\.value)
      let most: [Int64] = (1...3000).filter { $0 % 3 == 0 || $0 % 7 == 1 }
      #expect(many == most)
      let few = try reader.answers(where: RowID(1), isOneOf: ["autre 2"]).map(\.value)
      let expected: [Int64] = (1...3000).filter { $0 % 3 != 0 && $0 % 7 == 2 }
      #expect(few == expected)
    }
  }
}
