extension SearchResult {
  /// The same with only what was found in `answers`. Cost: linear in the hits.
  public func restricted(to answers: AnswerSet) throws -> SearchResult {
    SearchResult(
      parts: try parts.map { part in
        var outcome = part.outcome
        outcome.answers.formIntersection(try part.segment.answerTable.local(answers))
        try outcome.restrictSpans(in: part.segment)
        return Part(segment: part.segment, outcome: outcome)
      }, hasHits: hasHits)
  }

  /// The same with only the hits that are wholly inside one of these parts of answers, and the answers that
  /// have such a hit; of a query without hits, the answers that have such a part.
  ///
  /// Cost: linear in the hits and in the tokens of the answers with parts.
  public func inside(_ ranges: AnswerRanges) throws -> SearchResult {
    SearchResult(
      parts: try parts.map { part in
        let places = try CodedPlaces(ranges, in: part.segment)
        let spans = places.filter(part.outcome.hits)
        var answers = places.answers
        if hasHits {
          answers = try part.segment.answerTable.answers(of: spans.lazy.map(\.start))
        } else {
          answers.formIntersection(part.outcome.answers)
        }
        return Part(segment: part.segment, outcome: SegmentOutcome(answers: answers, spans: spans))
      }, hasHits: hasHits)
  }

  /// Calls `body` with the hits with these numbers, counted from 0 in the order of answers and places, each with the text
  /// beside it, in the order of `numbers`; numbers beyond the last hit are left out.
  ///
  /// Memory: some hundred kilobytes. Cost: linear in the tokens of the answers that these hits are in, and for every 4,096
  /// of them in the size of the index, where hits are many.
  public func forEachLine(
    _ width: ContextWidth, numbered numbers: some RandomAccessCollection<UInt32>,
    _ body: (KWICLine) throws -> Void
  ) throws {
    var rest = numbers[...]
    while !rest.isEmpty {
      for line in try lines(width, numbered: Array(rest.prefix(4096))) { try body(line) }
      rest = rest.dropFirst(4096)
    }
  }

  private func lines(_ width: ContextWidth, numbered numbers: [UInt32]) throws -> [KWICLine] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var lines = [KWICLine?](repeating: nil, count: numbers.count)
    var next = 0
    var first = 0
    for part in parts {
      let count = part.outcome.spanCount
      let from = next
      while next < order.count, Int(numbers[order[next]]) < first + count { next += 1 }
      let places = order[from..<next]
      let chosen = part.outcome.hits(numbered: places.map { Int(numbers[$0]) - first })
      var found = places.startIndex
      try forEachHit(
        of: chosen, expecting: chosen.count, in: part.segment, reach: width.reach
      ) { hit, answer in
        lines[places[found]] = KWICLine(hit: hit, beside: try width.ranges(beside: hit.tokens, &answer))
        found += 1
      }
      first += count
    }
    return lines.compactMap(\.self)
  }
}
