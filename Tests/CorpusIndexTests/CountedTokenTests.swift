import CodingModel
import CorpusIndex
import FrenchText
import Testing

struct CountedTokenTests {
  @Test("Answers are gone through with the words and places of their tokens")
  func tokens() throws {
    let texts = ["le/le/DET Lien | perdu/perdre/VERB", "liens/lien/NOUN", "", "lien"]
    for segments in [1, 3] {
      let searcher = try SmallCorpus(texts).searcher(segments: segments)
      var lines: [(answer: Int64, words: [Int?], places: [TextRange], starts: [Bool])] = []
      let words = try searcher.forEachAnswer(
        by: .lemma, of: [.noun, .verb], in: [RowID(1), RowID(2), RowID(3)]
      ) { answer, tokens in
        lines.append((answer.value, tokens.map(\.word), tokens.map(\.range), tokens.map(\.startsSentence)))
      }
      #expect(lines.map(\.answer) == [1, 2, 3])
      #expect(lines[0].places == [TextRange(0, 2), TextRange(3, 7), TextRange(8, 13)])
      #expect(lines[0].starts == [true, false, true])
      #expect(lines[0].words[0] == nil)
      #expect(lines[2].words == [])
      let numbers = (lines[0].words + lines[1].words).compactMap { $0 }
      #expect(numbers.allSatisfy { $0 < words.count })
      #expect(try words.names(numbers) == ["lien", "perdre", "lien"])
    }
  }
}
