import Testing

@testable import CorpusIndex

@Suite("Hits of 64 starts at a time, gathered")
struct WindowHitsTests {
  @Test("They are the last ones found from each start, whatever lengths they have", arguments: 1...60)
  func agreement(_ seed: UInt64) throws {
    var dice = Dice(seed)
    let count = 1 + dice.roll(400)
    let segment = try #require(
      SmallCorpus([Array(repeating: "a", count: count).joined(separator: " ")]).searcher().segments.first)
    let lengths: [UInt32] = dice.pick([[2], [1, 2], [1, 2, 3]])
    let mostly = dice.roll(2) == 0
    var hits = WindowHits(segment)
    var expected: [UInt32: UInt32] = [:]
    for base in stride(from: 0, to: count, by: 64) {
      var found: [WindowHits.Found] = []
      for length in lengths where dice.roll(mostly ? 9 : 2) > 0 {
        var starts: UInt64 = 0
        for lane in 0..<min(64, count - base) where dice.roll(mostly ? 2 : 40) == 0 {
          starts |= 1 << UInt64(lane)
          expected[UInt32(base + lane)] = length
        }
        if starts != 0 { found.append(WindowHits.Found(starts: starts, length: length)) }
      }
      hits.append(found, from: base)
    }
    let spans = expected.sorted { $0.key < $1.key }.map { TokenSpan(start: $0.key, end: $0.key + $0.value) }
    #expect(hits.found.spans == spans)
    if case .bits = hits.found {
      #expect(Set(expected.values).count == 1 && spans.count > count / 256)
    } else {
      #expect(Set(expected.values).count != 1 || spans.count <= count / 256)
    }
  }
}
