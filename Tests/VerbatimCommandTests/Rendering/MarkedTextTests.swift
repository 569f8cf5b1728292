import Testing
import Workbench

@testable import VerbatimCommand

@Suite struct MarkedTextTests {
  private func marked(_ text: String, _ ranges: (Int, Int)..., style: Style = .plain) -> String {
    MarkedText.text(
      text, ranges.enumerated().map { (TextRange($1.0, $1.1), Superscript.text($0 + 1)) }, style)
  }

  @Test("Ranges stand between brackets, their numbers after them")
  func brackets() {
    #expect(marked("perdre le lien", (0, 6), (10, 14)) == "⟦perdre⟧¹ le ⟦lien⟧²")
    #expect(marked("perdre le lien", (0, 14)) == "⟦perdre le lien⟧¹")
    #expect(marked("perdre") == "perdre")
  }

  @Test("Ranges may meet, nest and overlap")
  func overlapping() {
    #expect(marked("abcdef", (0, 3), (3, 6)) == "⟦abc⟧¹⟦def⟧²")
    #expect(marked("abcdef", (0, 6), (2, 4)) == "⟦ab⟦cd⟧²ef⟧¹")
    #expect(marked("abcdef", (0, 6), (3, 6)) == "⟦abc⟦def⟧²⟧¹")
    #expect(marked("abcdef", (0, 4), (2, 6)) == "⟦ab⟦cd⟧¹ef⟧²")
    #expect(marked("ab", (0, 2), (0, 2)).filter { "⟦⟧".contains($0) } == "⟦⟦⟧⟧")
  }

  @Test("Offsets are code points, whatever a reader takes for one letter")
  func codePoints() {
    #expect(marked("👩‍👧 et e\u{301}", (0, 3), (7, 9)) == "⟦👩‍👧⟧¹ et ⟦e\u{301}⟧²")
  }

  @Test("An empty range marks nothing, and one past the end is closed by it")
  func limits() {
    #expect(marked("abc", (1, 1)) == "abc")
    #expect(marked("", (0, 0)) == "")
  }

  @Test("In colour, what is marked is underlined from the first range to the last")
  func coloured() {
    #expect(marked("abcdef", (0, 4), (2, 6), style: .coloured) == "\u{1B}[4mab\u{1B}[4mcd¹ef\u{1B}[24m²")
  }

  @Test("What an answer holds cannot steer the terminal; its line feeds stay")
  func harmless() {
    #expect(marked("a\u{1B}[2Jb\nc", (0, 1)) == "⟦a⟧¹␛[2Jb\nc")
  }

  @Test("Numbers above the line")
  func superscript() {
    #expect([1, 20, 345].map(Superscript.text) == ["¹", "²⁰", "³⁴⁵"])
  }
}
