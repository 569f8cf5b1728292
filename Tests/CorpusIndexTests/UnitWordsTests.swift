import CodingModel
import Testing

@testable import CorpusIndex

@Suite("Words of units, in parts")
struct UnitWordsTests {
  @Test("Parts on several threads hold what one part holds, in its order", arguments: 1...12)
  func parts(_ seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed))
    let corpus = random.corpus()
    let searcher = try corpus.searcher(segments: 1 + Int(seed % 3))
    let keys = try searcher.countedKeys(by: .form)
    let keyOfType = try searcher.segments.indices.map { try keys.keys(ofSegment: $0, only: nil) }
    let some = AnswerSet(corpus.answers.map { RowID<Answer>($0.id) }.filter { $0.value % 2 == 0 })
    for unit in [WordUnit.answer, .sentence, .window(2)] {
      for scope in [CountScope.all, .answers(some)] {
        let one = try UnitWords(unit, in: scope, of: searcher.segments)
        let many = try UnitWords(unit, in: scope, of: searcher.segments, leastPart: 1)
        #expect(one.unitCount == many.unitCount)
        #expect(
          one.tokenCounts(keyOfType, keyCount: keys.count)
            == many.tokenCounts(keyOfType, keyCount: keys.count))
        let windows = many.windows(keyOfType)
        #expect(words(one.windows(keyOfType)) == words(windows))
        #expect(words(windows).count { $0 == WordStream.boundary } == many.unitCount)
        let different = words(many.differentWords(keyOfType, wordCount: keys.count))
        #expect(words(one.differentWords(keyOfType, wordCount: keys.count)) == different)
        // The slow way: the different words of what stands between two boundaries.
        let slow = words(windows).split(separator: WordStream.boundary).flatMap { unit in
          Set(unit).sorted().enumerated().map { $0 == 0 ? $1 | WordStream.first : $1 }
        }
        #expect(different == slow)
      }
    }
  }

  @Test("Frequent and rare words of a long answer are each written once, in order")
  func long() throws {
    let words = (0..<3_000).map { "m\($0 * 7 % 1_100)" }
    let searcher = try SmallCorpus([words.joined(separator: " "), "", "m1 m0"]).searcher()
    let pairs = try searcher.wordPairs(by: .form, unit: .answer)
    #expect(pairs.keys.count == 1_100 && pairs.counts.reduce(0, +) == 1_102 && pairs.unitCount == 3)
    let all = pairs.pairs
    #expect(all.count == 1_100 * 1_099 / 2 && all.count { $0.count == 2 } == 1)
    let counts = all.map { UInt64($0.first) << 32 | UInt64($0.second) }
    #expect(Set(counts).count == all.count)
  }

  private func words(_ stream: WordStream) -> [UInt32] {
    stream.pieces.flatMap { piece in piece.map { unsafe stream.words[$0] } }
  }
}
