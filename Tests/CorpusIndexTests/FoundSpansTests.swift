import Testing

@testable import CorpusIndex

struct FoundSpansTests {
  @Test("The same hits, whether they are a list or bits")
  func spans() {
    let bits = PositionBits(count: 200)
    for start in [3, 64, 190] as [UInt32] { bits.insert(start) }
    let expected = [(3, 5), (64, 66), (190, 192)].map { TokenSpan(start: $0, end: $1) }
    #expect(FoundSpans.bits(TokenHits(bits, length: 2)).spans == expected)
    #expect(FoundSpans.list(expected).spans == expected)
    #expect(FoundSpans.list([]).spans == [])
  }
}
