import Workbench

extension AssociationMeasure {
  /// What a reader calls it, above a column.
  var wording: String {
    switch self {
    case .f: "n"
    case .lafon: say("spécificité", "specificity")
    case .g2: "G²"
    case .chi2: "χ²"
    case .dice: "Dice"
    case .logDice: "logDice"
    case .jaccard: "Jaccard"
    case .cosine: say("cosinus", "cosine")
    case .pmi: "PMI"
    case .npmi: "NPMI"
    case .t: "t"
    case .z: "z"
    }
  }

  /// Its value for reading: as many decimals as tell rows apart, a sign where it has one.
  func text(_ table: ContingencyTable?) -> String {
    guard let value = table.flatMap({ self.value(of: $0) }) else { return "–" }
    switch self {
    case .f: return NumberWording.decimal(value, places: 0)
    case .chi2, .logDice: return NumberWording.decimal(value, places: 1)
    case .dice, .jaccard, .cosine: return NumberWording.decimal(value, places: 2)
    case .lafon, .g2, .t, .z: return NumberWording.decimal(value, places: 1, signed: true)
    case .pmi, .npmi: return NumberWording.decimal(value, places: 2, signed: true)
    }
  }
}
