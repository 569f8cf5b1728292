/// How often things occur, alone and in pairs: codes with codes, words with words, codes with words.
///
/// Things are named by their index in the caller's lists, whose order also breaks ties. Small tables are kept
/// whole; those of over four million pairs keep what is not 0 only.
public struct PairCounts: Hashable, Sendable {
  /// How often each first thing occurs.
  public let rowCounts: [Int]
  /// How often each second thing occurs; the same as ``rowCounts`` in a symmetric table.
  public let columnCounts: [Int]
  /// How many units there are in all; nil where what is counted is drawn from no total.
  public let unitCount: Int?
  /// Whether the table pairs one list with itself, in any order.
  public let isSymmetric: Bool

  private var whole: [Int]
  private var parts: [Int: Int] = [:]

  /// A table of one list with itself.
  ///
  /// - Parameters:
  ///   - counts: How often each thing occurs.
  ///   - unitCount: How many units there are in all.
  public init(symmetric counts: [Int], unitCount: Int?) {
    self.init(rows: counts, columns: counts, unitCount: unitCount, isSymmetric: true)
  }

  /// A table of one list with another.
  ///
  /// - Parameters:
  ///   - rows: How often each first thing occurs.
  ///   - columns: How often each second thing occurs.
  ///   - unitCount: How many units there are in all.
  public init(rows: [Int], columns: [Int], unitCount: Int?) {
    self.init(rows: rows, columns: columns, unitCount: unitCount, isSymmetric: false)
  }

  private init(rows: [Int], columns: [Int], unitCount: Int?, isSymmetric: Bool) {
    rowCounts = rows
    columnCounts = columns
    self.unitCount = unitCount
    self.isSymmetric = isSymmetric
    let size = rows.count * columns.count
    whole = size <= 4_000_000 ? Array(repeating: 0, count: size) : []
  }

  /// Counts that the two occur together `times` more often.
  public mutating func add(_ times: Int = 1, row: Int, column: Int) {
    let at = position(row, column)
    if whole.isEmpty { parts[at, default: 0] += times } else { whole[at] += times }
  }

  /// How often the two occur together; in a symmetric table, on the diagonal, how often the one occurs.
  public subscript(row: Int, column: Int) -> Int {
    if isSymmetric && row == column { return rowCounts[row] }
    let at = position(row, column)
    return whole.isEmpty ? parts[at] ?? 0 : whole[at]
  }

  /// The pairs that occur together at least `atLeast` times, most often first, then by row and column.
  ///
  /// 0 gives every pair. A symmetric table gives each pair once, the first in the list first.
  public func rows(atLeast: Int = 1) -> [PairRow] {
    var result: [PairRow] = []
    if whole.isEmpty && atLeast > 0 {
      for (at, count) in parts where count >= atLeast {
        result.append(pair(at / columnCounts.count, at % columnCounts.count, count))
      }
    } else {
      for row in rowCounts.indices {
        for column in (isSymmetric ? row + 1 : 0)..<max(columnCounts.count, isSymmetric ? row + 1 : 0) {
          let count = self[row, column]
          if count >= atLeast { result.append(pair(row, column, count)) }
        }
      }
    }
    return result.sorted { ($1.nAB, $0.row, $0.column) < ($0.nAB, $1.row, $1.column) }
  }

  /// The whole table, row by row; in a symmetric one both halves, with each thing's own count on the diagonal.
  public var matrix: [[Int]] {
    rowCounts.indices.map { row in columnCounts.indices.map { self[row, $0] } }
  }

  /// The pair of a row and a column.
  public func pair(row: Int, column: Int) -> PairRow {
    pair(row, column, self[row, column])
  }

  private func pair(_ row: Int, _ column: Int, _ count: Int) -> PairRow {
    PairRow(row: row, column: column, nA: rowCounts[row], nB: columnCounts[column], nAB: count, n: unitCount)
  }

  private func position(_ row: Int, _ column: Int) -> Int {
    isSymmetric && row > column
      ? column * columnCounts.count + row : row * columnCounts.count + column
  }
}
