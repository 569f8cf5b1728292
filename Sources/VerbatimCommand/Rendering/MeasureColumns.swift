import Workbench

/// The measures of a 2x2 table as columns in files.
enum MeasureColumns {
  /// All of them.
  static let names = [
    "expected", "lafon", "g2_signed", "chi2", "dice", "log_dice", "jaccard", "cosine", "pmi", "npmi",
    "t_score", "z_score",
  ]

  static func cells(_ table: ContingencyTable) -> [TableValue] {
    [
      table.expected, table.lafon, table.signedG2, table.chiSquared, table.dice, table.logDice, table.jaccard,
      table.cosine, table.pmi, table.npmi, table.tScore, table.zScore,
    ].map { TableValue($0) }
  }
}
