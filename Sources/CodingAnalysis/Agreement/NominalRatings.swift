/// Which of several categories coders gave to units, for measuring how far they agree.
///
/// A coder may have left a unit out; units that fewer than two coders judged are not compared.
public struct NominalRatings: Sendable {
  /// How many coders there are.
  public let coderCount: Int
  /// How many categories there are.
  public let categoryCount: Int
  private let units: [[Int?]]

  /// Ratings by unit: for each unit, each coder's category, from 0 to below `categoryCount`, or nil.
  public init(units: [[Int?]], coderCount: Int, categoryCount: Int) {
    precondition(units.allSatisfy { $0.count == coderCount }, "a unit has one rating or none by each coder")
    self.units = units
    self.coderCount = coderCount
    self.categoryCount = categoryCount
  }

  /// The measure's value over all units; ``AgreementMeasure/unitizingAlpha`` has none here.
  public func value(of measure: AgreementMeasure) -> AgreementValue {
    moments(of: units.indices).value(of: measure)
  }

  /// The value with its bootstrap 95 % interval, from resampling units.
  ///
  /// - Parameters:
  ///   - measure: The measure.
  ///   - replicates: How many resamples to draw.
  ///   - seed: What the resamples follow from: the same seed gives the same interval on every machine.
  public func estimate(of measure: AgreementMeasure, replicates: Int = 1000, seed: UInt64 = 1)
    -> AgreementEstimate
  {
    var random = SplitMix64(seed: seed)
    let compared = units.indices.filter { units[$0].count { $0 != nil } >= 2 }
    let values = (0..<(compared.isEmpty ? 0 : replicates)).map { _ in
      moments(of: compared.map { _ in compared[random.next(below: compared.count)] }).value(of: measure).value
    }
    return AgreementEstimate(value: value(of: measure), resampled: values)
  }

  private func moments(of indexes: some Sequence<Int>) -> AgreementMoments {
    indexes.reduce(into: AgreementMoments(coderCount: coderCount, categoryCount: categoryCount)) {
      $0.add(units[$1])
    }
  }
}

extension AgreementEstimate {
  /// The 2.5 % and 97.5 % percentiles of the values of resamples, nil where a resample had none.
  init(value: AgreementValue, resampled: [Double?]) {
    let sorted = resampled.compactMap { $0 }.sorted()
    func percentile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
    self.value = value
    interval =
      value.value == nil || sorted.isEmpty || 2 * sorted.count < resampled.count
      ? nil : ConfidenceInterval(lower: percentile(0.025), upper: percentile(0.975))
  }
}
