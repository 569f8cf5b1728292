import Testing

@testable import Workbench

@Suite("Spellings of names")
struct SpellingTests {
  @Test(
    "Composed, with straight apostrophes",
    arguments: [("E\u{301}te\u{301}", "Été"), ("d’aide", "d'aide"), ("", "")])
  func precomposed(text: String, expected: String) {
    #expect(Array(text.precomposed.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("Without case and accents", arguments: [("Éché’ance", "eche'ance"), ("ŒUVRE", "oeuvre")])
  func folded(text: String, expected: String) {
    #expect(text.folded == expected)
  }
}
