import FrenchText
import Testing

struct FoldingTests {
  @Test("a form is in lower case, composed, with straight apostrophes and no invisible characters")
  func form() {
    #expect(Folding.form("L’E\u{0301}TÉ") == "l'été")
    #expect(Folding.form("tra\u{00AD}vail\u{200B}") == "travail")
    #expect(Folding.form("porte\u{2011}monnaie") == "porte-monnaie")
    #expect(Folding.form("ﬁn") == "fin")
    #expect(Folding.form("4\u{202F}000\u{A0}000") == "4 000 000")
  }

  @Test("folding takes off accents and parts ligatures")
  func folded() {
    #expect(Folding.folded("Où ÇA ? Cœur, ex æquo, naïf") == "ou ca ? coeur, ex aequo, naif")
    #expect(Folding.folded("e\u{0301}") == "e")
  }
}
