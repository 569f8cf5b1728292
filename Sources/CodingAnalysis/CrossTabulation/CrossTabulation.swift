/// Codes by the categories of a variable: counts, shares with their intervals, and tests.
///
/// Shares are of the units of a category (the base) that have the code. In a weighted table shares are
/// weighted, intervals rest on the effective n, and tests on weighted counts scaled to the unweighted n.
public struct CrossTabulation: Hashable, Sendable {
  /// What becomes of units without a value of the variable.
  public enum MissingCategory: Hashable, Sendable {
    /// They are a category of their own, the last, in shares and tests too.
    case shown
    /// They are left out of everything.
    case leftOut
  }

  /// The units of one category, or of all.
  public struct Base: Hashable, Sendable {
    /// The category's index; nil for units without a value, and for the total.
    public let category: Int?
    /// How many units there are.
    public let n: Int
    /// The sum of their weights; the same as ``n`` in an unweighted table.
    public let weighted: Double
    /// The n that intervals rest on: `(Σ w)² / Σ w²`; nil where all weights are 0.
    public let effective: Double?
  }

  /// A code in one category, or in all.
  public struct Cell: Hashable, Sendable {
    /// The category's index; nil for units without a value, and for the total.
    public let category: Int?
    /// How many units of the category have the code.
    public let n: Int
    /// How many units the category has.
    public let base: Int
    /// The sum of the weights of those that have the code.
    public let weighted: Double
    /// The sum of the weights of the category's units.
    public let weightedBase: Double
    /// ``weighted`` over ``weightedBase``; nil where the category's weights sum to nothing.
    public let share: Double?
    /// The share's 95 % interval (Wilson, effective n where weighted).
    public let interval: ConfidenceInterval?
    /// How far the count lies from independence, in standard deviations; nil where undefined, and in totals.
    public let adjustedResidual: Double?

    /// Whether the count differs from what independence would give: a residual beyond ±1.96.
    public var isMarked: Bool { adjustedResidual.map { abs($0) >= 1.96 } ?? false }
  }

  /// A code in every category.
  public struct Row: Hashable, Sendable {
    /// One cell a column of ``CrossTabulation/bases``.
    public let cells: [Cell]
    /// The code among all units.
    public let total: Cell
    /// The test of code (has it or not) by category; nil where fewer than two categories have units, or all
    /// or none of the units have the code.
    public let test: IndependenceTest?
    /// The test's ``IndependenceTest/reportedP``, corrected for there being several codes (Holm).
    public let holm: Double?
  }

  /// The columns: the categories in the caller's order, then, where shown and met, units without a value.
  public let bases: [Base]
  /// All units of the columns together.
  public let total: Base
  /// The codes, in the caller's order.
  public let rows: [Row]
  /// Whether weights were applied.
  public let isWeighted: Bool

  /// Tabulates codes by category.
  ///
  /// - Parameters:
  ///   - units: Respondents, answers or codings.
  ///   - categoryCount: How many categories there are, met or not.
  ///   - coded: For each code, the indexes in `units` of those that have it; once or several times.
  ///   - weighted: Whether to apply the units' weights.
  ///   - missing: What becomes of units without a value.
  ///
  /// Cost: linear in the units and in the indexes of `coded`.
  public init(
    units: [TabulatedUnit], categoryCount: Int, coded: [[Int]], weighted: Bool = false,
    missing: MissingCategory = .shown
  ) {
    var tally = CrossTabulationTally(
      categoryCount: categoryCount, codeCount: coded.count, weighted: weighted)
    for unit in units { tally.add(unit) }
    var counted = [Int](repeating: -1, count: units.count)
    for (code, indexes) in coded.enumerated() {
      for index in indexes where counted[index] != code {
        counted[index] = code
        tally.add(code: code, to: units[index])
      }
    }
    self = tally.table(missing: missing)
  }

  init(_ tallies: [CodeTally], bases sums: [WeightSum], all: WeightSum, categoryCount: Int, isWeighted: Bool)
  {
    let tests = tallies.map(\.test)
    let holm = Holm.adjusted(tests.map { $0?.reportedP })
    self.isWeighted = isWeighted
    bases = sums.indices.map { sums[$0].base(category: $0 < categoryCount ? $0 : nil) }
    total = all.base(category: nil)
    rows = zip(tallies, zip(tests, holm)).map { tally, results in
      Row(cells: tally.cells, total: tally.total, test: results.0, holm: results.1)
    }
  }
}
