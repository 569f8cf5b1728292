import QueryLanguage

/// Finds where two lists of spans are near each other in one segment.
///
/// A pair counts where its spans do not overlap, the distance from the last token of the one to the first
/// of the other is at most the one asked for (neighbours: 1), and both are in one sentence or answer. Its
/// hit runs from the first token of the one to the last of the other. Of hits that hold each other only the
/// innermost count: in `pas pas je`, `je NEAR/5 pas` has one hit, in `je ne sais pas si je` two.
struct ProximitySearch {
  let segment: CorpusSegment

  /// The hits of `left` near `right`, both ascending; ascending.
  func spans(_ left: [TokenSpan], near right: [TokenSpan], _ proximity: Proximity) throws -> [TokenSpan] {
    let forward = try followers(of: left, among: right, proximity)
    let candidates =
      proximity.isOrdered
      ? forward : forward.merged(with: try followers(of: right, among: left, proximity))
    return candidates.minimal()
  }

  /// The same for words of one token each; nil where a token is one of both.
  ///
  /// An innermost pair is two neighbours in the order of all their tokens, so that one walk finds them all.
  func spans(_ left: PositionBits, near right: PositionBits, _ proximity: Proximity) throws -> [TokenSpan]? {
    var spans: [TokenSpan] = []
    var answers = try AnswerCursor(segment.answerTable)
    var last: (position: UInt32, isLeft: Bool)?
    var (nextLeft, nextRight) = (left.first(from: 0), right.first(from: 0))
    while nextLeft != nil || nextRight != nil {
      guard nextLeft != nextRight else { return nil }
      let isLeft = (nextLeft ?? .max) < (nextRight ?? .max)
      guard let position = isLeft ? nextLeft : nextRight else { break }
      if let last, last.isLeft != isLeft, last.isLeft || !proximity.isOrdered,
        Int(position - last.position) <= proximity.distance
      {
        answers.seek(last.position)
        let isTogether =
          try position < answers.end
          && (proximity.unit != .sentence
            || !segment.tokens.hasSentenceStart(in: Int(last.position) + 1..<Int(position) + 1))
        if isTogether { spans.append(TokenSpan(start: last.position, end: position + 1)) }
      }
      last = (position, isLeft)
      if isLeft {
        nextLeft = left.first(from: position + 1)
      } else {
        nextRight = right.first(from: position + 1)
      }
    }
    return spans
  }

  /// For each of `first`, the shortest hit that it begins with one of `second` after it.
  private func followers(
    of first: [TokenSpan], among second: [TokenSpan], _ proximity: Proximity
  ) throws -> [TokenSpan] {
    var spans: [TokenSpan] = []
    var answers = try AnswerCursor(segment.answerTable)
    let reach = UInt64(proximity.distance)
    var low = 0
    for span in first {
      // Ends of `first` need not ascend, so that the search starts from its start, which does.
      while low < second.count, second[low].start <= span.start { low += 1 }
      var index = low
      while index < second.count, second[index].start < span.end { index += 1 }
      var end: UInt32?
      while index < second.count {
        let candidate = second[index]
        guard UInt64(candidate.start) <= UInt64(span.end) - 1 + reach else { break }
        if let end, candidate.start >= end { break }
        end = min(end ?? .max, candidate.end)
        index += 1
      }
      guard let end else { continue }
      answers.seek(span.start)
      guard end <= answers.end else { continue }
      if proximity.unit == .sentence,
        try segment.tokens.hasSentenceStart(in: Int(span.start) + 1..<Int(end))
      {
        continue
      }
      // Of several spans with one start the shortest hit counts; the list stays ascending.
      if let last = spans.last, last.start == span.start {
        if last.end > end { spans[spans.count - 1] = TokenSpan(start: span.start, end: end) }
      } else {
        spans.append(TokenSpan(start: span.start, end: end))
      }
    }
    return spans
  }
}
