import CodingModel
import CorpusIndex
import QueryLanguage
import Testing

struct SlowSearchTests {
  @Test("The engine agrees with the slow search on random queries over random corpora", arguments: 1...40)
  func agreement(_ seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed))
    let corpus = random.corpus()
    let context = random.context(for: corpus)
    let slow = SlowSearch(corpus: corpus, context: context)
    let remembering = try corpus.searcher(segments: 1 + Int(seed % 3))
    let forgetful = try corpus.searcher(segments: 1 + Int(seed % 3), remembers: false)
    for _ in 0..<60 {
      let text = random.query(depth: 3)
      let query = try QueryParser.parse(text)
      #expect(try QueryParser.parse(QueryPrinter.print(query)) == query, "\(text)")
      let expected = try slow.search(query)
      // The second time from what the first has left.
      for searcher in [remembering, remembering, forgetful] {
        let result = try searcher.search(query, in: context)
        #expect(try result.answers().map(\.value) == expected.keys.sorted(), "\(text)")
        let hits = try result.hits()
        #expect(hits.count == result.hitCount)
        var found: [Int64: Set<Range<Int>>] = [:]
        for hit in hits { found[hit.answer.value, default: []].insert(hit.tokens) }
        #expect(found == expected.filter { !$0.value.isEmpty }, "\(text)")
        #expect(hits.count == expected.values.reduce(0) { $0 + $1.count }, "\(text)")
      }
    }
  }
}
