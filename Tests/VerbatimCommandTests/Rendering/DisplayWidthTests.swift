import CLineEditor
import Testing

@testable import VerbatimCommand

@Suite struct DisplayWidthTests {
  init() {
    #expect(line_editor_use_utf8(), "a UTF-8 locale is to be had")
  }

  @Test(
    "Columns on a terminal",
    arguments: [
      ("", 0), ("lien", 4), ("été", 3), ("e\u{301}té", 3), ("⟦x⟧", 3), ("漢字", 4), ("🙃", 2), ("a\u{200B}b", 2),
      ("\u{1B}[1;4mlien\u{1B}[0m", 4), ("a\tb\u{7F}", 2), ("1\u{202F}000\u{A0}%", 7),
    ])
  func width(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
  }

  @Test("Spaces fill up to a width, and what is wider stays")
  func padded() {
    #expect("été".padded(5) == "été  ")
    #expect("été".paddedLeft(5) == "  été")
    #expect("漢字".padded(5) == "漢字 ")
    #expect("répondant".padded(4) == "répondant")
    #expect("répondant".paddedLeft(4) == "répondant")
  }

  @Test(
    "What is too wide is cut, with an ellipsis in its place",
    arguments: [
      ("perte de lien", 13, "perte de lien", "perte de lien"), ("perte de lien", 6, "perte…", "… lien"),
      ("perte de lien", 1, "…", "…"), ("漢字漢字", 4, "漢…", "…字"),
      ("e\u{301}te\u{301}s", 3, "e\u{301}t…", "…e\u{301}s"),
      ("👩‍👩‍👧 famille", 4, "👩‍👩‍👧…", "…lle"),
    ])
  func cut(text: String, width: Int, start: String, end: String) {
    #expect(text.cutLeft(width) == end)
    // A family takes two columns or six, as the system's tables say.
    if !text.unicodeScalars.contains("\u{200D}") { #expect(text.cut(width) == start) }
    #expect(text.cut(width).displayWidth <= width)
    #expect(text.cutLeft(width).displayWidth <= width)
  }

  @Test(
    "On one line, nothing can move the cursor or turn the text round",
    arguments: [
      ("a\nb\r\nc\td", "a b  c d"), ("a\u{2028}b\u{85}c", "a b c"), ("\u{1B}[31mrouge", "␛[31mrouge"),
      ("a\u{7F}b\u{9B}c", "a·b·c"), ("\u{202E}envers\u{2066}x", "·envers·x"), ("\u{0}", "␀"),
      ("été 🙃", "été 🙃"),
    ])
  func onOneLine(text: String, shown: String) {
    #expect(text.onOneLine == shown)
  }
}
