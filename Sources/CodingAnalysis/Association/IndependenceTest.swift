/// Whether the rows and columns of a table of counts depend on each other.
public struct IndependenceTest: Hashable, Sendable {
  /// Pearson's chi²: `Σ (O - E)² / E`.
  public let chiSquared: Double
  /// `(rows - 1) (columns - 1)`, rows and columns of zeros left out.
  public let degreesOfFreedom: Int
  /// The probability of so large a chi² under independence.
  public let p: Double
  /// How strong the dependence is, 0 to 1: `sqrt(chi² / (n · min(rows - 1, columns - 1)))`. Source: Cramér 1946.
  public let cramersV: Double
  /// The smallest expected count; under 5, chi² is a rough guide.
  public let smallestExpected: Double
  /// Fisher's exact test (two-sided) where the table is 2x2, its counts are exact and an expected count is
  /// under 5; else nil.
  public let fisher: Double?

  /// The p-value to report: Fisher's where it was called for, else that of chi².
  public var reportedP: Double { fisher ?? p }

  /// Tests a table given as rows of equal length; nil where fewer than two rows or two columns hold anything,
  /// or a count is negative.
  ///
  /// Weighted counts are to be scaled to the unweighted total beforehand, since chi² grows with the total, and
  /// are not `exact`: Fisher's test is for numbers of units only.
  public init?(_ rows: [[Double]], exact: Bool = true) {
    guard rows.allSatisfy({ $0.count == rows.first?.count && $0.allSatisfy { $0 >= 0 && $0.isFinite } })
    else {
      return nil
    }
    let margins = Margins(rows)
    let filledRows = rows.indices.filter { margins.rows[$0] > 0 }
    let filledColumns = margins.columns.indices.filter { margins.columns[$0] > 0 }
    guard filledRows.count >= 2, filledColumns.count >= 2 else { return nil }

    var (sum, smallest) = (0.0, Double.infinity)
    for row in filledRows {
      for column in filledColumns {
        let expected = margins.rows[row] * margins.columns[column] / margins.total
        let difference = rows[row][column] - expected
        sum += difference * difference / expected
        smallest = min(smallest, expected)
      }
    }
    chiSquared = sum
    degreesOfFreedom = (filledRows.count - 1) * (filledColumns.count - 1)
    p = ChiSquaredDistribution.survival(sum, degreesOfFreedom: degreesOfFreedom)
    let dimension = Double(min(filledRows.count, filledColumns.count) - 1)
    cramersV = min(1, (sum / (margins.total * dimension)).squareRoot())
    smallestExpected = smallest
    fisher =
      exact && degreesOfFreedom == 1 && smallest < 5
      ? ContingencyTable(
        o11: rows[filledRows[0]][filledColumns[0]], r1: margins.rows[filledRows[0]],
        c1: margins.columns[filledColumns[0]], n: margins.total
      ).fisherExact : nil
  }

  /// How far each cell lies from independence, in standard deviations:
  /// `(O - E) / sqrt(E (1 - row/n) (1 - column/n))`; nil where undefined. Beyond ±1.96 a cell is marked.
  /// Source: Haberman 1973, Biometrics 29(1).
  public static func adjustedResiduals(_ rows: [[Double]]) -> [[Double?]] {
    let margins = Margins(rows)
    return rows.indices.map { row in
      rows[row].indices.map { column in
        let expected = margins.rows[row] * margins.columns[column] / margins.total
        let variance =
          expected * (1 - margins.rows[row] / margins.total) * (1 - margins.columns[column] / margins.total)
        return variance > 0 ? (rows[row][column] - expected) / variance.squareRoot() : nil
      }
    }
  }
}

/// The sums of a table's rows and columns.
private struct Margins {
  let rows: [Double]
  let columns: [Double]
  let total: Double

  init(_ table: [[Double]]) {
    rows = table.map { $0.reduce(0, +) }
    var sums = [Double](repeating: 0, count: table.first?.count ?? 0)
    for row in table {
      for column in sums.indices { sums[column] += row[column] }
    }
    columns = sums
    total = rows.reduce(0, +)
  }
}
