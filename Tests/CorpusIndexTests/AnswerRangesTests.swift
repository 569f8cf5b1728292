import CodingModel
import Testing

@testable import CorpusIndex

struct AnswerRangesTests {
  @Test("Parts of answers in order, found by their answer")
  func small() {
    let given = [
      RowID<Answer>(7): [TextRange(4, 9), TextRange(0, 5)], RowID(2): [TextRange(1, 2)], RowID(3): [],
    ]
    let ranges = AnswerRanges(given)
    #expect(ranges.answers == [RowID(2), RowID(7)])
    #expect(ranges[RowID(7)] == [TextRange(4, 9), TextRange(0, 5)])
    #expect(ranges[RowID(2)] == [TextRange(1, 2)] && ranges.ranges(at: 0) == [TextRange(1, 2)])
    for absent in [1, 3, 8] { #expect(ranges[RowID(Int64(absent))] == []) }
    #expect(!ranges.isEmpty && AnswerRanges().isEmpty && AnswerRanges()[RowID(2)] == [])
  }

  @Test("A part to the end of whatever there is reaches beyond any text")
  func endless() {
    var ranges = AnswerRanges()
    ranges.append(RowID(1), TextRange(3, .max))
    #expect(ranges[RowID(1)] == [TextRange(3, Int(Int32.max))])
  }

  @Test("The parts of both, as dictionaries would join them", arguments: 1...20)
  func unions(_ seed: UInt64) {
    var dice = Dice(seed)
    func some() -> [RowID<Answer>: [TextRange]] {
      var ranges: [RowID<Answer>: [TextRange]] = [:]
      for _ in 0..<dice.roll(12) {
        let start = dice.roll(9)
        ranges[RowID(Int64(dice.roll(8))), default: []].append(TextRange(start, start + 1 + dice.roll(4)))
      }
      return ranges
    }
    let (left, right) = (some(), some())
    #expect(AnswerRanges(left).union(AnswerRanges(right)) == AnswerRanges(left.merging(right) { $0 + $1 }))
  }
}
