import Testing

@testable import VerbatimCommand

@Suite struct ParagraphTests {
  @Test("Text is broken between words")
  func folded() {
    #expect(
      Paragraph.lines("On nous demande de faire du social avec un écran.", width: 20) == [
        "On nous demande de", "faire du social avec", "un écran.",
      ])
  }

  @Test("A word wider than the line stands on one of its own")
  func longWord() {
    #expect(
      Paragraph.lines("voir https://exemple.invalid/page svp", width: 20) == [
        "voir", "https://exemple.invalid/page", "svp",
      ])
  }

  @Test("The text's own line feeds stay, empty lines too")
  func lineFeeds() {
    #expect(Paragraph.lines("un\n\ndeux trois", width: 40) == ["un", "", "deux trois"])
    #expect(Paragraph.lines("", width: 40) == [""])
  }

  @Test("Lines are never narrower than twenty columns")
  func narrow() {
    #expect(
      Paragraph.lines("faire du social avec un écran", width: 1) == ["faire du social avec", "un écran"])
  }

  @Test("Joined again by spaces, the lines are the text, whatever it holds", arguments: 0..<40)
  func nothingIsLost(seed: Int) {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let alphabet: [Character] = ["a", "é", " ", " ", "漢", "\u{A0}", "🙃", ".", "-"]
    let text = String((0..<next(200)).map { _ in alphabet[next(alphabet.count)] })
    let lines = Paragraph.lines(text, width: 20 + next(30))
    #expect(lines.joined(separator: " ") == text)
  }
}
