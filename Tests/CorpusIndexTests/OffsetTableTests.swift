import CodingModel
import Testing

@testable import CorpusIndex

@Suite("Where tokens stand")
struct OffsetTableTests {
  @Test("Places are the same asked for at once, in turn, or in any steps", arguments: 1...20)
  func steps(seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed))
    let corpus = random.corpus()
    let segment = try CorpusSegment(storage: MemoryStorage(corpus.draft()))
    var dice = Dice(seed)
    var places = AnswerPlaces(segment.offsets)
    for (number, answer) in corpus.answers.enumerated() {
      let tokens = try segment.answerTable.tokens(of: number)
      let expected = answer.tokens.map { TextRange($0.start, $0.end) }
      #expect(try segment.offsets.places(of: tokens) == expected)
      places.begin(tokens)
      var asked = 0
      while asked < expected.count {
        asked = min(expected.count, asked + 1 + dice.roll(4))
        try places.require(asked)
        #expect((0..<asked).map { places[$0] } == Array(expected[..<asked]))
      }
      try places.require(expected.count + 9)
      #expect(try places.all() == expected)
    }
  }
}
