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
