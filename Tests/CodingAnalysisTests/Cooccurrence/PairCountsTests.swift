import CodingAnalysis
import Testing

@Suite("Counts of pairs")
struct PairCountsTests {
  @Test("a symmetric table gives each pair once, most often first, then in the list's order")
  func symmetric() {
    var counts = PairCounts(symmetric: [4, 3, 2, 0], unitCount: 10)
    counts.add(row: 2, column: 0)
    counts.add(2, row: 0, column: 1)
    counts.add(row: 1, column: 2)
    #expect(
      counts.rows().map { [$0.row, $0.column, $0.nA, $0.nB, $0.nAB] } == [
        [0, 1, 4, 3, 2], [0, 2, 4, 2, 1], [1, 2, 3, 2, 1],
      ])
    #expect(counts.matrix == [[4, 2, 1, 0], [2, 3, 1, 0], [1, 1, 2, 0], [0, 0, 0, 0]])
    #expect(counts.rows(atLeast: 2).count == 1)
    #expect(counts.rows(atLeast: 0).count == 6)
  }

  @Test("a rectangular table keeps rows and columns apart")
  func rectangular() {
    var counts = PairCounts(rows: [5, 2], columns: [4, 4, 1], unitCount: 20)
    counts.add(3, row: 0, column: 1)
    counts.add(1, row: 1, column: 0)
    #expect(counts.matrix == [[0, 3, 0], [1, 0, 0]])
    #expect(counts.rows().map { [$0.row, $0.column, $0.nAB] } == [[0, 1, 3], [1, 0, 1]])
    #expect(counts.rows(atLeast: 0).count == 6)
    let pair = counts.pair(row: 0, column: 1)
    #expect(pair.expected == 1)
    #expect(pair.jaccard == 0.5)
    #expect(agree(pair.cosine, 3 / 20.0.squareRoot()))
    #expect(agree(pair.signedG2, ContingencyTable(o11: 3, r1: 5, c1: 4, n: 20).g2!))
  }

  @Test("a table too large to keep whole gives the same as a small one")
  func large() {
    let sizes = [Int](repeating: 1, count: 2500)
    var counts = PairCounts(symmetric: sizes, unitCount: 3)
    counts.add(row: 2400, column: 7)
    counts.add(2, row: 0, column: 2499)
    #expect(counts[7, 2400] == 1)
    #expect(counts[2400, 7] == 1)
    #expect(counts[8, 9] == 0)
    #expect(counts[8, 8] == 1)
    #expect(counts.rows().map { [$0.row, $0.column, $0.nAB] } == [[0, 2499, 2], [7, 2400, 1]])
  }

  @Test("pairs of ranges have a c-coefficient where it makes sense, and nothing that needs a total")
  func ranges() {
    let pair = PairRow(row: 0, column: 1, nA: 3, nB: 2, nAB: 1, n: nil)
    #expect(pair.jaccard == 0.25)
    #expect(pair.expected == nil && pair.signedG2 == nil && pair.lafon == nil)
    #expect(PairRow(row: 0, column: 1, nA: 3, nB: 2, nAB: 4, n: nil).jaccard == nil)
    #expect(PairRow(row: 0, column: 1, nA: 0, nB: 0, nAB: 0, n: 5).jaccard == nil)
  }

  @Test("one over five times as frequent is unbalanced, five times is not")
  func unbalanced() {
    #expect(PairRow(row: 0, column: 1, nA: 51, nB: 10, nAB: 4, n: 100).isUnbalanced)
    #expect(!PairRow(row: 0, column: 1, nA: 50, nB: 10, nAB: 4, n: 100).isUnbalanced)
  }

  @Test("no codes, no rows")
  func empty() {
    #expect(PairCounts(symmetric: [], unitCount: 0).rows().isEmpty)
    #expect(PairCounts(symmetric: [1], unitCount: 0).rows(atLeast: 0).isEmpty)
    #expect(PairCounts(rows: [1], columns: [], unitCount: 0).rows(atLeast: 0).isEmpty)
  }
}
