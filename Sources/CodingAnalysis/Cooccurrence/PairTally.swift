/// Counts codes and pairs of codes, each at most once a unit where units are counted.
@safe struct PairTally: ~Copyable {
  /// A count, and the unit that was counted in last.
  private struct Cell {
    var count = 0
    var unit: Int32 = 0

    @inline(__always)
    mutating func mark(in current: Int32) -> Bool {
      let isNew = unit != current
      unit = current
      count += isNew ? 1 : 0
      return isNew
    }
  }

  private let codeCount: Int
  private let codes: UnsafeMutableBufferPointer<Cell>
  /// The pairs by the first code, then the second, where there are few; else those that occur.
  private let cells: UnsafeMutableBufferPointer<Cell>
  private var rareCells: [Int: Cell] = [:]
  private var unit: Int32 = 0

  /// A tally of codes numbered below `codeCount`; no others may be given to it.
  init(codeCount: Int) {
    self.codeCount = codeCount
    let size = codeCount * codeCount
    unsafe codes = .allocate(capacity: codeCount)
    unsafe cells = .allocate(capacity: size <= 4_000_000 ? size : 0)
    unsafe codes.initialize(repeating: Cell())
    unsafe cells.initialize(repeating: Cell())
  }

  deinit {
    unsafe codes.deallocate()
    unsafe cells.deallocate()
  }

  /// Begins the next unit.
  @inline(__always)
  mutating func beginUnit() { unit += 1 }

  /// Counts a code once in this unit; says whether it is new in it.
  @inline(__always)
  @discardableResult
  mutating func markCode(_ code: Int) -> Bool { unsafe codes[code].mark(in: unit) }

  /// Begins the next unit and counts its codes: each once, or its ranges.
  @inline(__always)
  mutating func addCodes(
    _ items: UnsafeBufferPointer<CodingsByAnswer.Item>, _ counting: CooccurrenceCounting
  ) {
    beginUnit()
    for index in 0..<items.count {
      let code = unsafe Int(items[index].code)
      switch counting {
      case .units: markCode(code)
      case .pairs: unsafe codes[code].count += 1
      }
    }
  }

  /// Counts a pair once in this unit.
  @inline(__always)
  mutating func markPair(_ a: Int, _ b: Int) {
    let place = place(a, b)
    if unsafe cells.isEmpty {
      _ = rareCells[place, default: Cell()].mark(in: unit)
    } else {
      _ = unsafe cells[place].mark(in: unit)
    }
  }

  /// Counts `times` more pairs of ranges.
  @inline(__always)
  mutating func addPair(_ a: Int, _ b: Int, times: Int) {
    let place = place(a, b)
    if unsafe cells.isEmpty {
      rareCells[place, default: Cell()].count += times
    } else {
      unsafe cells[place].count += times
    }
  }

  @inline(__always)
  private func place(_ a: Int, _ b: Int) -> Int { min(a, b) &* codeCount &+ max(a, b) }

  /// What was counted of the codes with these numbers, nil for one that was not given, out of `unitCount` units.
  func counts(of numbers: [Int?], unitCount: Int?) -> PairCounts {
    var pairs = PairCounts(
      symmetric: numbers.map { number in number.map { unsafe codes[$0].count } ?? 0 }, unitCount: unitCount)
    var places = [Int?](repeating: nil, count: codeCount)
    for (place, number) in numbers.enumerated() { if let number { places[number] = place } }
    func add(_ cell: Cell, at place: Int) {
      guard cell.count > 0, let row = places[place / codeCount], let column = places[place % codeCount] else {
        return
      }
      pairs.add(cell.count, row: row, column: column)
    }
    for place in unsafe cells.indices { add(unsafe cells[place], at: place) }
    for (place, cell) in rareCells { add(cell, at: place) }
    return pairs
  }
}
