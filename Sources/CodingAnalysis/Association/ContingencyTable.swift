/// A 2x2 table: how often two things occur, together and in all.
///
/// |            | second | not second |          |
/// |------------|--------|------------|----------|
/// | first      | o11    | o12        | r1       |
/// | not first  | o21    | o22        | r2       |
/// |            | c1     | c2         | n        |
///
/// What is counted (answers, sentences, tokens, codings) is up to the caller and belongs beside every
/// measure shown. Counts may be weighted sums. Every measure is nil where it is undefined, never a NaN or an
/// infinity, and nil throughout where the table is not ``isPossible``.
public struct ContingencyTable: Hashable, Sendable {
  /// How often both occur.
  public let o11: Double
  /// How often the first occurs.
  public let r1: Double
  /// How often the second occurs.
  public let c1: Double
  /// How many were counted in all.
  public let n: Double

  /// A table by its corner and its margins, of weighted counts.
  public init(o11: Double, r1: Double, c1: Double, n: Double) {
    self.o11 = o11
    self.r1 = r1
    self.c1 = c1
    self.n = n
  }

  /// A table by its corner and its margins.
  public init(o11: Int, r1: Int, c1: Int, n: Int) {
    self.init(o11: Double(o11), r1: Double(r1), c1: Double(c1), n: Double(n))
  }

  /// How often the first occurs without the second.
  public var o12: Double { r1 - o11 }
  /// How often the second occurs without the first.
  public var o21: Double { c1 - o11 }
  /// How often neither occurs.
  public var o22: Double { n - r1 - c1 + o11 }
  /// How often the first does not occur.
  public var r2: Double { n - r1 }
  /// How often the second does not occur.
  public var c2: Double { n - c1 }

  /// Whether no cell is negative and something was counted.
  public var isPossible: Bool {
    n > 0 && n.isFinite && o11 >= 0 && o12 >= 0 && o21 >= 0 && o22 >= 0
  }

  /// How often both would occur were they independent: `r1 · c1 / n`.
  public var expected: Double? {
    isPossible ? r1 * c1 / n : nil
  }

  /// Whether both occur at least as often as expected; a comparison of products, exact for whole counts.
  var isAttracted: Bool { o11 * n >= r1 * c1 }
}
