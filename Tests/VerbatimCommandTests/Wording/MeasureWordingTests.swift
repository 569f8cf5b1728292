import Testing
import Workbench

@testable import VerbatimCommand

@Suite struct MeasureWordingTests {
  @Test("Each measure for reading, a sign where it has one")
  func text() {
    let table = ContingencyTable(o11: 10, r1: 100, c1: 50, n: 10_000)
    let shown = inLanguage(.fr) { AssociationMeasure.allCases.map { "\($0.wording) \($0.text(table))" } }
    #expect(
      shown == [
        "n 10", "spécificité +10,3", "G² +43,8", "χ² 183,2", "Dice 0,13", "logDice 11,1", "Jaccard 0,07",
        "cosinus 0,14", "PMI +4,32", "NPMI +0,43", "t +3,0", "z +13,4",
      ])
    #expect(inLanguage(.en) { AssociationMeasure.lafon.wording } == "specificity")
    let apart = ContingencyTable(o11: 0, r1: 100, c1: 50, n: 1000)
    #expect(inLanguage(.fr) { AssociationMeasure.lafon.text(apart) } == "−2,3")
    #expect(inLanguage(.fr) { AssociationMeasure.pmi.text(apart) } == "–")
    #expect(AssociationMeasure.g2.text(nil) == "–")
  }
}
