import Testing
import Workbench

@testable import VerbatimCommand

@Suite struct CodedTextTests {
  private func lines(
    _ text: String, _ parts: (Int, Int, Bool)..., width: Int = 80, style: Style = .plain
  ) -> [String] {
    CodedText.lines(
      text,
      parts.enumerated().map { index, part in
        CodedText.Part(
          range: TextRange(part.0, part.1), label: Superscript.text(index + 1),
          colour: index == 0 ? Colour("#aa0000") : nil, isProposed: part.2)
      }, width: width, style)
  }

  @Test("What is coded stands between brackets, what is proposed between thin ones; parts nest and overlap")
  func plain() {
    #expect(lines("perdre le lien", (0, 6, false), (10, 14, true)) == ["⟦perdre⟧¹ le ⟨lien⟩²"])
    #expect(lines("abcdef", (2, 4, false), (0, 6, false)) == ["⟦ab⟦cd⟧¹ef⟧²"])
    #expect(lines("abcdef", (0, 4, false), (2, 6, true)) == ["⟦ab⟨cd⟧¹ef⟩²"])
    #expect(lines("abcdef", (0, 3, false), (3, 6, false)) == ["⟦abc⟧¹⟦def⟧²"])
    #expect(lines("abc") == ["abc"])
    #expect(lines("abc", (1, 1, false)) == ["abc"])
    #expect(lines("👩‍👧 et e\u{301}", (0, 3, false), (7, 9, false)) == ["⟦👩‍👧⟧¹ et ⟦e\u{301}⟧²"])
  }

  @Test("Control characters are made harmless, line feeds stay")
  func controls() {
    #expect(lines("a\u{1B}[31mb\u{202E}\nc", (1, 3, false)) == ["a⟦␛[⟧¹31mb·", "c"])
  }

  @Test("In colour, a coded part is underlined in its code's colour, and each line ends what it begins")
  func coloured() {
    let red = "\u{1B}[0;4;38;2;170;0;0m"
    let label = "\u{1B}[38;2;170;0;0m¹\u{1B}[0m"
    #expect(lines("un lien", (3, 7, false), style: .coloured) == ["un \(red)lien\u{1B}[0m\(label)"])
    let folded = lines("aaaa bbbb cccc dddd eeee ffff", (5, 24, false), width: 20, style: .coloured)
    #expect(folded == ["aaaa \(red)bbbb cccc dddd\u{1B}[0m", "\(red)eeee\u{1B}[0m\(label) ffff"])
    #expect(
      lines("abcd", (0, 4, true), (1, 3, false), style: .coloured) == [
        "\u{1B}[0;38;2;170;0;0ma\u{1B}[0;4mbc\u{1B}[0m²\u{1B}[0;38;2;170;0;0md\u{1B}[0m\(label)"
      ])
  }
}
