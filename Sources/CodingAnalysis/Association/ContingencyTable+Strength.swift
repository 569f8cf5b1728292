import Foundation

extension ContingencyTable {
  /// Dice's coefficient `2 o11 / (r1 + c1)`, 0 to 1. Source: Dice 1945, Ecology 26(3).
  public var dice: Double? {
    isPossible && r1 + c1 > 0 ? 2 * o11 / (r1 + c1) : nil
  }

  /// `14 + log2(dice)`: at most 14, one less for each halving, whatever the corpus's size. Nil where both
  /// never occur together. Source: Rychlý 2008, "A lexicographer-friendly association score".
  public var logDice: Double? {
    dice.flatMap { $0 > 0 ? 14 + log2($0) : nil }
  }

  /// Jaccard's coefficient `o11 / (r1 + c1 - o11)`, 0 to 1; the c-coefficient of codes. Source: Jaccard 1901.
  public var jaccard: Double? {
    isPossible && r1 + c1 > 0 ? o11 / (r1 + c1 - o11) : nil
  }

  /// The cosine `o11 / sqrt(r1 c1)`, 0 to 1. Source: Ochiai 1957.
  public var cosine: Double? {
    isPossible && r1 > 0 && c1 > 0 ? o11 / (r1 * c1).squareRoot() : nil
  }

  /// Pointwise mutual information `log2(o11 / expected)`. Nil where both never occur together. Source: Church
  /// and Hanks 1990, Computational Linguistics 16(1).
  public var pmi: Double? {
    mutualInformation(power: 1)
  }

  /// `log2(o11³ / expected)`, which favours rare pairs less than ``pmi``. Nil where both never occur together.
  /// Source: Daille 1994.
  public var mi3: Double? {
    mutualInformation(power: 3)
  }

  /// ``pmi`` normalised by `-log2(o11 / n)`: -1 (never together, by its limit) to 1 (only together). Nil where
  /// one of the two never occurs or where both always do. Source: Bouma 2009.
  public var npmi: Double? {
    guard isPossible, r1 > 0, c1 > 0, o11 < n else { return nil }
    return pmi.map { $0 / -log2(o11 / n) } ?? -1
  }

  /// The t-score `(o11 - expected) / sqrt(o11)`. Nil where both never occur together. Source: Church, Gale,
  /// Hanks and Hindle 1991.
  public var tScore: Double? {
    expected.flatMap { o11 > 0 ? (o11 - $0) / o11.squareRoot() : nil }
  }

  /// The z-score `(o11 - expected) / sqrt(expected)`. Nil where one of the two never occurs. Source:
  /// Berry-Rogghe 1973.
  public var zScore: Double? {
    expected.flatMap { $0 > 0 ? (o11 - $0) / $0.squareRoot() : nil }
  }

  private func mutualInformation(power: Double) -> Double? {
    expected.flatMap { o11 > 0 ? power * log2(o11) - log2($0) : nil }
  }
}
