import Testing

@testable import CorpusIndex

@Suite("Pairs of frequent words, in a table")
struct FrequentPairsTests {
  private func stream(_ words: [UInt32]) -> WordStream {
    unsafe WordStream(room: [words.count]) { _, room in
      for (index, word) in words.enumerated() { unsafe room[index] = word }
      return words.count
    }
  }

  @Test("Tables add up; pairs are in the order of their second word, each once, as often as wanted at least")
  func sums() {
    let one = stream([0 | WordStream.first, 1, 2, 5, 0 | WordStream.first, 2])
    let other = stream([1 | WordStream.first, 2, 7])
    var tables = [FrequentPairs(size: 4), FrequentPairs(size: 4)]
    tables[0].count(one.pieces[0], of: one, UnitNeighbours())
    tables[1].count(other.pieces[0], of: other, UnitNeighbours())
    let sum = FrequentPairs(sumOf: tables)
    #expect(
      sum.pairs(minimum: 1).map { [$0.first, $0.second, $0.count] } == [[0, 1, 1], [0, 2, 2], [1, 2, 2]])
    #expect(sum.pairs(minimum: 2).map { [$0.first, $0.second] } == [[0, 2], [1, 2]])
    var windows = FrequentPairs(size: 4)
    let tokens = stream([2, 0, 9, 2, WordStream.boundary, 0, 2, WordStream.boundary])
    windows.count(tokens.pieces[0], of: tokens, WindowNeighbours(width: 2))
    #expect(windows.pairs(minimum: 1).map { [$0.first, $0.second, $0.count] } == [[0, 2, 3]])
    #expect(FrequentPairs(size: 0).pairs(minimum: 1).isEmpty)
  }
}
