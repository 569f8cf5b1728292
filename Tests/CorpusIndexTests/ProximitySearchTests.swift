import QueryLanguage
import Testing

@testable import CorpusIndex

struct ProximitySearchTests {
  @Test("Frequent words are found near each other as others are", arguments: 1...60)
  func bits(seed: UInt64) throws {
    var dice = Dice(seed)
    let others = dice.pick([1, 4, 30, 200])
    let texts = (0..<1 + dice.roll(4)).map { _ in
      (0..<dice.roll(400)).map { _ in
        switch dice.roll(others + 2) {
        case 0: "a"
        case 1: "b"
        case 2: "| c"
        default: "c"
        }
      }.joined(separator: " ")
    }
    let segment = try CorpusSegment(storage: MemoryStorage(SmallCorpus(texts).draft()))
    let resolver = TermResolver(segment: segment)
    let collector = PositionCollector(segment: segment)
    let search = ProximitySearch(segment: segment)
    let selections = try ["a", "b"].map { try resolver.selection(of: .word($0)) }
    let spans = try selections.map { selection in
      try collector.positions(of: selection).map { TokenSpan(start: $0, end: $0 + 1) }
    }
    let bits = try selections.map { try collector.bits(of: $0) }
    for distance in [1, 2, 5, 31, 32, 100, 1_000_000] {
      for isOrdered in [true, false] {
        for unit in Proximity.Unit.allCases {
          let proximity = Proximity(distance: distance, isOrdered: isOrdered, unit: unit)
          let expected = try search.spans(spans[0], near: spans[1], proximity)
          for side in [ProximitySearch.Side.left, .right] {
            #expect(
              try search.spans(
                bits[0], near: bits[1], startingFrom: side,
                collector.positions(of: selections[side == .left ? 0 : 1]), proximity) == expected,
              "distance \(distance), ordered \(isOrdered), \(unit), \(side)")
          }
        }
      }
    }
  }
}
