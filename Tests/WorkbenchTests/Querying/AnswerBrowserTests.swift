import Testing

@testable import Workbench

@Suite("Looking answers up for display")
struct AnswerBrowserTests {
  @Test("Names, texts and values, empty where missing")
  func browse() throws {
    let study = try TestStudy().study
    try study.project.read { reader in
      let browser = try AnswerBrowser(reader, variables: ["groupe", "anciennete"])
      #expect(browser.variables.map(\.name) == ["groupe", "ancienneté"])
      let found = try #require(try browser.answer(RowID(6)))
      #expect(found.name == AnswerName(respondent: "R4", question: "q1"))
      #expect(found.answer.text.hasPrefix("Trop de tableaux"))
      #expect(try browser.values(of: found.answer.respondent) == ["", ""])
      #expect(try browser.values(of: RowID(1)) == ["Éducation", "3"])
      #expect(try browser.answer(RowID(99)) == nil)
      let sliced = try #require(try browser.slicedAnswer(RowID(6)))
      #expect(sliced.name == found.name && sliced.text.slice(TextRange(0, 4)) == "Trop")
      #expect(try browser.slicedAnswer(RowID(1))?.respondent == RowID(1))
      #expect(try browser.slicedAnswer(RowID(6))?.name == found.name)
      #expect(try browser.slicedAnswer(RowID(99)) == nil)
      #expect(try AnswerBrowser(reader).values(of: RowID(1)) == [])
      #expect(throws: StudyError.unknownVariable(name: "âge", near: nil)) {
        try AnswerBrowser(reader, variables: ["âge"])
      }
    }
  }
}
