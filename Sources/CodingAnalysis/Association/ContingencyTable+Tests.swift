import Foundation

extension ContingencyTable {
  /// Lafon's specificity: with X the corner of a table of these margins drawn at random (hypergeometric),
  /// `-log10 P(X >= o11)` where `o11 >= expected`, else `log10 P(X <= o11)`.
  ///
  /// Positive for attraction, negative for repulsion; 2 is one chance in a hundred. Exact, in log space.
  /// Nil unless all counts are whole. Source: Lafon 1980, "Sur la variabilité de la fréquence des formes dans
  /// un corpus", Mots 1.
  public var lafon: Double? {
    guard let distribution else { return nil }
    let logarithm = isAttracted ? -distribution.logUpperTail(o11) : distribution.logLowerTail(o11)
    return logarithm / M_LN10
  }

  /// Log-likelihood ratio G²: `2 Σ O ln(O/E)` over the four cells, with `0 ln 0 = 0`; never negative. Compare
  /// with chi² on 1 degree of freedom. Source: Dunning 1993, Computational Linguistics 19(1).
  public var g2: Double? {
    guard isPossible else { return nil }
    let cells = [(o11, r1, c1), (o12, r1, c2), (o21, r2, c1), (o22, r2, c2)]
    return 2
      * cells.reduce(0) { sum, cell in
        let expected = cell.1 * cell.2 / n
        return expected > 0 ? sum + Stirling.deviance(cell.0, expected: expected) : sum
      }
  }

  /// ``g2``, negative where both occur together less often than expected.
  public var signedG2: Double? {
    g2.map { isAttracted ? $0 : -$0 }
  }

  /// Pearson's chi²: `n (o11·o22 - o12·o21)² / (r1 r2 c1 c2)`. Nil where a margin is 0.
  public var chiSquared: Double? {
    chiSquared(reducedBy: 0)
  }

  /// Chi² with Yates's continuity correction: `n max(0, |o11·o22 - o12·o21| - n/2)² / (r1 r2 c1 c2)`.
  /// Source: Yates 1934, Supplement to the Journal of the Royal Statistical Society 1(2).
  public var chiSquaredYates: Double? {
    chiSquared(reducedBy: n / 2)
  }

  /// Fisher's exact test, two-sided: the probability of all tables of these margins that are no more likely
  /// than this one. Nil unless all counts are whole. Source: Fisher 1935, Journal of the Royal Statistical
  /// Society 98(1).
  public var fisherExact: Double? {
    guard let distribution else { return nil }
    let here = distribution.logProbability(o11)
    // Tables exactly as likely must count, whatever rounding does to their probabilities.
    let bound = here + 1e-7
    if isAttracted {
      let near = exp(distribution.logUpperTail(o11))
      var (outside, inside) = (distribution.smallest - 1, o11)
      while inside - outside > 1 {
        let middle = ((outside + inside) / 2).rounded(.down)
        if middle * n <= r1 * c1 && distribution.logProbability(middle) <= bound {
          outside = middle
        } else {
          inside = middle
        }
      }
      let far = outside < distribution.smallest ? 0 : exp(distribution.logLowerTail(outside))
      return min(1, near + far)
    }
    return ContingencyTable(o11: o12, r1: r1, c1: c2, n: n).fisherExact
  }

  private func chiSquared(reducedBy correction: Double) -> Double? {
    guard isPossible, r1 > 0, r2 > 0, c1 > 0, c2 > 0 else { return nil }
    let difference = max(0, abs(o11 * o22 - o12 * o21) - correction)
    return difference / r1 / c1 * (difference / r2 / c2) * n
  }

  private var distribution: Hypergeometric? {
    guard isPossible, [o11, r1, c1, n].allSatisfy({ $0 == $0.rounded() }) else { return nil }
    return Hypergeometric(population: n, marked: r1, draws: c1)
  }
}
