import CodingAnalysis
import Testing

@Suite("Wilson's interval")
struct ConfidenceIntervalTests {
  @Test("15 of 50, as scipy's binomtest gives it")
  func worked() throws {
    let interval = try #require(ConfidenceInterval.wilson(share: 0.3, n: 50))
    #expect(agree(interval.lower, 0.1910355350088095))
    #expect(agree(interval.upper, 0.437503504644534))
  }

  @Test("none and all have one bound of their own")
  func ends() throws {
    let none = try #require(ConfidenceInterval.wilson(share: 0, n: 10))
    #expect(none.lower == 0)
    #expect(agree(none.upper, 0.2775327998628892))
    let all = try #require(ConfidenceInterval.wilson(share: 1, n: 10))
    #expect(agree(all.lower, 1 - 0.2775327998628892))
    #expect(all.upper == 1)
  }

  @Test("no base, no interval")
  func undefined() {
    #expect(ConfidenceInterval.wilson(share: 0.5, n: 0) == nil)
    #expect(ConfidenceInterval.wilson(share: 1.5, n: 10) == nil)
    #expect(ConfidenceInterval.wilson(share: .nan, n: 10) == nil)
  }

  @Test("the effective n of equal weights is their number, of unequal ones less")
  func effectiveSize() {
    #expect(ConfidenceInterval.effectiveSize(weightSum: 20, squaredWeightSum: 40) == 10)
    #expect(ConfidenceInterval.effectiveSize(weightSum: 4, squaredWeightSum: 10) == 1.6)
    #expect(ConfidenceInterval.effectiveSize(weightSum: 0, squaredWeightSum: 0) == nil)
  }
}
