/// A measure of how far coders agree.
///
/// Beyond ``percent`` each is `(Po - Pe) / (1 - Pe)`: the agreement observed, Po, as far as it exceeds the
/// agreement that chance would give, Pe. They differ in what they take for chance.
public enum AgreementMeasure: String, Hashable, Sendable, CaseIterable {
  /// The share of pairs of judgements on a unit that are equal.
  case percent
  /// Two coders; Pe is the sum of the products of their own shares. Source: Cohen 1960, Educational and
  /// Psychological Measurement 20(1).
  case cohenKappa = "cohen-kappa"
  /// Pe is one over the number of categories. Source: Brennan and Prediger 1981, same journal 41(3).
  case brennanPrediger = "brennan-prediger"
  /// Pe is `Σ π(1 - π) / (k - 1)` over the k categories' mean shares π. Source: Gwet 2008, British Journal of
  /// Mathematical and Statistical Psychology 61(1).
  case gwetAC1 = "gwet-ac1"
  /// Pe is `Σ π²`. Source: Fleiss 1971, Psychological Bulletin 76(5).
  case fleissKappa = "fleiss-kappa"
  /// `1 - Do / De` on the coincidences of nominal values, corrected for small samples. Source: Krippendorff
  /// 2011, "Computing Krippendorff's alpha-reliability".
  case krippendorffAlpha = "krippendorff-alpha"
  /// Agreement on where coded segments begin and end: ``UnitizingAlpha/revised(_:length:)`` of each code
  /// against uncoded text. Source: Krippendorff, Mathet, Bouvry and Widlöcher 2016, Quality & Quantity 50.
  case unitizingAlpha = "u-alpha"
}

/// A measure's value, or why it has none.
public enum AgreementValue: Hashable, Sendable {
  /// Its value; 1 is full agreement, 0 (but for ``AgreementMeasure/percent``) what chance would give.
  case value(Double)
  /// It has none.
  case undefined(UndefinedAgreement)

  /// The value; nil where undefined.
  public var value: Double? {
    if case .value(let value) = self { value } else { nil }
  }
}

/// Why a measure of agreement has no value.
public enum UndefinedAgreement: String, Hashable, Sendable {
  /// No unit was judged by two coders.
  case nothingCompared = "nothing-compared"
  /// Chance alone would give full agreement: every coder gave one and the same category throughout.
  case chanceAgreementIsOne = "chance-agreement-is-one"
  /// The measure is for two coders.
  case needsTwoCoders = "needs-two-coders"
  /// The measure is of ranges, and whole answers were compared.
  case needsRanges = "needs-ranges"
}

/// A measure's value with its uncertainty.
public struct AgreementEstimate: Hashable, Sendable {
  /// The value.
  public let value: AgreementValue
  /// The bootstrap 95 % interval (percentiles); nil where undefined, or where over half of the resamples
  /// leave the measure undefined.
  public let interval: ConfidenceInterval?
}
