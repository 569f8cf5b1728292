import CodingModel

/// The rows of a table that each code counts in: its own and, where asked for, those of the codes above it.
struct RowsOfCodes {
  /// How many rows there are.
  let count: Int
  private var starts: [Int] = [0]
  private var rows: [UInt32] = []

  init(_ groups: [[RowID<Code>]], _ codes: [RowID<Code>]) {
    count = groups.count
    var rowsOfCode: [RowID<Code>: [UInt32]] = [:]
    for (row, group) in groups.enumerated() {
      for code in group { rowsOfCode[code, default: []].append(UInt32(row)) }
    }
    for code in codes {
      rows += rowsOfCode[code] ?? []
      starts.append(rows.count)
    }
  }

  /// The rows of the code with that number.
  func of(_ code: UInt32) -> ArraySlice<UInt32> { rows[starts[Int(code)]..<starts[Int(code) + 1]] }
}
