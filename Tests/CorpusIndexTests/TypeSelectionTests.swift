import Testing

@testable import CorpusIndex

struct TypeSelectionTests {
  @Test("Tokens looked at together are those looked at one by one", arguments: 1...20)
  func likely(seed: UInt64) {
    var dice = Dice(seed)
    let mark = SegmentLayout.rareMark
    let shorts = (0..<300).map { _ in dice.roll(9) == 0 ? mark : UInt16(dice.roll(40)) }
    let types = (0..<40).filter { _ in dice.roll(5) == 0 }.map { UInt32($0) }
    for rare in [[], [70_000]] as [[UInt32]] {
      let test = TypeTest(TypeSelection(types: types + rare, frequency: 1))
      #expect(test.hasRare == !rare.isEmpty)
      let starts = (0..<UInt32(290)).filter { _ in dice.roll(2) == 0 }
      for offset: UInt32 in [0, 3, 9] {
        let expected = starts.filter { start in
          let short = shorts[Int(start + offset)]
          return short == mark ? !rare.isEmpty : test.contains(UInt32(short))
        }
        #expect(
          unsafe shorts.withUnsafeBufferPointer { unsafe test.likely(starts, beside: $0, offset) } == expected
        )
      }
    }
  }

  @Test("Where every token is meant, all are kept")
  func everything() {
    let test = TypeTest(TypeSelection(types: [], frequency: 5, isEverything: true))
    #expect(unsafe [1, 2].withUnsafeBufferPointer { unsafe test.likely([0, 1], beside: $0, 0) } == [0, 1])
  }
}
