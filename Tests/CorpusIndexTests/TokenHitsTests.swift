import Testing

@testable import CorpusIndex

struct TokenHitsTests {
  private func hits(_ segment: CorpusSegment, _ positions: [UInt32]) -> TokenHits {
    let bits = segment.noTokens()
    for position in positions { bits.insert(position) }
    return TokenHits(bits)
  }

  @Test("Joining after narrowing down does not widen what was narrowed down")
  func order() throws {
    let segment = try CorpusSegment(storage: MemoryStorage(SmallCorpus(["a b", "c d", "e f"]).draft()))
    let starts = try segment.answerTable.starts()
    let first = hits(segment, [0, 2, 4])
    let narrowed = first.restricted(to: LocalAnswers(count: 3, words: [0b010]), starts)
    let joined = narrowed.joined(with: hits(segment, [5]))
    #expect(joined.bits().positions() == [2, 5] && joined.count() == 2)
    let both = first.joined(with: hits(segment, [1, 2]))
      .restricted(to: LocalAnswers(count: 3, words: [0b011]), starts)
    #expect(both.count() == 3 && both.bits().positions() == [0, 1, 2])
    #expect(first.bits().positions() == [0, 2, 4])
  }

  @Test("Hits of several tokens have their length")
  func lengths() throws {
    let segment = try CorpusSegment(storage: MemoryStorage(SmallCorpus(["a b c d"]).draft()))
    let bits = segment.noTokens()
    for position in [0, 2] as [UInt32] { bits.insert(position) }
    let hits = TokenHits(bits, length: 2)
    #expect(hits.spans() == [TokenSpan(start: 0, end: 2), TokenSpan(start: 2, end: 4)] && hits.count() == 2)
    #expect(hits.contains(TokenSpan(start: 2, end: 4)) && !hits.contains(TokenSpan(start: 2, end: 3)))
    #expect(!hits.contains(TokenSpan(start: 1, end: 3)) && hits.joined(with: hits).length == 2)
  }
}
