import Testing

@testable import VerbatimCommand
@testable import Workbench

@Suite struct CrosstabScreenTests {
  private let session = Session(terminal: .test(width: 100))
  private let coverage = CodingCoverage(["anna"], coded: 42, of: 42)

  /// 40 respondents in two groups and 2 without one: 15 of 20 have the code in A, 5 of 20 in B, 1 of 2 elsewhere.
  private func table(codes: [String], weighted: Bool = false, withoutWeight: Int = 0) -> CrossTabulating.Table
  {
    let units =
      (0..<20).map { _ in TabulatedUnit(category: 0) } + (0..<20).map { _ in TabulatedUnit(category: 1) }
      + (0..<2).map { _ in TabulatedUnit(category: nil) }
    let coded = [Array(0..<15) + Array(20..<25) + [40], Array(0..<10) + Array(20..<30)]
    return CrossTabulating.Table(
      variable: "groupe", categories: ["A", "B"], codes: codes,
      tabulation: CrossTabulation(
        units: units, categoryCount: 2, coded: Array(coded.prefix(codes.count)), weighted: weighted),
      request: .init(codes: codes, variable: "groupe", isWeighted: weighted), coders: ["anna"],
      codedAnswers: 42, allAnswers: 42,
      withoutWeight: withoutWeight)
  }

  @Test("One code: a line a category, its interval drawn, the test under it")
  func single() {
    // Wilson's intervals of 15/20, 5/20, 1/2 and 21/42; χ² of the 3 × 2 table is 10 with 2 degrees of freedom.
    #expect(
      inLanguage(.fr) { CrosstabScreen.lines(table(codes: ["perte de lien"]), session, coverage: coverage) }
        == [
          "perte de lien",
          "  groupe          n  base  part  IC 95 %",
          "  A              15    20  75\u{A0}%  53 – 89  ↑                  ├──────●────┤",
          "  B               5    20  25\u{A0}%  11 – 47  ↓     ├────●──────┤",
          "  (sans valeur)   1     2  50\u{A0}%   9 – 91        ├────────────●───────────┤",
          "  Ensemble       21    42  50\u{A0}%  36 – 64                ├────●───┤",
          "χ² = 10,0 (ddl 2), p = 0,007, V de Cramér = 0,49. Effectifs attendus faibles (au moins un sous 5) :",
          "χ² approximatif.",
          "Base : part de tous les répondants. Codeur : anna. « (sans valeur) » compte dans le χ² comme une",
          "modalité ; sans elle : --leave-out-missing. ↑ ↓ : résidu ajusté d'au moins 1,96.",
        ])
  }

  @Test("Several codes: a line a code, a column a category, p corrected")
  func several() {
    let lines = inLanguage(.en) {
      CrosstabScreen.lines(
        table(codes: ["loss", "load"], weighted: true, withoutWeight: 3), session, coverage: coverage)
    }
    #expect(
      lines == [
        "  code     A     B  (none)  All   n     V      p",
        "  loss  75%↑  25%↓    50%   50%  21  0.49  0.013",
        "  load  50%   50%      0%   48%  20  0.21  0.385",
        "  base   20    20       2    42",
        "Base: share of all respondents. Coder: anna. Weighted shares; n and base unweighted. χ² on weights",
        "of mean 1, without the sampling design: p is a guide only. Without a weight, so as 1: 3\u{A0}respondents.",
        "'(none)' counts in χ² as a category; without it: --leave-out-missing. p corrected (Holm). ↑ ↓:",
        "adjusted residual of at least 1.96.",
      ])
  }

  @Test("In files everything is a number, the total under a star")
  func data() {
    let data = CrosstabScreen.data(table(codes: ["perte de lien"]))
    #expect(data.columns.prefix(4) == ["code", "category", "n", "base"])
    #expect(data.rows.map { $0[1] } == ["A", "B", .missing, "*"])
    #expect(data.rows.map { $0[2] } == [15, 5, 1, 21])
    #expect(data.rows.allSatisfy { $0.count == data.columns.count })
  }
}
