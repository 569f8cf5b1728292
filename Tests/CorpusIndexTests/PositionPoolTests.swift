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
}
