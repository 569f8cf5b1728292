import CodingModel
import QueryLanguage
import Testing

@testable import CorpusIndex

struct SortStepsTests {
  private let corpus = SmallCorpus(["le lien été", "lien ,/,/PUNCT ete/été/NOUN", "le lien étude", "lien"])

  private func steps(_ keys: [HitSortKey]) throws -> (SortSteps, [NumberedHit]) {
    let searcher = try corpus.searcher(segments: 2)
    let result = try searcher.search(QueryParser.parse("lien"), in: FixedContext())
    var hits: [NumberedHit] = []
    try NumberedHits(result).forEach { hits.append($0) }
    return (try SortSteps(keys, of: result, searcher), hits)
  }

  @Test("Words are told by their distance, and what is beyond the answer by none")
  func words() throws {
    let (steps, hits) = try steps([.words(.right)])
    let first = try #require(steps.first)
    let near = try hits.map { try steps.value(of: $0, at: first) }
    #expect(near[3] == CountedKeys.none)
    #expect(Set(near).count == 4)
    // A mark, « été », « étude ».
    #expect(try steps.ordered([near[2], near[0], near[1]]) == [near[1], near[0], near[2]])
    let far = try hits.map { try steps.value(of: $0, at: SortSteps.Step(key: 0, distance: 1)) }
    #expect(far.map { $0 == CountedKeys.none } == [true, false, true, true])
  }

  @Test("Hits of a bin go on to the next word, or key")
  func following() throws {
    let (steps, hits) = try steps([.words(.left), .numbers { $0 * 5_000 }, .answers { UInt32($0.value) }])
    let first = try #require(steps.first)
    let bins = try hits.map { try steps.bin(of: $0, at: first) }
    #expect(bins[0] == bins[2] && bins[1] == bins[3] && bins[0] != bins[1])
    #expect(try steps.ordered([bins[1], bins[0]].sorted(), at: first) == [bins[1], bins[0]])
    let word = try #require(steps.next(after: first, bin: bins[0]))
    #expect(word.key == 0 && word.distance == 1)
    let ranks = try #require(steps.next(after: first, bin: bins[1]))
    #expect(ranks.key == 1 && ranks.distance == 0)
    let rankBins = try hits.map { try steps.bin(of: $0, at: ranks) }
    #expect(rankBins == rankBins.sorted() && Set(rankBins).count == 4)
    #expect(steps.next(after: ranks, bin: rankBins[0])?.key == 2)
    #expect(steps.next(after: ranks, bin: rankBins[1]) == nil, "ranks in a bin of great ranks may differ")
    #expect(steps.next(after: SortSteps.Step(key: 2), bin: 0) == nil)
  }

  @Test("Bins of ranks are in the ranks' order, and tell small ones apart")
  func bins() throws {
    var ranks = Array(UInt32(0)...5_000)
    var dice = Dice(1)
    ranks += (0..<3_000).map { _ in UInt32(truncatingIfNeeded: dice.roll(1 << 32)) } + [.max, .max - 1]
    ranks.sort()
    var rank: UInt32 = 0
    let (steps, hits) = try steps([.numbers { _ in rank }])
    let step = try #require(steps.first)
    var last = -1
    for next in ranks {
      rank = next
      let bin = try steps.bin(of: hits[0], at: step)
      #expect(bin >= last && bin < steps.binCount(step))
      if next <= 4_096 { #expect(bin > last) }
      last = bin
    }
  }
}
