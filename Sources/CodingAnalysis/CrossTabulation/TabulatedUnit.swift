/// A respondent, an answer or a coding, as a cross-tabulation sees it.
public struct TabulatedUnit: Hashable, Sendable {
  /// Its value of the variable, as an index in the caller's order of categories; nil where it has none.
  public let category: Int?
  /// Its survey weight, finite and not negative; 1 where the survey has none.
  public let weight: Double

  /// A unit with its category and weight.
  public init(category: Int?, weight: Double = 1) {
    self.category = category
    self.weight = weight
  }
}
