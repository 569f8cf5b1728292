import CodingModel
import FrenchText
import Testing

@testable import CorpusIndex

struct PartCountsTests {
  @Test("Words in parts of a corpus; sizes count what is not listed, too")
  func small() throws {
    let searcher = try SmallCorpus(["aa bb ,/,/PUNCT", "aa", "cc aa"]).searcher(segments: 2)
    let ranges = AnswerRanges([RowID(1): [TextRange(3, 7)], RowID(3): [TextRange(0, 1)]])
    let counts = try searcher.partCounts(by: .form, of: [.noun], in: .all)
    let parts = try [.answers([RowID(1), RowID(2)]), .ranges(ranges), .answers([])].map {
      try counts.part($0)
    }
    #expect(counts.words == ["aa", "bb", "cc"])
    #expect(counts.frequencies == [3, 1, 1] && counts.tokenCount == 6)
    #expect(parts.map(\.counts) == [[2, 1, 0], [0, 1, 0], [0, 0, 0]])
    #expect(parts.map(\.tokenCount) == [4, 2, 0])
    let often = try searcher.partCounts(by: .form, in: .answers([RowID(2), RowID(3)]), minimum: 2)
    #expect(often.words == ["aa"] && often.frequencies == [2] && often.tokenCount == 3)
    #expect(try searcher.tokenCount(in: .all) == 6)
    #expect(try searcher.tokenCount(in: .ranges(ranges)) == 2)
  }

  @Test("The same as frequency lists of each part", arguments: 1...20)
  func agreement(_ seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed))
    let corpus = random.corpus()
    let context = random.context(for: corpus)
    let searcher = try corpus.searcher(segments: 1 + Int(seed % 3))
    let scopes =
      context.sets.values.map { CountScope.answers($0) } + context.ranges.values.map { CountScope.ranges($0) }
    for key in WordKey.allCases {
      let counts = try searcher.partCounts(by: key, of: [.noun, .determiner], in: .all)
      let whole = try searcher.frequencies(by: key, of: [.noun, .determiner])
      #expect(
        Set(zip(counts.words, counts.frequencies).map { "\($0) \($1)" })
          == Set(whole.rows.map { "\($0.key) \($0.count)" }))
      for scope in scopes {
        let part = try counts.part(scope)
        let list = try searcher.frequencies(by: key, of: [.noun, .determiner], in: scope)
        #expect(
          Set(zip(counts.words, part.counts).filter { $1 > 0 }.map { "\($0) \($1)" })
            == Set(list.rows.map { "\($0.key) \($0.count)" }))
        #expect(part.tokenCount == (try searcher.frequencies(by: key, in: scope).tokenCount))
      }
    }
  }
}
