import CodingModel
import CorpusIndex
import QueryLanguage
import Testing

struct CorpusSearcherTests {
  private func hits(_ texts: [String], _ query: String) throws -> [String] {
    let result = try SmallCorpus(texts).searcher().search(QueryParser.parse(query), in: FixedContext())
    return try result.hits().map { "\($0.answer.value):\($0.range.start)-\($0.range.end)" }
  }

  @Test(
    "Words are found by form or lemma; an accent typed must be there, one not typed is ignored",
    arguments: [
      ("ou", ["1:0-2", "1:3-5"]), ("où", ["1:3-5"]), ("OÙ", ["1:3-5"]), ("=ou", ["1:0-2"]), ("=OU", []),
      ("numérique", ["1:6-15", "1:16-25"]), ("numerique", ["1:6-15", "1:16-25"]), ("=numérique", ["1:16-25"]),
      ("lien", ["1:26-31"]), ("liens", ["1:26-31"]), ("lemma:lien", ["1:26-31"]), ("lemma:liens", []),
      ("pos:ADJ", ["1:6-15", "1:16-25"]), ("num*ue", ["1:6-15", "1:16-25"]), ("numé*", ["1:16-25"]),
      ("/num.rique/", ["1:6-15", "1:16-25"]), ("/numé.*/", ["1:16-25"]), ("/LIEN./", ["1:26-31"]),
    ])
  func words(_ query: String, _ expected: [String]) throws {
    let text = "ou où numerique/numérique/ADJ numérique/numérique/ADJ Liens/lien/NOUN"
    #expect(try hits([text], query) == expected)
  }

  @Test(
    "Inclusive spellings are found by lemma, masculine and feminine",
    arguments: ["usager", "usagers", "usagères", "usageres", "usager·e·s", "lemma:usager", "usagèr*"])
  func inclusive(_ query: String) throws {
    #expect(try hits(["les usager·e·s/usager/NOUN/usagers,usagères"], query) == ["1:4-14"])
  }

  @Test("Ligatures and both apostrophes are one, and a word that is cut is a phrase")
  func foldings() throws {
    #expect(try hits(["cœur coeur"], "coeur") == ["1:0-4", "1:5-10"])
    #expect(try hits(["cœur coeur"], "cœur") == ["1:0-4", "1:5-10"])
    #expect(try hits(["l'/le aide l’/le aide"], "l'aide") == ["1:0-7", "1:8-15"])
    #expect(try hits(["l'/le aide l’/le aide"], "l’aide") == ["1:0-7", "1:8-15"])
    #expect(try hits(["l'/le aide l’/le aide"], "=l'aide") == ["1:0-7"])
  }

  @Test(
    "NEAR and BEFORE find the innermost pairs in one sentence",
    arguments: [
      ("a NEAR/2 b", ["1:0-5", "1:4-7", "1:6-9"]), ("a BEFORE/2 b", ["1:0-5", "1:6-9"]),
      ("b BEFORE/2 a", ["1:4-7"]), ("a NEAR/1 b", ["1:4-7", "1:6-9"]), ("b NEAR/2 x", ["1:2-5"]),
      ("c NEAR/5 d", []), ("c NEAR/5:answer d", ["2:0-3"]), ("c NEAR/5 c", []), ("\"a x\" NEAR/3 c", []),
    ])
  func proximity(_ query: String, _ expected: [String]) throws {
    #expect(try hits(["a x b a b", "c | d"], query) == expected)
  }

  @Test("Phrases stay in one answer, and a star stands for one token")
  func phrases() throws {
    #expect(try hits(["perte de", "lien perte du lien"], "\"perte * lien\"") == ["2:5-18"])
    #expect(try hits(["perte de", "lien perte du lien"], "\"de lien\"") == [])
  }

  @Test("Hits are given by page in the order of answers, with the tokens and text beside them")
  func concordance() throws {
    let corpus = SmallCorpus(["a b a", "a", "", "b a c d"])
    let result = try corpus.searcher(segments: 3).search(QueryParser.parse("a"), in: FixedContext())
    #expect(result.hitCount == 4)
    #expect(result.answerCount == 3)
    #expect(try result.hits(from: 1, limit: 2).map(\.answer.value) == [1, 2])
    #expect(try result.hitCounts().map { "\($0.answer.value) \($0.hits)" } == ["1 2", "2 1", "4 1"])
    let lines = try result.kwic(.tokens(1), from: 1)
    #expect(lines.map(\.left) == [TextRange(2, 4), TextRange(0, 0), TextRange(0, 2)])
    #expect(lines.map(\.hit.range) == [TextRange(4, 5), TextRange(0, 1), TextRange(2, 3)])
    #expect(lines.map(\.right) == [TextRange(5, 5), TextRange(1, 1), TextRange(3, 5)])
    #expect(lines.map(\.hit.tokens) == [2..<3, 0..<1, 1..<2])
    let wide = try result.kwic(.characters(3), from: 3)
    #expect(wide.map(\.left) == [TextRange(0, 2)])
    #expect(wide.map(\.right) == [TextRange(3, 6)])
    let far = try result.kwic(.tokens(.max), from: 3) + result.kwic(.characters(.max), from: 3)
    #expect(far.map(\.right) == [TextRange(3, 7), TextRange(3, 7)])
  }

  @Test("A query of filters finds answers without hits")
  func filters() throws {
    let filter = Filter(.question("q1"))
    let context = FixedContext(sets: [filter: [RowID(2), RowID(3), RowID(99)]])
    let searcher = try SmallCorpus(["a", "a b", "b"]).searcher()
    let alone = try searcher.search(QueryParser.parse("question:q1"), in: context)
    #expect((alone.hasHits, alone.hitCount, alone.answerCount) == (false, 0, 2))
    let both = try searcher.search(QueryParser.parse("a question:q1"), in: context)
    #expect((both.hasHits, both.hitCount, both.answerCount) == (true, 1, 1))
    let none = try searcher.search(QueryParser.parse("NOT a"), in: context)
    #expect((none.hasHits, none.hitCount) == (false, 0))
    #expect(try Array(none.answers()) == [RowID(3)])
    #expect(throws: FixedContext.Unknown.self) {
      try searcher.search(QueryParser.parse("coder:x"), in: context)
    }
  }

  @Test("Tokens and sentences of an answer are known by their places")
  func places() throws {
    let searcher = try SmallCorpus(["a bb | ccc d", "e"], firstID: 5, step: 2).searcher(segments: 2)
    #expect(
      try searcher.tokenRanges(of: RowID(5)) == [
        TextRange(0, 1), TextRange(2, 4), TextRange(5, 8), TextRange(9, 10),
      ])
    #expect(try searcher.sentenceRanges(of: RowID(5)) == [TextRange(0, 4), TextRange(5, 10)])
    #expect(try searcher.tokenRanges(of: RowID(7)) == [TextRange(0, 1)])
    #expect(try searcher.tokenRanges(of: RowID(6)) == nil)
    #expect(try searcher.sentenceRanges(of: RowID(100)) == nil)
    #expect(try Array(searcher.allAnswers()) == [RowID(5), RowID(7)])
  }

  @Test("Segments with overlapping answers are refused")
  func overlap() throws {
    let draft = try SmallCorpus(["a", "b"]).draft()
    let segments = try (0..<2).map { _ in try CorpusSegment(storage: MemoryStorage(draft)) }
    #expect(throws: IndexError.outOfOrder) {
      try CorpusSearcher(segments: segments, tokenizer: ApostropheTokenizer())
    }
  }
}
