import CodingModel
import Testing

@Suite("Characters that cannot be seen")
struct HiddenCharacterTests {
  @Test(
    "The first one in a text is found, with its place in code points",
    arguments: [
      ("ga\u{200B}in", "U+200B", 2), ("\u{FEFF}gain", "U+FEFF", 0), ("argen\u{AD}t", "U+00AD", 5),
      ("é😀\u{202E}x\u{200B}", "U+202E", 2), ("\u{1B}[2J", "U+001B", 0), ("a\u{2800}", "U+2800", 1),
      ("\u{E0041}", "U+E0041", 0), ("x\u{E000}", "U+E000", 1),
    ])
  func found(text: String, name: String, place: Int) throws {
    let hidden = try #require(HiddenCharacter(in: text))
    #expect(hidden.name == name)
    #expect(hidden.place == place)
  }

  @Test(
    "What is seen, blanks and line ends are none",
    arguments: ["", "côté « à »", "a b\u{A0}c\u{202F}d", "a\nb\tc", "e\u{301}", "😀", "雪"])
  func none(text: String) { #expect(HiddenCharacter(in: text) == nil) }
}
