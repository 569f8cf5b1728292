import Foundation

/// What Stirling's formula leaves over, on which exact logarithms of probabilities rest.
///
/// Written as a sum of small terms instead of a difference of large ones, the logarithm of a probability
/// stays accurate for counts in the hundreds of millions (Loader 2000, "Fast and accurate computation of
/// binomial probabilities").
enum Stirling {
  /// `ln Γ(x + 1) - ((x + 1/2) ln x - x + ln(2π)/2)` for `x > 0`.
  static func error(_ x: Double) -> Double {
    if x >= 16 { return series(x) }
    var shifted = x
    var product = 1.0
    while shifted < 16 {
      shifted += 1
      product *= shifted
    }
    return (shifted + 0.5) * log(shifted) - shifted + series(shifted) - log(product)
      - (x + 0.5) * log(x) + x
  }

  /// `(1 + x) ln(1 + x) - x` for `x >= -1`: never negative, and exact where `x` is close to 0.
  static func entropy(_ x: Double) -> Double {
    if x <= -1 { return 1 }
    guard abs(x) < 0.1 else { return (1 + x) * log1p(x) - x }
    var (power, sum, k) = (x * x, 0.0, 2.0)
    while true {
      let next = sum + power / (k * (k - 1))
      if next == sum { return sum }
      sum = next
      power *= -x
      k += 1
    }
  }

  /// `observed · ln(observed / expected) + expected - observed`, with `0 · ln 0 = 0`; never negative.
  static func deviance(_ observed: Double, expected: Double) -> Double {
    expected * entropy((observed - expected) / expected)
  }

  private static func series(_ x: Double) -> Double {
    let square = 1 / (x * x)
    return (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188))))
      / x
  }
}
