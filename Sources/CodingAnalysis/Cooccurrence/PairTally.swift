/// Counts codes and pairs of codes, each at most once a unit where units are counted.
struct PairTally {
  /// A pair's count, and the unit that it was counted in last.
  private struct Cell {
    var count = 0
    var unit: Int32 = 0

    @inline(__always)
    mutating func mark(in current: Int32) {
      guard unit != current else { return }
      unit = current
      count += 1
    }
  }

  private let codeCount: Int
  private var codeCounts: [Int]
  private var codeUnits: [Int32]
  /// The pairs by the first code, then the second, where there are few; else those that occur.
  private var cells: [Cell]
  private var rareCells: [Int: Cell] = [:]
  private var unit: Int32 = 0

  init(codeCount: Int) {
    self.codeCount = codeCount
    codeCounts = Array(repeating: 0, count: codeCount)
    codeUnits = Array(repeating: 0, count: codeCount)
    let size = codeCount * codeCount
    cells = size <= 4_000_000 ? Array(repeating: Cell(), count: size) : []
  }

  /// Begins the next unit.
  mutating func beginUnit() { unit += 1 }

  /// Counts a code once in this unit; says whether it is new in it.
  @inline(__always)
  @discardableResult
  mutating func markCode(_ code: Int) -> Bool {
    guard codeUnits[code] != unit else { return false }
    codeUnits[code] = unit
    codeCounts[code] += 1
    return true
  }

  /// Counts one more range of a code.
  mutating func addCode(_ code: Int) {
    codeCounts[code] += 1
  }

  /// Counts a pair once in this unit.
  @inline(__always)
  mutating func markPair(_ a: Int, _ b: Int) {
    let place = place(a, b)
    if cells.isEmpty {
      rareCells[place, default: Cell()].mark(in: unit)
    } else {
      cells[place].mark(in: unit)
    }
  }

  /// Counts `times` more pairs of ranges.
  mutating func addPair(_ a: Int, _ b: Int, times: Int) {
    let place = place(a, b)
    if cells.isEmpty { rareCells[place, default: Cell()].count += times } else { cells[place].count += times }
  }

  @inline(__always)
  private func place(_ a: Int, _ b: Int) -> Int { a < b ? a * codeCount + b : b * codeCount + a }

  /// What was counted, out of `unitCount` units.
  func counts(unitCount: Int?) -> PairCounts {
    var pairs = PairCounts(symmetric: codeCounts, unitCount: unitCount)
    func add(_ cell: Cell, at place: Int) {
      if cell.count > 0 { pairs.add(cell.count, row: place / codeCount, column: place % codeCount) }
    }
    for (place, cell) in cells.enumerated() { add(cell, at: place) }
    for (place, cell) in rareCells { add(cell, at: place) }
    return pairs
  }
}
