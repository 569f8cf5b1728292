import FrenchText
import Testing

@Suite(.enabled(if: French.hasLexicon, "no French dictionary on this machine"))
struct DoubletsTests {
  private func doublets(_ text: String) throws -> [Doublet] {
    let analyzer = try French.analyzer()
    var tokens: [AnalyzedToken] = []
    analyzer.analyze(text, into: &tokens)
    return analyzer.doublets(in: tokens)
  }

  @Test(
    "two genders of one word are a doublet",
    arguments: [
      "celles et ceux", "toutes et tous", "tous/toutes", "Françaises, Français",
      "travailleurs ou travailleuses",
    ])
  func found(_ text: String) throws {
    #expect(try doublets(text) == [Doublet(first: 0, second: 2)])
  }

  @Test("a determiner may stand before the second")
  func determiner() throws {
    #expect(try doublets("les étudiantes et les étudiants") == [Doublet(first: 1, second: 4)])
  }

  @Test(
    "words that are not two genders of one are none",
    arguments: ["et/ou", "pain et beurre", "les unes et les unes"])
  func none(_ text: String) throws {
    #expect(try doublets(text).isEmpty)
  }
}
