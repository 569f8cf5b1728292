import Foundation

/// The distribution to which chi² and G² are compared.
public enum ChiSquaredDistribution {
  /// The probability of a value at least as large as `x`, the p-value of a test: `Q(k/2, x/2)`, the
  /// regularised upper incomplete gamma function.
  ///
  /// Accurate to about 13 digits, in the far tail too. It is 1 for `x <= 0`.
  ///
  /// - Parameters:
  ///   - x: The statistic.
  ///   - degreesOfFreedom: At least 1.
  public static func survival(_ x: Double, degreesOfFreedom: Int) -> Double {
    precondition(degreesOfFreedom >= 1, "a chi-squared distribution has at least one degree of freedom")
    guard x > 0 else { return 1 }
    guard x < .infinity else { return 0 }
    let (shape, half) = (Double(degreesOfFreedom) / 2, x / 2)
    return half < shape + 1 ? 1 - lowerSeries(shape, half) : upperFraction(shape, half)
  }

  /// `x^a e^-x / Γ(a + 1)`.
  private static func density(_ a: Double, _ x: Double) -> Double {
    exp(-Stirling.error(a) - Stirling.deviance(a, expected: x)) / (2 * .pi * a).squareRoot()
  }

  private static func lowerSeries(_ a: Double, _ x: Double) -> Double {
    var (term, sum, k) = (1.0, 1.0, a)
    while term > sum * 1e-17 {
      k += 1
      term *= x / k
      sum += term
    }
    return density(a, x) * sum
  }

  /// Legendre's continued fraction, evaluated by Lentz's method.
  private static func upperFraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var (c, d) = (1e300, 1 / b)
    var value = d
    for i in 1..<100_000 {
      let step = -Double(i) * (Double(i) - a)
      b += 2
      d = 1 / (step * d + b)
      c = b + step / c
      let factor = c * d
      value *= factor
      if abs(factor - 1) < 1e-16 { break }
    }
    return min(1, density(a, x) * a * value)
  }
}
