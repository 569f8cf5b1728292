import Testing

@testable import CorpusIndex

struct PositionPoolTests {
  @Test("A block that is used again is empty")
  func zeros() {
    let pool = PositionPool(count: 100)
    for _ in 0..<8 {
      let sets = (0..<6).map { _ in PositionBits(pool) }
      for set in sets {
        #expect(set.positions() == [])
        for position: UInt32 in 0..<100 { set.insert(position) }
      }
      #expect(sets.allSatisfy { $0.cardinality == 100 && $0.count == 100 })
    }
  }

  @Test("A block that is written over leaves nothing of what it held, whatever is written")
  func writtenOver() {
    for count in [1, 63, 64, 65, 100, 128, 300] {
      let pool = PositionPool(count: count)
      func all() -> PositionBits {
        let set = PositionBits(pool)
        for position in 0..<UInt32(count) { set.insert(position) }
        return set
      }
      for shift in [0, 1, 5, 64, 70, 400] {
        let (own, none) = (all(), PositionBits(pool))
        // What it holds goes back into the pool.
        _ = all()
        let both = PositionBits(before: own, by: 0, and: own, by: shift)
        #expect(both.positions() == (0..<UInt32(max(0, count - shift))).map { $0 })
        _ = all()
        let phrase = PositionBits(before: own, by: shift, length: 1, inAnswersEndingWith: none)
        #expect(phrase.positions() == both.positions() && phrase.window(from: count) == 0)
      }
    }
  }
}
