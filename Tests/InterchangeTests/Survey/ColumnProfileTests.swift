import Testing

@testable import Interchange

@Suite("Looking at a column's cells")
struct ColumnProfileTests {
  @Test("Numbers, dates and postcodes are told apart")
  func kinds() {
    let numbers = ColumnProfile(["1", "2,5", " 3 ", "", "1 000"])
    #expect(numbers.isNumeric && numbers.hasDecimals && numbers.allPositive && numbers.filled == 4)
    #expect(!ColumnProfile(["01000", "69003"]).isNumeric)
    #expect(ColumnProfile(["0,5", "0"]).isNumeric)
    #expect(ColumnProfile(["2019-01-23 18:47:43", "23/01/2019"]).isDates)
    #expect(!ColumnProfile(["06 12 34 56 78", "12"]).isDates)
    #expect(ColumnProfile(["7", "5", "6"]).isConsecutive)
    #expect(!ColumnProfile(["7", "5", "8"]).isConsecutive)
    #expect(!ColumnProfile(["", ""]).isNumeric)
  }

  @Test("Free text is varied and has several words")
  func openness() {
    let answers = (0..<50).map { "Il y a \($0) raisons de le dire" }
    #expect(ColumnProfile(answers).isOpen(isAsking: false))
    let trades = (0..<50).map { ["assistant de service social", "éducatrice de jeunes enfants"][$0 % 2] }
    #expect(!ColumnProfile(trades).isOpen(isAsking: true))
    #expect(!ColumnProfile((0..<50).map { "commune-\($0)" }).isOpen(isAsking: false))
    #expect(!ColumnProfile((0..<50).map { "2019-01-01 10:00:\(10 + $0)" }).isOpen(isAsking: true))
    let short = (0..<50).map { $0 % 2 == 0 ? "RAS" : "Plus de temps \($0)" }
    #expect(ColumnProfile(short).isOpen(isAsking: true))
  }
}
