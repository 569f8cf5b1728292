/// The pairs of frequent words, in a table.
struct FrequentPairs: Sendable {
  private let size: Int
  private var cells: [UInt32]

  /// An empty table of words below `size`.
  init(size: Int) {
    self.size = size
    cells = Array(repeating: 0, count: (size + 1) * (size + 1))
  }

  /// The sum of tables of the same size, at least one.
  init(sumOf tables: [FrequentPairs]) {
    self = tables[0]
    for table in tables.dropFirst() { for index in cells.indices { cells[index] += table.cells[index] } }
  }

  /// Counts the pairs of these words in a piece of a stream.
  @inline(__always)
  mutating func count(_ piece: Range<Int>, of stream: WordStream, _ neighbours: some PairNeighbours) {
    unsafe cells.withUnsafeMutableBufferPointer {
      if let cells = $0.baseAddress { unsafe neighbours.count(stream.words, piece, size: size, cells) }
    }
  }

  /// The pairs that occur at least `minimum` times, by their second word, then by their first.
  func pairs(minimum: Int) -> [WordPairs.Pair] {
    var pairs: [WordPairs.Pair] = []
    for row in 0..<size {
      for column in 0..<row {
        let count = cells[row * (size + 1) + column] + cells[column * (size + 1) + row]
        guard count > 0, Int(count) >= minimum else { continue }
        pairs.append(WordPairs.Pair(first: UInt32(column), second: UInt32(row), count: count))
      }
    }
    return pairs
  }
}
