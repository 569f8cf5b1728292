import CodingModel
import Testing

@testable import ProjectStore

@Suite("Answers by what is attached to them")
struct AnswerSelectionTests {
  @Test("By question, or without any coding")
  func selecting() throws {
    let study = try SmallStudy()
    try study.addCoding(1, on: 3, TextRange(0, 2))
    try study.addCoding(2, on: 3, TextRange(0, 2))
    try study.file.read { (reader: ProjectReader) throws in
      #expect(try reader.answers(to: RowID(2)).map(\.value) == [2, 4])
      #expect(try reader.answers(to: RowID(3)) == [])
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
}
