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
      #expect(try reader.respondents(of: [1, 2, 5, 99]) == [RowID(1), RowID(3)])
      #expect(try reader.answeringRespondentCount() == 3)
      #expect(try reader.uncodedAnswers().map(\.value) == [1, 2, 4, 5])
    }
  }
}
