import Testing

@testable import CorpusIndex

struct SegmentOutcomeTests {
  private func outcome(_ segment: CorpusSegment, _ positions: [UInt32]) throws -> SegmentOutcome {
    let bits = PositionBits(count: segment.tokenCount)
    for position in positions { bits.insert(position) }
    return SegmentOutcome(answers: try bits.answers(in: segment), tokens: TokenHits(bits))
  }

  private func written(_ spans: some Sequence<TokenSpan>) -> [[UInt32]] { spans.map { [$0.start, $0.end] } }

  @Test("Hits as bits and as spans are joined, counted and narrowed down as spans alone are")
  func joining() throws {
    let segment = try CorpusSegment(
      storage: MemoryStorage(SmallCorpus(["a b a", "", "c", "b a c a", "a"]).draft()))
    var sum = try outcome(segment, [0, 2, 5, 7, 8])
    #expect(sum.answers.words == [0b11001])
    #expect(written(sum.spans) == [[0, 1], [2, 3], [5, 6], [7, 8], [8, 9]])
    let pairs = SegmentOutcome(
      answers: sum.answers, spans: [TokenSpan(start: 0, end: 1), TokenSpan(start: 4, end: 6)])
    sum.addSpans(of: pairs)
    #expect(sum.spanCount == 6)
    #expect(written(sum.spans) == [[0, 1], [2, 3], [4, 6], [5, 6], [7, 8], [8, 9]])
    sum.addSpans(of: try outcome(segment, [1, 3]))
    #expect(sum.spanCount == 8)
    sum.answers = LocalAnswers(count: 5, words: [0b01100])
    try sum.restrictSpans(in: segment)
    #expect(written(sum.spans) == [[3, 4], [4, 6], [5, 6], [7, 8]])
    #expect(sum.spanCount == 4)
  }

  @Test("Hits of different lengths are joined, counted and narrowed down, each once")
  func lengths() throws {
    let segment = try CorpusSegment(storage: MemoryStorage(SmallCorpus(["a b a", "c d"]).draft()))
    let bits = PositionBits(count: segment.tokenCount)
    for position in [0, 3] as [UInt32] { bits.insert(position) }
    let pairs = SegmentOutcome(
      answers: try bits.answers(in: segment), tokens: TokenHits(bits, length: 2))
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      let parts = [
        pairs, try outcome(segment, [0, 2]),
        SegmentOutcome(
          answers: pairs.answers, spans: [TokenSpan(start: 0, end: 2), TokenSpan(start: 1, end: 3)]),
      ]
      var sum = parts[order[0]]
      for part in order.dropFirst() { sum.addSpans(of: parts[part]) }
      #expect(written(sum.spans) == [[0, 1], [0, 2], [1, 3], [2, 3], [3, 5]] && sum.spanCount == 5)
      #expect(written(sum.hits(skipping: 1).prefix(2)) == [[0, 2], [1, 3]])
      #expect(written(sum.hits(numbered: [0, 2, 2, 4])) == [[0, 1], [1, 3], [1, 3], [3, 5]])
      #expect(sum.commonLength == nil && pairs.commonLength == 2)
      sum.answers = LocalAnswers(count: 2, words: [0b10])
      try sum.restrictSpans(in: segment)
      #expect(written(sum.spans) == [[3, 5]] && sum.spanCount == 1)
    }
  }

  @Test("What one outcome is joined with stays as it was")
  func sharing() throws {
    let segment = try CorpusSegment(storage: MemoryStorage(SmallCorpus(["a b c d"]).draft()))
    let first = try outcome(segment, [0])
    let second = try outcome(segment, [3])
    var sum = SegmentOutcome(answers: first.answers, spans: [])
    sum.addSpans(of: first)
    sum.addSpans(of: second)
    sum.answers = LocalAnswers(count: 1)
    try sum.restrictSpans(in: segment)
    #expect(sum.spanCount == 0)
    #expect(written(first.spans) == [[0, 1]] && written(second.spans) == [[3, 4]])
  }

  @Test("Any part of the hits is that part of all of them")
  func parts() throws {
    let text = Array(repeating: "a b", count: 60).joined(separator: " ")
    let segment = try CorpusSegment(storage: MemoryStorage(SmallCorpus([text]).draft()))
    let found = try outcome(segment, (0..<60).map { $0 * 2 })
    for skipped in [0, 1, 7, 59, 60, 100] {
      for limit in [0, 1, 5, 60, 1000] {
        #expect(
          Array(found.hits(skipping: skipped).prefix(limit))
            == Array(found.spans.dropFirst(skipped).prefix(limit)))
      }
    }
  }
}
