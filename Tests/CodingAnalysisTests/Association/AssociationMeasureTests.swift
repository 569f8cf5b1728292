import CodingAnalysis
import Testing

@Suite("Measures by name")
struct AssociationMeasureTests {
  @Test("Each name gives the measure of that name", arguments: AssociationMeasure.allCases)
  func values(measure: AssociationMeasure) {
    let table = ContingencyTable(o11: 10, r1: 100, c1: 50, n: 10_000)
    let expected: Double? =
      switch measure {
      case .f: 10
      case .lafon: table.lafon
      case .g2: table.signedG2
      case .chi2: table.chiSquared
      case .dice: table.dice
      case .logDice: table.logDice
      case .jaccard: table.jaccard
      case .cosine: table.cosine
      case .pmi: table.pmi
      case .npmi: table.npmi
      case .t: table.tScore
      case .z: table.zScore
      }
    #expect(measure.value(of: table) == expected)
    #expect(expected != nil)
    #expect(AssociationMeasure(rawValue: measure.rawValue) == measure)
  }

  @Test("No two measures give the same value, so that none stands for another")
  func different() {
    let table = ContingencyTable(o11: 10, r1: 100, c1: 50, n: 10_000)
    #expect(Set(AssociationMeasure.allCases.compactMap { $0.value(of: table) }).count == 12)
  }

  @Test("A table that cannot be has none", arguments: AssociationMeasure.allCases)
  func impossible(measure: AssociationMeasure) {
    #expect(measure.value(of: ContingencyTable(o11: 5, r1: 3, c1: 9, n: 20)) == nil)
  }
}
