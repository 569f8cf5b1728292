/// A measure of how closely two things go together, by which tables of pairs can be sorted.
public enum AssociationMeasure: String, Hashable, Sendable, CaseIterable {
  /// How often both occur together.
  case f
  /// Lafon's specificity, ``ContingencyTable/lafon``.
  case lafon
  /// The log-likelihood ratio, negative for repulsion: ``ContingencyTable/signedG2``.
  case g2
  /// Pearson's chi²: ``ContingencyTable/chiSquared``. It has no sign.
  case chi2
  /// ``ContingencyTable/dice``.
  case dice
  /// ``ContingencyTable/logDice``.
  case logDice = "logdice"
  /// ``ContingencyTable/jaccard``.
  case jaccard
  /// ``ContingencyTable/cosine``.
  case cosine
  /// ``ContingencyTable/pmi``.
  case pmi
  /// ``ContingencyTable/npmi``.
  case npmi
  /// ``ContingencyTable/tScore``.
  case t
  /// ``ContingencyTable/zScore``.
  case z

  /// The measure of a table; nil where it is undefined.
  public func value(of table: ContingencyTable) -> Double? {
    switch self {
    case .f: table.isPossible ? table.o11 : nil
    case .lafon: table.lafon
    case .g2: table.signedG2
    case .chi2: table.chiSquared
    case .dice: table.dice
    case .logDice: table.logDice
    case .jaccard: table.jaccard
    case .cosine: table.cosine
    case .pmi: table.pmi
    case .npmi: table.npmi
    case .t: table.tScore
    case .z: table.zScore
    }
  }
}
