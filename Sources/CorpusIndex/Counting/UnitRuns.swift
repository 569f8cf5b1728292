/// The tokens of each unit of a segment in which words co-occur, in order.
struct UnitRuns: Sendable {
  /// One unit's tokens.
  struct Run: Sendable {
    let start: UInt32
    let end: UInt32

    var tokens: Range<Int> { Int(start)..<Int(end) }
  }

  private(set) var runs: [Run] = []

  /// The units of a segment in a scope: of answers each part in the scope, which may be empty.
  init(_ unit: WordUnit, in scope: CountScope, of segment: CorpusSegment) throws {
    let isSentence = unit == .sentence
    let sentences = isSentence ? try segment.tokens.sentenceStarts(in: 0..<segment.tokenCount) : []
    if case .all = scope, !isSentence {
      let starts = try segment.answerTable.starts()
      runs.reserveCapacity(segment.answerCount)
      for answer in 0..<segment.answerCount {
        runs.append(Run(start: starts[answer], end: starts[answer + 1]))
      }
      return
    }
    try scope.forEachRun(in: segment) { _, run in
      guard isSentence else {
        append(run)
        return
      }
      var start = run.lowerBound
      while start < run.upperBound {
        let end = Self.nextBit(of: sentences, from: start + 1, before: run.upperBound)
        append(start..<end)
        start = end
      }
    }
  }

  private mutating func append(_ run: Range<Int>) {
    runs.append(Run(start: UInt32(run.lowerBound), end: UInt32(run.upperBound)))
  }

  /// The first bit set in `start..<end`, else `end`.
  private static func nextBit(of words: [UInt64], from start: Int, before end: Int) -> Int {
    guard start < end else { return end }
    var index = start >> 6
    var word = words[index] & (UInt64.max << UInt64(start & 63))
    while word == 0 {
      index += 1
      guard index << 6 < end else { return end }
      word = words[index]
    }
    return min(index << 6 + word.trailingZeroBitCount, end)
  }
}
