import Testing

@testable import Workbench

@Suite struct CodebookFieldTests {
  @Test("Each field gives its text, and none is another's")
  func texts() {
    let content = CodeContent(
      name: "N", colour: Colour("#010203"), definition: "d", inclusion: "i", exclusion: "e",
      examples: ["x", "y"],
      rule: "r", memo: "m")
    #expect(
      CodebookField.allCases.map { $0.text(of: content) } == ["#010203", "d", "i", "e", "x\ny", "r", "m"])
    #expect(CodebookField.allCases.allSatisfy { $0.text(of: CodeContent(name: "N")).isEmpty })
  }
}
