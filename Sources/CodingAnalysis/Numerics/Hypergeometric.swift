import Foundation

/// The number of marked things among `draws` drawn without replacement from `population` things of which
/// `marked` are marked.
///
/// Probabilities are natural logarithms: they neither underflow nor lose digits to a difference from 1.
struct Hypergeometric {
  let population: Double
  let marked: Double
  let draws: Double

  var smallest: Double { max(0, draws + marked - population) }
  var largest: Double { min(draws, marked) }

  /// `ln P(X = x)` for a whole `x` between ``smallest`` and ``largest``.
  func logProbability(_ x: Double) -> Double {
    let (p, q) = (draws / population, (population - draws) / population)
    return binomial(x, of: marked, p, q) + binomial(draws - x, of: population - marked, p, q)
      - binomial(draws, of: population, p, q)
  }

  /// `ln P(X >= x)`, for an `x` not below the mode. Cost: a few standard deviations of steps.
  func logUpperTail(_ x: Double) -> Double {
    var (term, sum, at) = (1.0, 1.0, x)
    while at < largest {
      term *= (marked - at) / (at + 1) * ((draws - at) / (population - marked - draws + at + 1))
      at += 1
      if term < sum * 1e-18 { break }
      sum += term
    }
    return min(0, logProbability(x) + log(sum))
  }

  /// `ln P(X <= x)`, for an `x` not above the mode.
  func logLowerTail(_ x: Double) -> Double {
    let mirrored = Hypergeometric(population: population, marked: population - marked, draws: draws)
    return mirrored.logUpperTail(draws - x)
  }

  /// `ln P(B = x)` of a binomial, as Loader (2000) computes it.
  private func binomial(_ x: Double, of n: Double, _ p: Double, _ q: Double) -> Double {
    if x == 0 { return n == 0 ? 0 : n * (p < 0.5 ? log1p(-p) : log(q)) }
    if x == n { return n * (q < 0.5 ? log1p(-q) : log(p)) }
    return Stirling.error(n) - Stirling.error(x) - Stirling.error(n - x)
      - Stirling.deviance(x, expected: n * p) - Stirling.deviance(n - x, expected: n * q)
      - 0.5 * log(2 * .pi * x * (n - x) / n)
  }
}
