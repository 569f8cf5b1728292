import Testing

@testable import CorpusIndex

struct KeptHitsTests {
  @Test("What was added is there, whether hits of a part are of one length or not", arguments: 1...20)
  func roundTrip(_ seed: UInt64) {
    var dice = Dice(seed)
    let lengths: [Int?] = (0..<1 + dice.roll(4)).map { _ in dice.pick([nil, 1, 3]) }
    var added: [NumberedHit] = []
    for (part, length) in lengths.enumerated() {
      for place in 0..<dice.roll(4) {
        let start = UInt32(10 * place)
        let end = start + UInt32(length ?? 1 + dice.roll(5))
        added.append(
          NumberedHit(number: UInt32(2 * added.count), part: part, span: TokenSpan(start: start, end: end)))
      }
    }
    var kept = KeptHits(lengths: lengths, count: added.count)
    for hit in added { kept.append(hit) }
    #expect(kept.count == added.count)
    for (place, hit) in added.enumerated() {
      #expect(kept[place].number == hit.number)
      #expect(kept[place].part == hit.part)
      #expect(kept[place].span == hit.span)
    }
  }
}
