import CodingModel
import FrenchText
import QueryLanguage
import Testing

@testable import CorpusIndex

struct HitOrderTests {
  private func search(_ query: String, _ searcher: CorpusSearcher) throws -> SearchResult {
    try searcher.search(QueryParser.parse(query), in: FixedContext())
  }

  @Test("Word by word, as French dictionaries order them; the end of an answer first")
  func small() throws {
    let corpus = SmallCorpus([
      "lien été", "lien ete/été/NOUN", "x lien étude", "lien eau", "lien", "lien été après",
      "lien ,/,/PUNCT x",
    ])
    let searcher = try corpus.searcher(segments: 2)
    let result = try search("lien", searcher)
    #expect(try searcher.order(result, by: [.words(.right)]) == [4, 6, 3, 1, 0, 5, 2])
    #expect(try searcher.order(result, by: [.words(.left)]) == [0, 1, 3, 4, 5, 6, 2])
    #expect(try searcher.order(result, by: [.words(.left), .words(.right)]) == [4, 6, 3, 1, 0, 5, 2])
    #expect(try searcher.order(result, by: [.words(.right)], of: [0, 2, 4]) == [4, 0, 2])
    #expect(try searcher.order(result, by: []) == Array(0..<7))
    #expect(try searcher.order(search("inconnu", searcher), by: [.words(.right)]) == [])
    let ranks: [UInt32] = [3, 1, 2, 1, .max, 0, 3]
    #expect(try searcher.order(result, by: [.ranks(ranks)]) == [5, 1, 3, 2, 0, 6, 4])
    #expect(try searcher.order(result, by: [.ranks(ranks), .words(.right)]) == [5, 3, 1, 2, 6, 0, 4])
  }

  @Test("The same as sorting whole contexts", arguments: 1...30)
  func agreement(_ seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed))
    let corpus = random.corpus()
    let searcher = try corpus.searcher(segments: 1 + Int(seed % 3))
    let result = try search(seed % 2 == 0 ? "le OR lien" : "\"le *\" OR lien OR ou", searcher)
    let collator = FrenchCollator()
    let forms = Dictionary(
      uniqueKeysWithValues: corpus.answers.map { ($0.id, $0.tokens.map { collator.sortKey($0.type.form) }) })
    let hits = try result.hits()
    for (side, context) in [
      (HitSide.left, { (hit: Hit, words: [[UInt8]]) in Array(words[..<hit.tokens.lowerBound].reversed()) }),
      (.right, { Array($1[$0.tokens.upperBound...]) }), (.hit, { Array($1[$0.tokens]) }),
    ] {
      let contexts = hits.map { context($0, forms[$0.answer.value] ?? []) }
      let slow = hits.indices.sorted { left, right in
        for (a, b) in zip(contexts[left], contexts[right]) where a != b {
          return a.lexicographicallyPrecedes(b)
        }
        let (a, b) = (contexts[left].count, contexts[right].count)
        return a == b ? left < right : a < b
      }
      #expect(try searcher.order(result, by: [.words(side)]) == slow.map(UInt32.init))
      for start in stride(from: 0, to: slow.count, by: 7) {
        let page = start..<min(start + 7, slow.count)
        #expect(
          try searcher.order(result, by: [.words(side)], page: page)[page].map(Int.init) == Array(slow[page]))
      }
    }
  }

  @Test("Any page of hits sorted by two ranks is that page of all of them", arguments: 1...20)
  func pages(_ seed: UInt64) {
    var dice = Dice(seed)
    let count = 1 + dice.roll(300)
    let ranks = (0..<2).map { _ in
      let most = dice.pick([1, 3, 400])
      return (0..<count).map { _ in dice.roll(9) == 0 ? UInt32.max : UInt32(dice.roll(most)) }
    }
    let all = (0..<UInt32(count)).sorted {
      (ranks[0][Int($0)], ranks[1][Int($0)], $0) < (ranks[0][Int($1)], ranks[1][Int($1)], $1)
    }
    for _ in 0..<20 {
      let from = dice.roll(count + 1)
      let page = from..<min(count, from + dice.roll(40))
      var sorting = TiedHits(Array(0..<UInt32(count)), page: page)
      for rank in ranks {
        sorting.forEachTied { hit, value in value = rank[Int(hit)] }
        sorting.refine()
      }
      #expect(Array(sorting.order[page]) == Array(all[page]))
      #expect(sorting.order.sorted() == Array(0..<UInt32(count)))
    }
  }
}
