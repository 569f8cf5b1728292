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
      "travailleurs ou travailleuses", "ceux et celles", "un ou une", "ils/elles", "employées et employés",
      "auteurs et autrices", "chacune et chacun", "il ou elle", "étudiants/étudiantes",
    ])
  func found(_ text: String) throws {
    #expect(try doublets(text) == [Doublet(first: 0, second: 2)])
  }

  @Test("a determiner may stand before the second")
  func determiner() throws {
    #expect(try doublets("les étudiantes et les étudiants") == [Doublet(first: 1, second: 4)])
  }

  @Test(
    "a preposition and a determiner may stand before the second",
    arguments: ["à celles et à ceux", "de tous et de toutes"])
  func preposition(_ text: String) throws {
    #expect(try doublets(text) == [Doublet(first: 1, second: 4)])
    #expect(
      try doublets("pour les Françaises et pour les Français") == [Doublet(first: 2, second: 6)])
  }

  @Test("both words of a doublet have the lemma of the masculine")
  func lemmas() throws {
    let analyzer = try French.analyzer()
    for (text, lemma) in [
      ("les travailleuses et les travailleurs", "travailleur"), ("les auteurs et les autrices", "auteur"),
      ("celles et ceux", "celui"), ("des infirmières et des infirmiers", "infirmier"),
      ("nos agricultrices et nos agriculteurs", "agriculteur"), ("toutes et tous", "tout"),
    ] {
      #expect(French.read(text, with: analyzer).count { $0.type.lemma == lemma } == 2, "\(text)")
    }
  }

  @Test(
    "words that are not two genders of one are none",
    arguments: [
      "et/ou", "pain et beurre", "les unes et les unes", "le père et la mère", "grand et petit", "oui ou non",
      "la retraite et le retrait", "les travailleuses. Et les travailleurs",
    ])
  func none(_ text: String) throws {
    #expect(try doublets(text).isEmpty)
  }
}
