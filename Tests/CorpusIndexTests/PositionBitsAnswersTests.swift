import CodingModel
import Testing

@testable import CorpusIndex

struct PositionBitsAnswersTests {
  @Test("The answers of tokens are found in every way, and the tokens of answers kept", arguments: 1...40)
  func same(seed: UInt64) throws {
    var dice = Dice(seed)
    let lengths = (0..<1 + dice.roll(150)).map { _ in dice.roll(dice.pick([3, 70, 300])) }
    let texts = lengths.map { Array(repeating: "a", count: $0).joined(separator: " ") }
    let segment = try CorpusSegment(storage: MemoryStorage(SmallCorpus(texts).draft()))
    let starts = lengths.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    let bits = segment.noTokens()
    var expected: Set<Int> = []
    let count = segment.tokenCount == 0 ? 0 : dice.roll(dice.pick([4, 2 * segment.tokenCount + 1]))
    for _ in 0..<count {
      let position = dice.roll(segment.tokenCount)
      bits.insert(UInt32(position))
      expected.insert(starts.lastIndex { $0 <= position }!)
    }
    for frequency in [nil, 0, segment.tokenCount] {
      let answers = try bits.answers(in: segment, frequency: frequency)
      #expect((0..<lengths.count).filter(answers.contains) == expected.sorted())
    }
    for expecting in [0, 1_000_000] {
      var cursor = try AnswerCursor(segment.answerTable, expecting: expecting)
      for position in bits.positions() {
        cursor.seek(position)
        #expect(cursor.answer == starts.lastIndex { $0 <= Int(position) })
      }
    }
    var chosen = LocalAnswers(count: lengths.count)
    for answer in lengths.indices where dice.roll(2) == 0 { chosen.insert(answer) }
    let kept = bits.positions().filter { position in
      chosen.contains(starts.lastIndex { $0 <= Int(position) }!)
    }
    bits.restrict(to: chosen, try segment.answerTable.starts())
    #expect(bits.positions() == kept)
  }
}
