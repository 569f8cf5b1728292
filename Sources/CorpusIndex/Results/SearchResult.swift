public import CodingModel

/// What a query found: hits and answers. Places are worked out when asked for.
///
/// It keeps its segments open; like them it belongs to one thread.
public struct SearchResult {
  struct Part {
    let segment: CorpusSegment
    let outcome: SegmentOutcome
  }

  let parts: [Part]
  /// Whether the query can have hits; one of filters only finds answers without hits.
  public let hasHits: Bool
  /// How many hits there are. Cost: of AND of frequent words, linear in the size of the index at first.
  public var hitCount: Int { parts.reduce(0) { $0 + $1.outcome.spanCount } }
  /// How many answers were found.
  public let answerCount: Int

  init(parts: [Part], hasHits: Bool) {
    self.parts = parts
    self.hasHits = hasHits
    answerCount = parts.reduce(0) { $0 + $1.outcome.answers.cardinality }
  }

  /// The answers found.
  public func answers() throws -> AnswerSet {
    var answers = AnswerSet()
    for part in parts { try part.segment.answerTable.add(part.outcome.answers, to: &answers) }
    return answers
  }

  /// Hits in the order of answers and places, leaving out the first `offset`.
  ///
  /// Cost: linear in the tokens of the answers that these hits are in.
  public func hits(from offset: Int = 0, limit: Int = .max) throws -> [Hit] {
    var hits: [Hit] = []
    try forEachHit(from: offset, limit: limit) { hit, _ in hits.append(hit) }
    return hits
  }

  /// Calls `body` with every hit, in the order of answers and places.
  public func forEachHit(_ body: (Hit) throws -> Void) throws {
    try forEachHit(from: 0, limit: .max) { hit, _ in try body(hit) }
  }

  /// Where the hits stand, by answer. Cost: as ``hits(from:limit:)``.
  public func hitRanges() throws -> AnswerRanges {
    var ranges = AnswerRanges()
    try forEachHit { ranges.append($0.answer, $0.range) }
    return ranges
  }

  /// Hits with the text beside them, in the order of answers and places, leaving out the first `offset`.
  public func kwic(_ width: ContextWidth, from offset: Int = 0, limit: Int = .max) throws -> [KWICLine] {
    var lines: [KWICLine] = []
    lines.reserveCapacity(min(max(0, limit), max(0, hitCount - max(0, offset))))
    try forEachHit(from: offset, limit: limit, reach: width.reach) { hit, places in
      let (left, right) = try width.ranges(beside: hit.tokens, &places)
      lines.append(KWICLine(hit: hit, left: left, right: right))
    }
    return lines
  }

  /// How many hits each answer has, for the answers that have any, in order.
  public func hitCounts() throws -> [(answer: RowID<Answer>, hits: Int)] {
    var counts: [(answer: RowID<Answer>, hits: Int)] = []
    for part in parts {
      let spans = part.outcome.spans
      guard !spans.isEmpty else { continue }
      var cursor = try AnswerCursor(part.segment.answerTable)
      var last = -1
      for span in spans {
        cursor.seek(span.start)
        if cursor.answer != last {
          counts.append((try part.segment.answerTable.identity(of: cursor.answer), 0))
          last = cursor.answer
        }
        counts[counts.count - 1].hits += 1
      }
    }
    return counts
  }

  /// Calls `body` with hits and the places of their answers' tokens; see ``forEachHit(of:in:reach:_:)``.
  private func forEachHit(
    from offset: Int, limit: Int, reach: Int = 0, _ body: (Hit, inout AnswerPlaces) throws -> Void
  ) throws {
    var skipped = max(0, offset)
    var rest = max(0, limit)
    for part in parts {
      guard rest > 0 else { return }
      let count = part.outcome.spanCount
      guard skipped < count else {
        skipped -= count
        continue
      }
      let chosen = part.outcome.spans(skipping: skipped, limit: rest)
      (skipped, rest) = (0, rest - chosen.count)
      try forEachHit(of: chosen, in: part.segment, reach: reach, body)
    }
  }

  /// Calls `body` with these spans as hits, once each, and the places of their answers' tokens.
  ///
  /// - Parameter reach: how many tokens after a hit `body` will ask for; they are then worked out with it.
  func forEachHit(
    of spans: ArraySlice<TokenSpan>, in segment: CorpusSegment, reach: Int = 0,
    _ body: (Hit, inout AnswerPlaces) throws -> Void
  ) throws {
    var cursor = try AnswerCursor(segment.answerTable, expecting: spans.count)
    var answer = -1
    var identity = RowID<Answer>(0)
    var places = AnswerPlaces(segment.offsets)
    for span in spans {
      cursor.seek(span.start)
      if cursor.answer != answer {
        answer = cursor.answer
        identity = try segment.answerTable.identity(of: answer)
        places.begin(Int(cursor.start)..<Int(cursor.end))
      }
      let tokens = Int(span.start - cursor.start)..<Int(span.end - cursor.start)
      guard !tokens.isEmpty else { continue }
      try places.require(tokens.upperBound + reach)
      let range = TextRange(places[tokens.lowerBound].start, places[tokens.upperBound - 1].end)
      try body(Hit(answer: identity, range: range, tokens: tokens), &places)
    }
  }
}
