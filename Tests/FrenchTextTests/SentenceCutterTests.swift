import FrenchText
import Testing

@Suite(.enabled(if: French.hasLexicon, "no French dictionary on this machine"))
struct SentenceCutterTests {
  private func starts(_ text: String) throws -> [String] {
    let analyzer = try French.analyzer()
    var tokens: [AnalyzedToken] = []
    analyzer.analyze(text, into: &tokens)
    return tokens.filter(\.startsSentence).map { analyzer.types[$0.type].word }
  }

  @Test("a sentence starts the text, after a full stop and after a line's end")
  func simple() throws {
    #expect(try starts("Un mot. Deux mots ! Trois ?\nquatre") == ["Un", "Deux", "Trois", "quatre"])
  }

  @Test("abbreviations, numbers and dots before a small letter end no sentence")
  func abbreviations() throws {
    #expect(try starts("M. Durand a 3.5 enfants... je crois, etc. mais bon") == ["M."])
  }

  @Test("a closing bracket or quote goes with the sentence it closes")
  func closing() throws {
    #expect(try starts("(Oui.) Non. (Bof !) Fin") == ["(", "Non", "(", "Fin"])
  }

  @Test("a missing space after a full stop still ends the sentence")
  func missingSpace() throws {
    #expect(try starts("c'est fini.les gens") == ["c'", "les"])
  }
}
