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

  /// Calls `body` with hits and the text beside them, in the order of answers and places, leaving out the first `offset`.
  /// Cost: as ``hits(from:limit:)``.
  public func forEachLine(
    _ width: ContextWidth, from offset: Int = 0, limit: Int = .max, _ body: (KWICLine) throws -> Void
  ) throws {
    try forEachHit(from: offset, limit: limit, reach: width.reach) { hit, places in
      try body(KWICLine(hit: hit, beside: width.ranges(beside: hit.tokens, &places)))
    }
  }

  /// Calls `body` with each answer that has hits and how many it has, in order. Cost: linear in the hits.
  public func forEachAnswerOfHits(_ body: (_ answer: RowID<Answer>, _ hits: Int) throws -> Void) throws {
    for part in parts {
      let table = part.segment.answerTable
      var cursor = try AnswerCursor(table, expecting: part.outcome.spanCount)
      var found: (answer: Int, hits: Int)?
      for span in part.outcome.hits {
        cursor.seek(span.start)
        if let (answer, hits) = found, answer == cursor.answer {
          found = (answer, hits + 1)
          continue
        }
        if let found { try body(table.identity(of: found.answer), found.hits) }
        found = (cursor.answer, 1)
      }
      if let found { try body(table.identity(of: found.answer), found.hits) }
    }
  }

  /// Calls `body` with hits and the places of their answers' tokens; see ``forEachHit(of:expecting:in:reach:_:)``.
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
      let chosen = min(count - skipped, rest)
      let hits = part.outcome.hits(skipping: skipped).lazy.prefix(chosen)
      try forEachHit(of: hits, expecting: chosen, in: part.segment, reach: reach) { hit, places in
        part.segment.tokens.pass(places.tokens.lowerBound)
        try body(hit, &places)
      }
      (skipped, rest) = (0, rest - chosen)
    }
  }

  /// Calls `body` with these spans as hits, once each, and the places of their answers' tokens.
  ///
  /// - Parameters:
  ///   - count: how many there are, about.
  ///   - reach: how many tokens after a hit `body` will ask for; they are then worked out with it.
  func forEachHit(
    of spans: some Sequence<TokenSpan>, expecting count: Int, in segment: CorpusSegment, reach: Int = 0,
    _ body: (Hit, inout AnswerPlaces) throws -> Void
  ) throws {
    var cursor = try AnswerCursor(segment.answerTable, expecting: count)
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
