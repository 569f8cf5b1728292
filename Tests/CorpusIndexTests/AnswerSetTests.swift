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

  @Test("A run of answers is added as if one by one, and a part of a set is gone through")
  func runs() {
    var set = AnswerSet()
    set.insert(from: 3, through: 200)
    set.insert(from: 65_530, through: 65_700)
    set.insert(from: 9, through: 8)
    #expect(set == answers(Array(3...200) + Array(65_530...65_700)))
    var part: [Int64] = []
    set.forEach(from: 199, through: 65_531) { part.append($0) }
    #expect(part == [199, 200, 65_530, 65_531])
  }
}
