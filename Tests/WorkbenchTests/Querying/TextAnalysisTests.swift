import Testing

@testable import Workbench

@Suite("Analysing texts outside any project")
struct TextAnalysisTests {
  @Test("Tokens with their places in the line")
  func tokens() throws {
    let analysis = try TextAnalysis()
    let tokens = analysis.tokens(of: "On perd le lien. Trop !")
    #expect(
      tokens.map { "\($0.start)-\($0.end) \($0.type.word)" } == [
        "0-2 On", "3-7 perd", "8-10 le", "11-15 lien", "15-16 .", "17-21 Trop", "22-23 !",
      ])
    #expect(tokens.map(\.startsSentence) == [true, false, false, false, false, true, false])
    #expect(tokens[1].type.lemma == "perdre")
    #expect(analysis.tokens(of: "").isEmpty)
    #expect(analysis.tokens(of: "lien").map(\.type.form) == ["lien"])
  }
}
