import CodingAnalysis
import Testing

@Suite("Agreement on nominal ratings")
struct NominalRatingsTests {
  /// Krippendorff 2011, "Computing Krippendorff's alpha-reliability", section D: four observers, twelve units,
  /// five values, missing data (also Krippendorff 2004, Content Analysis, p. 230).
  static let krippendorff = NominalRatings(
    units: [
      [0, 0, nil, 0], [1, 1, 2, 1], [2, 2, 2, 2], [2, 2, 2, 2], [1, 1, 1, 1], [0, 1, 2, 3], [3, 3, 3, 3],
      [0, 0, 1, 0], [1, 1, 1, 1], [nil, 4, 4, 4], [nil, nil, 0, 0], [nil, nil, 2, nil],
    ], coderCount: 4, categoryCount: 5)

  @Test("Krippendorff's published example with missing data: 0.743")
  func publishedMissing() throws {
    let alpha = try #require(Self.krippendorff.value(of: .krippendorffAlpha).value)
    // Its coincidences: 40 pairable values of which 32 match; margins 9, 13, 10, 5, 3.
    #expect(agree(alpha, 1 - 8.0 / ((40 * 40 - 384) / 39.0)))
    #expect(abs(alpha - 0.743) < 0.0005)
  }

  @Test("Krippendorff's published binary example (2004, p. 224): 0.095")
  func publishedBinary() throws {
    let first = [1, 1, 0, 0, 0, 0, 0, 0, 0, 0]
    let second = [0, 1, 1, 0, 0, 1, 0, 1, 0, 0]
    let ratings = NominalRatings(units: zip(first, second).map { [$0, $1] }, coderCount: 2, categoryCount: 2)
    #expect(agree(ratings.value(of: .percent).value, 0.6))
    #expect(abs(try #require(ratings.value(of: .krippendorffAlpha).value) - 0.095) < 0.0005)
  }

  @Test(
    "Krippendorff's comparison of coefficients (2004, p. 246): kappa 0.186, and 0.258 with the margins turned"
  )
  func publishedKappa() throws {
    let even = [[12, 9, 9], [9, 14, 9], [9, 9, 20]]
    let turned = [[12, 18, 18], [0, 14, 18], [0, 0, 20]]
    for (table, kappa) in [(even, 0.186), (turned, 0.258)] {
      let units = (0..<3).flatMap { row in
        (0..<3).flatMap { Array(repeating: [Optional(row), $0], count: table[row][$0]) }
      }
      let ratings = NominalRatings(units: units, coderCount: 2, categoryCount: 3)
      #expect(agree(ratings.value(of: .percent).value, 0.46))
      #expect(agree(ratings.value(of: .brennanPrediger).value, 0.19))
      #expect(abs(try #require(ratings.value(of: .fleissKappa).value) - 0.186) < 0.0005)
      #expect(abs(try #require(ratings.value(of: .cohenKappa).value) - kappa) < 0.0005)
    }
  }

  @Test("three coders with gaps, as the packages krippendorff and irrCAC give it")
  func packages() throws {
    let coders: [[Int?]] = [
      [0, 1, 2, 0, 0, 1, 2, 2, nil, 1], [0, 1, 2, 1, 0, 1, 2, 0, 1, nil], [0, 2, 2, 0, nil, 1, 1, 2, 1, 0],
    ]
    let ratings = NominalRatings(
      units: (0..<10).map { unit in coders.map { $0[unit] } }, coderCount: 3, categoryCount: 3)
    #expect(agree(ratings.value(of: .krippendorffAlpha).value, 0.4628099173553719))
    for (measure, value) in [
      (AgreementMeasure.gwetAC1, 0.45296), (.fleissKappa, 0.44398), (.brennanPrediger, 0.45),
    ] {
      #expect(abs(try #require(ratings.value(of: measure).value) - value) < 0.000_006)
    }
    #expect(ratings.value(of: .cohenKappa) == .undefined(.needsTwoCoders))
  }

  @Test("two coders, as scikit-learn gives kappa")
  func kappa() {
    let units = zip([0, 1, 2, 0, 0, 1, 2, 2], [0, 1, 2, 1, 0, 1, 2, 0]).map { [Optional($0), $1] }
    let ratings = NominalRatings(units: units, coderCount: 2, categoryCount: 3)
    #expect(agree(ratings.value(of: .cohenKappa).value, 0.627906976744186))
  }

  @Test("one and the same category throughout leaves chance-corrected measures undefined")
  func constant() {
    let ratings = NominalRatings(
      units: Array(repeating: [1, 1, 1], count: 7), coderCount: 3, categoryCount: 2)
    #expect(ratings.value(of: .percent) == .value(1))
    #expect(ratings.value(of: .fleissKappa) == .undefined(.chanceAgreementIsOne))
    #expect(ratings.value(of: .krippendorffAlpha) == .undefined(.chanceAgreementIsOne))
    let pair = NominalRatings(units: Array(repeating: [0, 0], count: 7), coderCount: 2, categoryCount: 2)
    #expect(pair.value(of: .cohenKappa) == .undefined(.chanceAgreementIsOne))
    #expect(pair.estimate(of: .cohenKappa).interval == nil)
  }

  @Test("a constant coder beside a varying one gives kappa 0")
  func oneConstant() {
    let units: [[Int?]] = [[0, 0], [0, 1], [0, 1], [0, 0]]
    #expect(NominalRatings(units: units, coderCount: 2, categoryCount: 2).value(of: .cohenKappa) == .value(0))
  }

  @Test("nothing compared is undefined")
  func nothing() {
    for units in [[], [[nil, 1]], [[nil, nil]]] as [[[Int?]]] {
      let ratings = NominalRatings(units: units, coderCount: 2, categoryCount: 2)
      for measure in AgreementMeasure.allCases {
        #expect(ratings.value(of: measure) == .undefined(.nothingCompared))
        #expect(ratings.estimate(of: measure, replicates: 10).interval == nil)
      }
    }
  }

  @Test("the interval holds the value and follows from the seed alone")
  func interval() throws {
    let one = Self.krippendorff.estimate(of: .krippendorffAlpha, replicates: 500, seed: 42)
    let again = Self.krippendorff.estimate(of: .krippendorffAlpha, replicates: 500, seed: 42)
    let other = Self.krippendorff.estimate(of: .krippendorffAlpha, replicates: 500, seed: 43)
    let interval = try #require(one.interval)
    #expect(interval.lower < 0.743 && 0.743 < interval.upper)
    #expect(one == again)
    #expect(one != other)
  }
}
