/// Units with their weights, added up.
struct WeightSum {
  var n = 0
  var weights = 0.0
  var squares = 0.0

  mutating func add(_ weight: Double) {
    n += 1
    weights += weight
    squares += weight * weight
  }

  mutating func add(_ other: WeightSum) {
    n += other.n
    weights += other.weights
    squares += other.squares
  }

  var effective: Double? {
    ConfidenceInterval.effectiveSize(weightSum: weights, squaredWeightSum: squares)
  }

  func base(category: Int?) -> CrossTabulation.Base {
    CrossTabulation.Base(category: category, n: n, weighted: weights, effective: effective)
  }
}

/// One code's units by category, and what follows from them.
struct CodeTally {
  let having: [WeightSum]
  let bases: [WeightSum]
  let all: WeightSum
  let categoryCount: Int

  /// Having the code and not having it, by category, scaled so that all sum to the unweighted n.
  private var table: [[Double]] {
    let scale = all.weights > 0 ? Double(all.n) / all.weights : 0
    return [
      having.map { $0.weights * scale },
      // Rounding must not make a count negative where every unit has the code.
      zip(having, bases).map { $0.n == $1.n ? 0 : max(0, ($1.weights - $0.weights) * scale) },
    ]
  }

  var test: IndependenceTest? {
    let isUnweighted = all.weights == Double(all.n) && all.squares == Double(all.n)
    return IndependenceTest(table, exact: isUnweighted)
  }

  var cells: [CrossTabulation.Cell] {
    let residuals = IndependenceTest.adjustedResiduals(table)[0]
    return having.indices.map { column in
      cell(
        having[column], of: bases[column], category: column < categoryCount ? column : nil,
        residual: residuals[column])
    }
  }

  var total: CrossTabulation.Cell {
    cell(having.reduce(into: WeightSum()) { $0.add($1) }, of: all, category: nil, residual: nil)
  }

  private func cell(
    _ part: WeightSum, of whole: WeightSum, category: Int?, residual: Double?
  ) -> CrossTabulation.Cell {
    let share = whole.weights > 0 ? min(1, part.weights / whole.weights) : nil
    return CrossTabulation.Cell(
      category: category, n: part.n, base: whole.n, weighted: part.weights, weightedBase: whole.weights,
      share: share,
      interval: share.flatMap { share in
        whole.effective.flatMap { ConfidenceInterval.wilson(share: share, n: $0) }
      },
      adjustedResidual: residual)
  }
}
