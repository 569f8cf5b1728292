import CodingModel
import CorpusIndex
import FrenchText
import Testing

struct CorpusWordsTests {
  private static let texts = ["le/le/DET Lien | perdu/perdre/VERB", "liens/lien/NOUN", "", "lien"]

  @Test("Answers are gone through with the words and places of their tokens", arguments: [1, 3])
  func tokens(segments: Int) throws {
    let searcher = try SmallCorpus(Self.texts).searcher(segments: segments)
    var lines: [(answer: Int64, words: [UInt32], places: [TextRange], starts: [Bool])] = []
    let words = try searcher.corpusWords(by: .lemma, of: [.noun, .verb])
    try words.forEachAnswer(in: [RowID(1), RowID(2), RowID(3)]) { tokens in
      let starts = try tokens.words.indices.map { try tokens.startsSentence($0) }
      lines.append((tokens.answer.value, tokens.words, try tokens.places(), starts))
    }
    #expect(lines.map(\.answer) == [1, 2, 3])
    #expect(lines[0].places == [TextRange(0, 2), TextRange(3, 7), TextRange(8, 13)])
    #expect(lines[0].starts == [true, false, true])
    #expect(lines[0].words == [CorpusWords.none, 0, 1])
    #expect(lines[1].words == [0])
    #expect(lines[2].words == [])
    #expect(words.frequencies == [3, 1])
    #expect(try words.names(of: [1, 0]) == ["perdre", "lien"])
  }

  @Test("Words of few tokens are not listed, those of other segments counted in", arguments: [1, 4])
  func minimum(segments: Int) throws {
    let searcher = try SmallCorpus(Self.texts).searcher(segments: segments)
    let words = try searcher.corpusWords(by: .lemma, of: nil, minimum: 2)
    #expect(words.frequencies == [3])
    #expect(try words.names(of: [0]) == ["lien"])
    var found: [[UInt32]] = []
    try words.forEachAnswer(in: nil) { found.append($0.words) }
    #expect(found == [[CorpusWords.rare, 0, CorpusWords.rare], [0], [], [0]])
  }
}
