/// Adds up the units of a cross-tabulation as they come, so that they need not all be held.
public struct CrossTabulationTally: Sendable {
  private let categoryCount: Int
  private let isWeighted: Bool
  /// By category, units without a value last.
  private var sums: [WeightSum]
  /// The same of the units that have a code, code by code.
  private var having: [WeightSum]

  /// A tally of no units.
  ///
  /// - Parameters:
  ///   - categoryCount: How many categories there are, met or not.
  ///   - codeCount: How many codes there are.
  ///   - weighted: Whether to apply the units' weights.
  public init(categoryCount: Int, codeCount: Int, weighted: Bool = false) {
    self.categoryCount = categoryCount
    isWeighted = weighted
    sums = Array(repeating: WeightSum(), count: categoryCount + 1)
    having = Array(repeating: WeightSum(), count: codeCount * (categoryCount + 1))
  }

  /// Counts a unit, whatever its codes.
  public mutating func add(_ unit: TabulatedUnit) {
    sums[unit.category ?? categoryCount].add(isWeighted ? unit.weight : 1)
  }

  /// Counts units that all count for 1, whatever their codes, and then which rows of codes they have.
  ///
  /// - Parameters:
  ///   - count: how many units.
  ///   - category: their category; nil where they have none.
  ///   - codes: the rows, each once.
  public mutating func add(_ count: Int, category: Int?, codes: ArraySlice<UInt32>) {
    let category = category ?? categoryCount
    sums[category].add(WeightSum(n: count, weights: Double(count), squares: Double(count)))
    for code in codes {
      having[Int(code) * (categoryCount + 1) + category].add(
        WeightSum(n: count, weights: Double(count), squares: Double(count)))
    }
  }

  /// Counts that a unit has a code; to be said once of each of its codes.
  public mutating func add(code: Int, to unit: TabulatedUnit) {
    having[code * (categoryCount + 1) + (unit.category ?? categoryCount)].add(isWeighted ? unit.weight : 1)
  }

  /// The table of the units so far.
  public func table(missing: CrossTabulation.MissingCategory = .shown) -> CrossTabulation {
    let columnCount = categoryCount + (missing == .shown && sums[categoryCount].n > 0 ? 1 : 0)
    let bases = Array(sums[..<columnCount])
    let all = bases.reduce(into: WeightSum()) { $0.add($1) }
    let tallies = stride(from: 0, to: having.count, by: sums.count).map { first in
      CodeTally(
        having: Array(having[first..<first + columnCount]), bases: bases, all: all,
        categoryCount: categoryCount)
    }
    return CrossTabulation(
      tallies, bases: bases, all: all, categoryCount: categoryCount, isWeighted: isWeighted)
  }
}
