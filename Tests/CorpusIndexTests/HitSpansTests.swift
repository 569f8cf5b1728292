import Testing

@testable import CorpusIndex

struct HitSpansTests {
  @Test("Bits and spans come as one ascending list, each hit once", arguments: 1...20)
  func agreement(_ seed: UInt64) {
    var dice = Dice(seed)
    let count = 200
    let length = UInt32(1 + dice.roll(3))
    let bits = PositionBits(count: count)
    for _ in 0..<dice.roll(150) { bits.insert(UInt32(dice.roll(count - 3))) }
    let spans = Set(
      (0..<(seed % 3 == 0 ? 0 : dice.roll(120))).map { _ in
        let start = UInt32(dice.roll(count - 4))
        return TokenSpan(start: start, end: start + UInt32(1 + dice.roll(4)))
      }
    ).sorted()
    let ofBits = bits.positions().map { TokenSpan(start: $0, end: $0 + length) }
    let all = Set(spans + ofBits).sorted()
    let tokens = TokenHits(bits, length: Int(length))
    #expect(Array(HitSpans(tokens, and: spans)) == all)
    #expect(Array(HitSpans(nil, and: spans)) == spans)
    for skipped in [1, 5, all.count, all.count + 3] {
      #expect(Array(HitSpans(tokens, and: spans, skipping: skipped)) == Array(all.dropFirst(skipped)))
      #expect(Array(HitSpans(nil, and: spans, skipping: skipped)) == Array(spans.dropFirst(skipped)))
    }
  }

  @Test("A hit on the segment's last token ends the list")
  func last() {
    let bits = PositionBits(count: 64)
    bits.insert(63)
    #expect(Array(HitSpans(TokenHits(bits), and: [])) == [TokenSpan(start: 63, end: 64)])
  }
}
