import CodingAnalysis
import Foundation
import Testing

@Suite("The chi-squared distribution")
struct ChiSquaredDistributionTests {
  @Test(
    "survival as scipy gives it",
    arguments: [
      (0.5, 1, 0.47950012218695337), (3.841458820694124, 1, 0.04999999999999989),
      (10, 3, 0.01856613546304325), (48.1, 4, 8.995502745218251e-10), (0.001, 2, 0.9995001249791693),
      (200, 5, 2.8406228986415534e-41), (1000, 1, 1.7958327848007363e-219), (30, 30, 0.4656537089440098),
      (120, 100, 0.08440668109369177),
    ])
  func survival(x: Double, degreesOfFreedom: Int, p: Double) {
    #expect(agree(ChiSquaredDistribution.survival(x, degreesOfFreedom: degreesOfFreedom), p, within: 1e-12))
  }

  @Test("two degrees of freedom are the exponential distribution")
  func exponential() {
    for x in stride(from: 0.01, through: 100, by: 0.37) {
      #expect(agree(ChiSquaredDistribution.survival(x, degreesOfFreedom: 2), exp(-x / 2), within: 1e-13))
    }
  }

  @Test("one degree of freedom is the square of a normal")
  func normal() {
    for x in stride(from: 0.01, through: 100, by: 0.37) {
      let p = ChiSquaredDistribution.survival(x, degreesOfFreedom: 1)
      #expect(agree(p, erfc((x / 2).squareRoot()), within: 1e-12))
    }
  }

  @Test("nothing and less than nothing is certain, infinity impossible")
  func ends() {
    #expect(ChiSquaredDistribution.survival(0, degreesOfFreedom: 3) == 1)
    #expect(ChiSquaredDistribution.survival(-2, degreesOfFreedom: 3) == 1)
    #expect(ChiSquaredDistribution.survival(.infinity, degreesOfFreedom: 3) == 0)
  }
}
