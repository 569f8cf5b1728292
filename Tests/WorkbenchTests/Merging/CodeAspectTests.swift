import Testing

@testable import Workbench

@Suite("Aspects of codes")
struct CodeAspectTests {
  @Test(
    "What people write has a text, what is told by codes has none; two lists of examples never read alike")
  func texts() {
    let content = CodeContent(
      name: "Lien", colour: Colour(red: 1, green: 2, blue: 3), definition: "d", inclusion: "i",
      exclusion: "e",
      examples: ["un", "deux"], rule: "lien", memo: "m")
    let texts = CodeAspect.allCases.map { $0.text(of: content) }
    #expect(texts == ["Lien", "#010203", "d", "i", "e", "un\u{1}deux", nil, "m", nil])
    let one = CodeContent(name: "", examples: ["un\ndeux"])
    #expect(
      CodeAspect.examples.text(of: one)
        != CodeAspect.examples.text(of: CodeContent(name: "", examples: ["un", "deux"])))
  }
}
