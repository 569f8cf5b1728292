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
    #expect(try searcher.order(result, by: [.numbers { ranks[Int($0)] }]) == [5, 1, 3, 2, 0, 6, 4])
    #expect(
      try searcher.order(result, by: [.numbers { ranks[Int($0)] }, .words(.right)]) == [5, 3, 1, 2, 6, 0, 4])
    #expect(try searcher.order(result, by: [.answers { UInt32(9 - $0.value / 3) }]) == [5, 6, 2, 3, 4, 0, 1])
    #expect(try searcher.order(result, by: [.words(.right)], page: 2..<9) == [3, 1, 0, 5, 2])
    #expect(try searcher.order(result, by: [.words(.right)], page: 7..<9) == [])
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
    }
  }

  @Test("Any page of an order is that page of all of it, however few hits are kept", arguments: 1...40)
  func pages(_ seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed))
    let searcher = try random.corpus().searcher(segments: 1 + Int(seed % 3))
    var dice = Dice(seed + 99)
    let result = try search(
      dice.pick(["le OR lien", "\"le *\" OR lien OR ou", "/.*e.*/", "pos:NOUN"]), searcher)
    let most = dice.pick([1, 2, 9_000, 1 << 32])
    let ranks = (0..<result.hitCount).map { _ in
      dice.roll(9) == 0 ? UInt32.max : UInt32(truncatingIfNeeded: dice.roll(most))
    }
    let answerRanks = (0..<97).map { _ in UInt32(dice.roll(2)) }
    let some: [HitSortKey] = [
      .words(.left), .words(.right), .words(.hit), .numbers { ranks[Int($0)] },
      .answers { answerRanks[Int($0.value) % 97] },
    ]
    let keys = (0..<1 + dice.roll(3)).map { _ in dice.pick(some) }
    let chosen = dice.roll(3) > 0 ? nil : (0..<UInt32(result.hitCount)).filter { _ in dice.roll(2) == 0 }
    let all = try searcher.order(result, by: keys, of: chosen)
    #expect(all.sorted() == chosen ?? Array(0..<UInt32(result.hitCount)))
    for _ in 0..<20 {
      let from = dice.roll(all.count + 1)
      let page = from..<min(all.count, from + dice.roll(40))
      let found = try searcher.order(
        result, by: keys, of: chosen, page: page, keeping: dice.pick([0, 0, 30]))
      #expect(found == Array(all[page]), "\(page) of \(all.count)")
    }
  }
}
