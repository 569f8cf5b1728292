import CodingModel
import QueryLanguage
import Testing

@testable import CorpusIndex

struct SequenceSearchTests {
  @Test("The engine agrees with every way tried, on random CQL over random corpora", arguments: 1...40)
  func agreement(_ seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed &+ 1000))
    let corpus = random.corpus().beginning
    let context = random.context(for: corpus)
    let searcher = try corpus.searcher(segments: 1 + Int(seed % 3))
    var queries = RandomSequence(dice: Dice(seed &+ 77))
    for _ in 0..<50 {
      let text = queries.query()
      let query: Query
      do {
        query = try QueryParser.parse("cql: " + text)
        _ = try searcher.search(query, in: context)
      } catch let error as QueryError where error.isExpected { continue }
      guard case .sequence(let sequence) = query.node else {
        Issue.record("no sequence: \(text)")
        return
      }
      var expected: [[Int]] = []
      for (id, tokens) in corpus.answers {
        let hits = try SlowSequences(tokens: tokens, id: id, context: context).hits(sequence)
        expected += hits.map { [Int(id), $0.lowerBound, $0.upperBound] }
      }
      let found = try searcher.search(query, in: context).hits().map {
        [Int($0.answer.value), $0.tokens.lowerBound, $0.tokens.upperBound]
      }
      #expect(found == expected.sorted { $0.lexicographicallyPrecedes($1) }, "\(text)")
      let cut = try QueryParser.parse("cql: \(text) cut 2")
      #expect(try searcher.search(cut, in: context).hitCount == min(2, found.count), "\(text)")
      #expect(try QueryParser.parse(QueryPrinter.print(query)) == query, "\(text)")
    }
  }

  private func hits(_ query: String, _ texts: String...) throws -> [String] {
    let searcher = try SmallCorpus(texts).searcher()
    return try searcher.search(QueryParser.parse(query), in: FixedContext()).hits().map {
      "\($0.answer.value):\($0.tokens.lowerBound)-\($0.tokens.upperBound - 1)"
    }
  }

  @Test("The matching strategies are those of CQP")
  func strategies() throws {
    let text = "la/le/DET belle/beau/ADJ grande/grand/ADJ vue/vue/NOUN nette/net/ADJ"
    let pattern = "[pos=\"DET\"]? [pos=\"ADJ\"]* [pos=\"NOUN\"] [pos=\"ADJ\"]*"
    #expect(try hits(pattern, text) == ["1:0-3"])
    #expect(try hits("(?longest) " + pattern, text) == ["1:0-4"])
    #expect(try hits("(?shortest) " + pattern, text) == ["1:3-3"])
    #expect(try hits("(?traditional) " + pattern, text) == ["1:0-3", "1:1-3", "1:2-3", "1:3-3"])
  }

  @Test("A hit holds a token at least")
  func noEmptyHits() throws {
    #expect(try hits("[lemma=\"a\"]*", "a b a a") == ["1:0-0", "1:2-2", "1:3-3"])
    #expect(try hits("([]*)*", "a b", "c") == ["1:0-0", "1:1-1", "2:0-0"])
    #expect(try hits("(?longest) ([]*)*", "a b", "c") == ["1:0-1", "2:0-0"])
  }

  @Test("Between <s> and </s> is one sentence")
  func regions() throws {
    let text = "a b | c | d e f"
    #expect(try hits("<s> []* </s>", text) == ["1:0-1", "1:2-2", "1:3-5"])
    #expect(try hits("(?longest) <s> []* </s>", text) == ["1:0-1", "1:2-2", "1:3-5"])
    #expect(try hits("(?longest) <s> []* [] ", text) == ["1:0-5"])
    #expect(try hits("<answer> [] [] </answer>", text, "x y") == ["2:0-1"])
    #expect(try hits("[] </s> []", text) == ["1:1-2", "1:2-3"])
  }

  @Test("What is looked ahead for is no part of the hit")
  func lookAhead() throws {
    let text = "a b | c a d"
    #expect(try hits("[] [: word=\"[bc]\" :]", text) == ["1:0-0", "1:1-1"])
    #expect(try hits("[: word=\"a\" :] []", text) == ["1:0-0", "1:3-3"])
    #expect(try hits("[] [: word!=\"c\" :]", text, "x") == ["1:0-0", "1:2-2", "1:3-3"])
    #expect(try hits("[] [: !(word=\"a\") & lemma=\"c\" :] </s>", text) == ["1:1-1"])
    #expect(try hits("(?longest) ([: word!=\"c\" :] [])+", text) == ["1:0-1", "1:3-4"])
    #expect(try hits("<s> ([] [: word=\"[a-z]\" :])* </s>", text) == ["1:0-1"])
    #expect(try hits("a:[] [: word=\"a\" | word=\"b\" :] [] :: a.word = \"c\"", text) == ["1:2-3"])
  }

  @Test("Labels may be compared, also inside brackets")
  func labels() throws {
    let text = "le lien le lien fort"
    #expect(try hits("a:[] []{0,5} b:[] :: a.lemma = b.lemma", text) == ["1:0-2", "1:1-3"])
    #expect(try hits("a:[] []* [word = a.word]", text) == ["1:0-2", "1:1-3"])
    #expect(try hits("a:[] []* b:[] :: distance(a, b) = 3 & match.word = \"le\"", text) == ["1:0-3"])
    #expect(try hits("a:[word=\"le\"]? [word=\"lien\"] :: !a", text) == ["1:1-1", "1:3-3"])
  }

  @Test("Hostile patterns end soon")
  func hostile() throws {
    let long = Array(repeating: "a b c", count: 100).joined(separator: " ")
    let searcher = try SmallCorpus([long]).searcher()
    func count(_ query: String) throws -> Int {
      try searcher.search(QueryParser.parse("cql: " + query), in: FixedContext()).hitCount
    }
    #expect(try count("([]*)* \"z\"?") == 300)
    #expect(try count("(([]*)*)* \"c\" \"c\"") == 0)
    #expect(try count("\"a\" []* \"c\" \"c\"") == 0)
    #expect(try count("(?longest) \"a\" []* \"c\"") == 1)
    #expect(try count("(\"a\"|\"a\" \"b\")* []{0,50} \"c\" \"b\"") == 0)
    #expect(try count("(?longest) ([]?){30} \"b\"") == 91)
    #expect(throws: QueryError(.sequence(.tooCostly), at: TextRange(0, 0))) {
      try count("a:[] []* b:[] []* c:[] []* d:[] :: distance(a, b) > 500 & distance(c, d) > 1")
    }
  }
}

extension QueryError {
  /// Whether a random query may be refused so: without a token, or with a part of speech that no token has.
  fileprivate var isExpected: Bool {
    switch problem {
    case .sequence(.noToken), .unknownPartOfSpeech: true
    default: false
    }
  }
}
