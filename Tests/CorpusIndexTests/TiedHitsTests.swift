import Testing

@testable import CorpusIndex

struct TiedHitsTests {
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
      var sorting = TiedHits(count: count, page: page)
      for rank in ranks {
        sorting.forEachTied { hit, value in value = rank[Int(hit)] }
        sorting.refine()
      }
      #expect(sorting.order == Array(all[page]))
    }
  }
}
