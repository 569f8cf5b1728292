import CodingModel
import Testing

@testable import CorpusIndex

struct AnswerSetTests {
  private func answers(_ values: some Sequence<Int64>) -> AnswerSet { AnswerSet(values.map { RowID($0) }) }

  @Test("Sets are combined as sets of numbers are", arguments: 1...20)
  func combinations(_ seed: UInt64) {
    var dice = Dice(seed)
    func numbers() -> Set<Int64> {
      let span = dice.pick([10, 300, 70_000, 10_000_000])
      return Set((0..<dice.roll(200)).map { _ in Int64(dice.roll(span)) })
    }
    let (left, right) = (numbers(), numbers())
    let (a, b) = (answers(left), answers(right))
    #expect(a.map(\.value) == left.sorted())
    #expect(a.count == left.count)
    #expect(a.isEmpty == left.isEmpty)
    #expect(a.union(b) == answers(left.union(right)))
    #expect(a.intersection(b) == answers(left.intersection(right)))
    #expect(a.subtracting(b) == answers(left.subtracting(right)))
    for value in left.union(right) { #expect(b.contains(RowID(value)) == right.contains(value)) }
    #expect(!a.contains(RowID(20_000_000)))
  }

  @Test("Sets without common answers intersect to the empty set")
  func disjoint() {
    #expect(answers([1, 70_000]).intersection(answers([2, 80_000])) == AnswerSet())
    #expect(answers([5]).subtracting(answers([5])).isEmpty)
    #expect(AnswerSet().map(\.value) == [])
  }

  @Test(
    "Sixty-four answers at a time are read and added wherever they begin", arguments: [0, 1, 63, 64, 65_500])
  func bits(_ first: Int64) {
    let pattern: UInt64 = 0x8000_0000_0000_0005
    var set = answers([first + 1])
    set.insert(bits: pattern, from: first)
    set.insert(bits: 0, from: 900_000)
    #expect(set == answers([first, first + 1, first + 2, first + 63]))
    #expect(set.bits(from: first) == pattern | 2)
    #expect(set.bits(from: first + 1) == pattern >> 1 | 1)
    #expect(set.bits(from: first + 64) == 0)
  }
}
