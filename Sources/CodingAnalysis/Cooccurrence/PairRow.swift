/// How often two things occur together, with what is needed to judge it.
public struct PairRow: Hashable, Sendable {
  /// The first of the pair: its index among the rows counted.
  public let row: Int
  /// The second of the pair: its index among the columns counted.
  public let column: Int
  /// How often the first occurs.
  public let nA: Int
  /// How often the second occurs.
  public let nB: Int
  /// How often both occur together.
  public let nAB: Int
  /// How many units there are in all; nil where pairs of ranges were counted, which are drawn from no total.
  public let n: Int?

  /// A pair by its counts.
  public init(row: Int, column: Int, nA: Int, nB: Int, nAB: Int, n: Int?) {
    self.row = row
    self.column = column
    self.nA = nA
    self.nB = nB
    self.nAB = nAB
    self.n = n
  }

  /// The 2x2 table of units, from which every measure follows; nil where pairs of ranges were counted.
  public var table: ContingencyTable? {
    n.map { ContingencyTable(o11: nAB, r1: nA, c1: nB, n: $0) }
  }

  /// How often both would occur together were they independent.
  public var expected: Double? { table?.expected }
  /// Log-likelihood ratio, negative where they avoid each other.
  public var signedG2: Double? { table?.signedG2 }
  /// The cosine of the two.
  public var cosine: Double? { table?.cosine }
  /// Pointwise mutual information.
  public var pmi: Double? { table?.pmi }
  /// Lafon's specificity.
  public var lafon: Double? { table?.lafon }

  /// Jaccard's coefficient, that of codes being known as the c-coefficient: `n_ab / (n_a + n_b - n_ab)`. Nil
  /// where neither occurs, or where pairs of ranges are so many that it would leave 0 to 1.
  public var jaccard: Double? {
    nAB <= min(nA, nB) && nA + nB > 0 ? Double(nAB) / Double(nA + nB - nAB) : nil
  }

  /// Whether one occurs over 5 times as often as the other: ``jaccard`` is then small whatever they share.
  public var isUnbalanced: Bool { max(nA, nB) > 5 * min(nA, nB) }
}
