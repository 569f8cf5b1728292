import Testing
import Workbench

@testable import VerbatimCommand

@Suite struct PairScreenTests {
  private let session = Session(terminal: .test())

  private func pair(_ a: Int, _ b: Int, _ both: Int, _ n: Int?) -> PairRow {
    PairRow(row: 0, column: 1, nA: a, nB: b, nAB: both, n: n)
  }

  @Test("The most frequent pair has the longest bar, the rarest still one")
  func lines() {
    // Expected: 20 × 40 / 100 = 8; Jaccard 16 / 44; G² by hand from the four cells 16, 4, 24, 56.
    #expect(
      inLanguage(.fr) {
        PairScreen.lines(
          [("lien", "charge", pair(20, 40, 16, 100)), ("lien", "droit", pair(20, 30, 1, 100))],
          heading: "codes",
          counted: "réponses", session)
      } == [
        "  codes          réponses            attendu  Jaccard     G²",
        "  lien × charge        16  ▇▇▇▇▇▇▇▇      8,0     0,36  +16,8",
        "  lien × droit          1  ▇             6,0     0,02   −9,5",
      ])
  }

  @Test("Pairs of ranges have no total, hence no expectation")
  func rangesOnly() {
    let lines = inLanguage(.en) {
      PairScreen.lines([("a", "b", pair(3, 4, 2, nil))], heading: "codes", counted: "pairs", session)
    }
    #expect(lines[1] == "  a × b      2  ▇▇▇▇▇▇▇▇         –     0.40   –")
  }

  @Test("No pair is said to be none")
  func none() {
    #expect(
      inBoth { PairScreen.lines([], heading: "", counted: "", session)[0] } == ["Aucune paire.", "No pair."])
  }

  @Test("Where one is over five times as frequent, Jaccard is warned of")
  func warning() {
    #expect(PairScreen.warning([("a", "b", pair(10, 50, 5, 100))], session) == [])
    #expect(
      inLanguage(.en) { PairScreen.warning([("a", "b", pair(10, 51, 5, 100))], session) } == [
        "In 1 of these pairs one code is over 5 times as frequent as the other: their Jaccard stays low whatever happens."
      ])
  }

  @Test("Bars", arguments: [(0.0, ""), (0.01, "▇"), (0.5, "▇▇▇▇"), (1.0, "▇▇▇▇▇▇▇▇"), (1.5, "▇▇▇▇▇▇▇▇")])
  func bar(share: Double, text: String) {
    #expect(Bar.text(share, width: 8) == text)
  }
}
