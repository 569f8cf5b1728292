/// Where a figure lies with 95 % confidence.
public struct ConfidenceInterval: Hashable, Sendable {
  /// The lower end.
  public let lower: Double
  /// The upper end.
  public let upper: Double

  /// The interval from `lower` to `upper`.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// The quantile of the normal distribution that leaves 2.5 % on either side.
  static let normalQuantile = 1.959963984540054

  /// Wilson's score interval of a share observed on `n`, always inside 0 to 1; nil where `n` is not positive
  /// or the share is none.
  ///
  /// With weights, pass the weighted share and ``effectiveSize(weightSum:squaredWeightSum:)``. Source: Wilson
  /// 1927, Journal of the American Statistical Association 22.
  public static func wilson(share: Double, n: Double) -> ConfidenceInterval? {
    guard n > 0, n.isFinite, (0...1).contains(share) else { return nil }
    let square = normalQuantile * normalQuantile
    let centre = (share + square / (2 * n)) / (1 + square / n)
    let radius =
      normalQuantile / (1 + square / n)
      * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
    // At 0 and 1 the bound is the share itself; rounding must not take it away.
    return ConfidenceInterval(
      lower: share == 0 ? 0 : max(0, centre - radius), upper: share == 1 ? 1 : min(1, centre + radius))
  }

  /// The number of unweighted respondents that would be as precise as these weighted ones:
  /// `(Σ w)² / Σ w²`; nil where all weights are 0. Source: Kish 1965, Survey Sampling.
  public static func effectiveSize(weightSum: Double, squaredWeightSum: Double) -> Double? {
    squaredWeightSum > 0 ? weightSum * weightSum / squaredWeightSum : nil
  }
}
