import CodingModel
import FrenchText
import QueryLanguage
import Testing

@testable import CorpusIndex

struct QueryTokenizerTests {
  private struct Unneeded: Error {}

  @Test("No analyser is made for words of letters, of digits, or with an elision")
  func laziness() throws {
    let segment = try CorpusSegment(storage: MemoryStorage(SmallCorpus(["l'/le aide 51 été"]).draft()))
    let searcher = try CorpusSearcher(segments: [segment], tokenizer: FrenchTokenizer { throw Unneeded() })
    for text in ["aide", "\"aide 51\"", "été AND =aide", "/l.+/", "ai*", "lemma:l'aide", "l'aide", "l’"] {
      _ = try searcher.search(QueryParser.parse(text), in: FixedContext())
    }
    #expect(throws: Unneeded.self) {
      try searcher.search(QueryParser.parse("rendez-vous"), in: FixedContext())
    }
  }

  @Test("A word with an apostrophe that occurs whole is left to the analyser")
  func wholeWords() throws {
    let searcher = try CorpusSearcher(
      segments: [CorpusSegment(storage: MemoryStorage(SmallCorpus(["aujourd'hui hui"]).draft()))],
      tokenizer: FrenchTokenizer { FrenchAnalyzer(lexicon: try Lexicon()) })
    func count(_ query: String) throws -> Int {
      try searcher.search(QueryParser.parse(query), in: FixedContext()).hitCount
    }
    #expect(try count("aujourd'hui") == 1)
    #expect(try count("aujourd’hui") == 1)
    #expect(try count("d'hui") == 0)
  }

  @Test("Words are cut as answers are")
  func cutting() throws {
    var made = 0
    let tokenizer = FrenchTokenizer {
      made += 1
      return FrenchAnalyzer(lexicon: try Lexicon())
    }
    #expect(try tokenizer.words(in: "l'aide") == ["l'", "aide"])
    #expect(try tokenizer.words(in: "qu’elle") == ["qu’", "elle"])
    #expect(made == 1)
  }

  @Test("A number in groups is one word, whatever spaces it is written with; a corpus may have cut it")
  func groupedNumbers() throws {
    let texts = [
      "4 000 dossiers, 4\u{202F}000 euros", "le 06 12 34 56 78", "4\u{A0}000,50 €", "4000", "4, 000",
    ]
    let searcher = try analyzed(texts)
    func count(_ query: String) throws -> Int {
      try searcher.search(QueryParser.parse(query), in: FixedContext()).hitCount
    }
    #expect(try count("4 000") == 2)
    #expect(try count("4\u{202F}000") == 2)
    #expect(try count("\"4 000 dossiers\"") == 1)
    #expect(try count("=\"4 000\"") == 2)
    #expect(try count("=\"4\u{202F}000\"") == 2)
    #expect(try count("=4 000") == 2)
    #expect(try count("[word=\"4 000\"]") == 2)
    #expect(try count("[word=\"4\u{A0}000\" %d]") == 2)
    #expect(try count("/4[ ]000/") == 2)
    #expect(try count("4 000,50") == 1)
    #expect(try count("4 000,50€") == 1)
    #expect(try count("\"06 12 34 56 78\"") == 1)
    #expect(try count("06 12 34 56 78") == 1)
    let cut = try CorpusSearcher(
      segments: [CorpusSegment(storage: MemoryStorage(SmallCorpus(["4 000 dossiers", "000 4"]).draft()))],
      tokenizer: FrenchTokenizer { FrenchAnalyzer(lexicon: try Lexicon()) })
    #expect(try cut.search(QueryParser.parse("\"4 000 dossiers\""), in: FixedContext()).hitCount == 1)
    #expect(try cut.search(QueryParser.parse("4 000"), in: FixedContext()).hitCount == 1)
  }

  @Test("An inclusive word typed finds all its inclusive spellings, and neither gender alone")
  func inclusiveWords() throws {
    let searcher = try analyzed([
      "les éducateur·rice·s", "les éducateur-rice-s", "les éducateurs/trices", "un·e éducateur·rice",
      "les éducateurs et les éducatrices",
    ])
    func answers(_ query: String) throws -> [Int64] {
      try searcher.search(QueryParser.parse(query), in: FixedContext()).answers().map(\.value)
    }
    #expect(try answers("éducateur.rice.s") == [1, 2, 3])
    #expect(try answers("educateur(trice)s") == [1, 2, 3])
    #expect(try answers("\"les éducateurs.rices\"") == [1, 2, 3])
    #expect(try answers("éducateur.rice") == [4])
    #expect(try answers("=éducateur-rice-s") == [2])
    #expect(try answers("éducateur") == [1, 2, 3, 4, 5])
    #expect(
      try searcher.absentWords(of: QueryParser.parse("éducateur.rice.s salarié·e")).map(\.text) == [
        "salarié·e"
      ])
  }

  /// A searcher on these texts, analysed.
  private func analyzed(_ texts: [String]) throws -> CorpusSearcher {
    let analyzer = FrenchAnalyzer(lexicon: try Lexicon())
    var builder = SegmentBuilder()
    var tokens: [AnalyzedToken] = []
    for (index, text) in texts.enumerated() {
      analyzer.analyze(text, into: &tokens)
      try builder.add(answer: RowID(Int64(index + 1)), tokens: tokens)
    }
    let segment = try CorpusSegment(storage: MemoryStorage(builder.finish(types: analyzer.types)))
    return try CorpusSearcher(segments: [segment], tokenizer: FrenchTokenizer { analyzer })
  }

  @Test("What was analysed is found again, from texts to places")
  func wholeWay() throws {
    let texts = ["L’aide à l'enfance.", "Perte de lien ! On perd le lien.", ""]
    let searcher = try analyzed(texts)
    func hits(_ query: String) throws -> [String] {
      try searcher.search(QueryParser.parse(query), in: FixedContext()).hits().map {
        texts[Int($0.answer.value) - 1].slice($0.range) ?? "?"
      }
    }
    #expect(try hits("l'aide") == ["L’aide"])
    #expect(try hits("lien") == ["lien", "lien"])
    #expect(try hits("« perte de lien »") == ["Perte de lien"])
    #expect(try hits("on BEFORE/5 lien") == ["On perd le lien"])
    #expect(try hits("perte NEAR/9 perd") == [])
    #expect(try hits("perte NEAR/9:answer perd") == ["Perte de lien ! On perd"])
    #expect(searcher.segments.allSatisfy { $0.analysisVersion == FrenchAnalyzer.version })
  }
}
