import Testing

@testable import Workbench

@Suite("Reading answers")
struct AnswerReadingTests {
  @Test("An answer comes with its text, values, codings and memos")
  func one() throws {
    let test = try TestStudy.coded()
    try test.code("surcharge", "R1/q1", .range(TextRange(17, 30)), memo: "note")
    try test.code("lien", "R1/q1", .range(TextRange(3, 15)), coder: "bruno")
    try test.code("lien", "R1/q2")
    try MemoKeeping(test.study).add("à relire", on: .answer("R1/q1"), coder: "anna")
    let pages = try AnswerReading(test.study).pages("R1/q1")
    #expect(pages.map(\.answer.description) == ["R1/q1"])
    #expect(pages[0].text == "On perd le lien. Trop de mails.")
    #expect(pages[0].wording == "q1")
    #expect(pages[0].values.map { "\($0.variable)=\($0.value)" } == ["groupe=Éducation", "ancienneté=3"])
    #expect(pages[0].codings.map(\.segment) == ["perd le lien", "Trop de mails"])
    #expect(pages[0].codings.map(\.memo) == ["", "note"])
    #expect(pages[0].memos == ["à relire"])
  }

  @Test("A respondent's name gives all that they answered")
  func all() throws {
    let reading = AnswerReading(try TestStudy().study)
    #expect(try reading.pages("R3").map(\.answer.description) == ["R3/q1", "R3/q2"])
    #expect(try reading.pages("R2").map(\.text) == ["RAS"])
    #expect(throws: StudyError.unknownRespondent(identifier: "R7", near: "R1")) { try reading.pages("R7/q1") }
  }
}
