import CodingAnalysis
import Testing

@Suite("Independence of rows and columns")
struct IndependenceTestTests {
  static let table: [[Double]] = [[30, 20, 10, 5], [70, 30, 40, 45]]

  @Test("chi², its degrees of freedom, p and Cramér's V, as scipy gives them")
  func worked() throws {
    let test = try #require(IndependenceTest(Self.table))
    #expect(agree(test.chiSquared, 13.513513513513514))
    #expect(test.degreesOfFreedom == 3)
    #expect(agree(test.p, 0.0036480111694419753))
    #expect(agree(test.cramersV, 0.23249527748763857))
    #expect(agree(test.smallestExpected, 13))
    #expect(test.fisher == nil)
    #expect(test.reportedP == test.p)
  }

  @Test("adjusted residuals: the same in a table of two rows, with signs turned")
  func residuals() throws {
    let residuals = IndependenceTest.adjustedResiduals(Self.table)
    for (column, expected) in [1.1772856, 2.52328038, -1.08140588, -2.883749].enumerated() {
      #expect(abs(try #require(residuals[0][column]) - expected) < 1e-7)
      #expect(abs(try #require(residuals[1][column]) + expected) < 1e-7)
    }
  }

  @Test("a small 2x2 gets Fisher's test, which is then what is reported")
  func fisher() throws {
    let test = try #require(IndependenceTest([[8, 2], [1, 5]]))
    #expect(agree(test.fisher, 0.034965034965034975))
    #expect(agree(test.reportedP, 0.034965034965034975))
    #expect(try #require(IndependenceTest([[8, 2], [1, 5]], exact: false)).fisher == nil)
    #expect(try #require(IndependenceTest([[80, 20], [10, 50]])).fisher == nil)
  }

  @Test("empty rows and columns take no part")
  func emptyMargins() throws {
    let test = try #require(IndependenceTest([[8, 0, 2], [0, 0, 0], [1, 0, 5]]))
    #expect(test.degreesOfFreedom == 1)
    #expect(agree(test.fisher, 0.034965034965034975))
    #expect(IndependenceTest.adjustedResiduals([[8, 0, 2], [1, 0, 5]])[0][1] == nil)
  }

  @Test(
    "nothing to compare is undefined",
    arguments: [
      [[]], [], [[1, 2, 3]], [[1], [2]], [[0, 0], [1, 2]], [[1, 2], [-1, 3]], [[1, 2], [3]],
      [[.nan, 1], [2, 3]],
    ] as [[[Double]]])
  func undefined(_ table: [[Double]]) {
    #expect(IndependenceTest(table) == nil)
  }
}
