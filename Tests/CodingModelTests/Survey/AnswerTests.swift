import CodingModel
import Testing

@Suite("Names of answers")
struct AnswerTests {
  @Test("An answer is named by respondent and question, or by the respondent alone")
  func naming() {
    #expect(AnswerName(respondent: "R0117", question: "q1").description == "R0117/q1")
    #expect(AnswerName(respondent: "R0117", question: nil).description == "R0117")
  }
}
