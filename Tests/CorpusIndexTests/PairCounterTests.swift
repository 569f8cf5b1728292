import Testing

@testable import CorpusIndex

struct PairCounterTests {
  private struct Counted: Hashable {
    let first: UInt32
    let second: UInt32
  }

  private func table(_ pairs: [WordPairs.Pair]) -> [Counted: UInt32] {
    Dictionary(uniqueKeysWithValues: pairs.map { (Counted(first: $0.first, second: $0.second), $0.count) })
  }

  private func pairs(_ counter: PairCounter, inUnits units: [UInt32]) -> [WordPairs.Pair] {
    Array(counter.mapPairs(inUnits: units) { $0 }.joined())
  }

  private func pairs(_ counter: PairCounter, inStream stream: [UInt32], width: Int) -> [WordPairs.Pair] {
    Array(counter.mapPairs(inStream: stream, width: width) { $0 }.joined())
  }

  @Test("Rows counted on several threads are those counted on one, and right", arguments: 1...20)
  func threads(_ seed: UInt64) {
    var dice = Dice(seed)
    let wordCount = 1 + dice.roll(12)
    let answers = (0..<30).map { _ in
      (0..<dice.roll(12)).map { _ -> UInt32 in
        switch dice.roll(8) {
        case 0: PairCounter.other
        case 1: PairCounter.unlisted
        default: UInt32(dice.roll(wordCount))
        }
      }
    }
    let width = 1 + dice.roll(4)
    let stream = answers.flatMap { $0 + [PairCounter.boundary] }
    var near: [Counted: UInt32] = [:]
    var units: [UInt32] = []
    var together: [Counted: UInt32] = [:]
    for answer in answers {
      for (i, a) in answer.enumerated() where a < PairCounter.unlisted {
        for b in answer[(i + 1)...].prefix(width) where b < PairCounter.unlisted && a != b {
          near[Counted(first: min(a, b), second: max(a, b)), default: 0] += 1
        }
      }
      let different = Set(answer.filter { $0 < PairCounter.unlisted }).sorted()
      units += different.enumerated().map { $0 == 0 ? $1 | PairCounter.first : $1 }
      for a in different {
        for b in different where a < b { together[Counted(first: a, second: b), default: 0] += 1 }
      }
    }
    for minimum in 1...3 {
      let one = PairCounter(wordCount: wordCount, minimum: minimum)
      let many = PairCounter(wordCount: wordCount, minimum: minimum, leastRun: 1)
      #expect(pairs(many, inStream: stream, width: width) == pairs(one, inStream: stream, width: width))
      #expect(pairs(many, inUnits: units) == pairs(one, inUnits: units))
      #expect(
        table(pairs(many, inStream: stream, width: width)) == near.filter { $0.value >= UInt32(minimum) })
      #expect(table(pairs(many, inUnits: units)) == together.filter { $0.value >= UInt32(minimum) })
    }
  }

  @Test("Of no words there are no pairs")
  func none() {
    let counter = PairCounter(wordCount: 0, minimum: 1, leastRun: 1)
    #expect(pairs(counter, inUnits: []) == [])
    #expect(pairs(counter, inStream: [PairCounter.other, PairCounter.boundary], width: 3) == [])
  }
}
