public import CodingModel

extension SearchResult {
  /// The same with only what was found in `answers`. Cost: linear in the hits.
  public func restricted(to answers: AnswerSet) throws -> SearchResult {
    SearchResult(
      parts: try parts.map { part in
        var outcome = part.outcome
        outcome.answers.formIntersection(try part.segment.answerTable.local(answers))
        if !outcome.spans.isEmpty {
          var cursor = try AnswerCursor(part.segment.answerTable)
          outcome.spans = outcome.spans.filter { span in
            cursor.seek(span.start)
            return outcome.answers.contains(cursor.answer)
          }
        }
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
        var outcome = part.outcome
        let places = try CodedPlaces(ranges, in: part.segment)
        outcome.spans = places.filter(outcome.spans)
        if hasHits {
          outcome.answers = try part.segment.answerTable.answers(of: outcome.spans.lazy.map(\.start))
        } else {
          outcome.answers.formIntersection(places.answers)
        }
        return Part(segment: part.segment, outcome: outcome)
      }, hasHits: hasHits)
  }

  /// The answer of each hit, in the order of hits. Cost: linear in the hits.
  public func answersOfHits() throws -> [RowID<Answer>] {
    var answers: [RowID<Answer>] = []
    answers.reserveCapacity(hitCount)
    for part in parts where !part.outcome.spans.isEmpty {
      var cursor = try AnswerCursor(part.segment.answerTable)
      for span in part.outcome.spans {
        cursor.seek(span.start)
        answers.append(try part.segment.answerTable.identity(of: cursor.answer))
      }
    }
    return answers
  }

  /// The hits with these numbers, counted from 0 in the order of answers and places, each with the text beside
  /// it, in the order of `numbers`; numbers beyond the last hit are left out.
  ///
  /// Cost: linear in the tokens of the answers that these hits are in; for hits that do not follow each other, in
  /// the number of all hits too.
  public func kwic(_ width: ContextWidth, numbered numbers: [Int]) throws -> [KWICLine] {
    if let first = numbers.first, first >= 0, numbers.elementsEqual(first..<first + numbers.count) {
      return try kwic(width, from: first, limit: numbers.count)
    }
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var lines = [KWICLine?](repeating: nil, count: numbers.count)
    var next = 0
    var first = 0
    for part in parts {
      let spans = part.outcome.spans
      var places: [Int] = []
      var chosen: [TokenSpan] = []
      while next < order.count, numbers[order[next]] < first + spans.count {
        let number = numbers[order[next]] - first
        if number >= 0 {
          places.append(order[next])
          chosen.append(spans[number])
        }
        next += 1
      }
      var found = 0
      try forEachHit(of: chosen[...], in: part.segment, reach: width.reach) { hit, answer in
        let (left, right) = try width.ranges(beside: hit.tokens, &answer)
        lines[places[found]] = KWICLine(hit: hit, left: left, right: right)
        found += 1
      }
      first += spans.count
    }
    return lines.compactMap(\.self)
  }
}
