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

  /// Which of two words the search goes through: best the rarer one.
  enum Side { case left, right }

  /// The same for words of one token each, no token being one of both.
  ///
  /// An innermost pair is two neighbours in the order of all their tokens: for each token of the one word it is
  /// enough to look at the tokens of the other before and after it, 64 at a time.
  func spans(
    _ left: PositionBits, near right: PositionBits, startingFrom side: Side, _ proximity: Proximity
  ) throws -> [TokenSpan] {
    let (own, other) = side == .left ? (left, right) : (right, left)
    let findsBefore = !proximity.isOrdered || side == .right
    let findsAfter = !proximity.isOrdered || side == .left
    let distance = min(proximity.distance, segment.tokenCount)
    if distance < 32 {
      return try closePairs(
        of: own, before: findsBefore, after: findsAfter, among: other, distance, proximity.unit)
    }
    let places = own.positions()
    var pairs = PairFilter(
      segment: segment, answers: try AnswerCursor(segment.answerTable, expecting: places.count),
      proximity.unit)
    for position in places {
      let place = Int(position)
      if findsBefore, let found = other.neighbour(before: place, distance, among: own) {
        try pairs.add(found, place)
      }
      if findsAfter, let found = other.neighbour(after: place, distance, among: own) {
        try pairs.add(place, found)
      }
    }
    return pairs.spans
  }

  /// The pairs of tokens so close to each other that all that is around one of `own`, up to `distance` on either side,
  /// are 64 bits: the first of them the farthest token before, that of the number `distance` itself.
  private func closePairs(
    of own: PositionBits, before findsBefore: Bool, after findsAfter: Bool, among other: PositionBits,
    _ distance: Int, _ unit: Proximity.Unit
  ) throws -> [TokenSpan] {
    let lasts = try segment.lastTokens()
    let tokens = segment.tokens
    let before: UInt64 = (1 << UInt64(distance)) - 1
    let after = UInt64(distance) + 1
    let around = before | before << after
    var spans: [TokenSpan] = []
    // Not one that captures the list, which would cost as much as finding the pair.
    func add(_ first: Int, _ last: Int, to spans: inout [TokenSpan]) throws {
      if unit == .sentence, try tokens.hasSentenceStart(in: first + 1..<last + 1) { return }
      spans.append(TokenSpan(start: UInt32(first), end: UInt32(last) + 1))
    }
    try own.forEach { position in
      let place = Int(position)
      let others = other.window(from: place &- distance) & around
      guard others != 0 else { return }
      let rivals = own.window(from: place &- distance) & around
      let ends = lasts.window(from: place &- distance)
      // The nearest before is the highest bit, so that of two disjoint sets the greater number has it.
      if findsBefore, others & before > rivals & before {
        let nearest = 63 - (others & before).leadingZeroBitCount
        if (ends & before) &>> UInt64(nearest) == 0 {
          try add(place - distance + nearest, place, to: &spans)
        }
      }
      if findsAfter, others >> after != 0 {
        let step = (others >> after).trailingZeroBitCount + 1
        let way: UInt64 = (1 << UInt64(step)) - 1
        if (rivals >> after) & way == 0, (ends &>> UInt64(distance)) & way == 0 {
          try add(place, place + step, to: &spans)
        }
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

/// Gathers pairs of tokens, ascending, that are in one answer, or in one sentence.
private struct PairFilter {
  private let segment: CorpusSegment
  private var answers: AnswerCursor
  private let unit: Proximity.Unit
  private(set) var spans: [TokenSpan] = []

  init(segment: CorpusSegment, answers: AnswerCursor, _ unit: Proximity.Unit) {
    self.segment = segment
    self.answers = answers
    self.unit = unit
  }

  @inline(__always)
  mutating func add(_ first: Int, _ last: Int) throws {
    answers.seek(UInt32(first))
    guard last < Int(answers.end) else { return }
    if unit == .sentence, try segment.tokens.hasSentenceStart(in: first + 1..<last + 1) { return }
    spans.append(TokenSpan(start: UInt32(first), end: UInt32(last) + 1))
  }
}

extension PositionBits {
  /// The first token after `place` in this set, at most `distance` from it; nil where one of `rivals` comes before.
  @inline(__always)
  fileprivate func neighbour(after place: Int, _ distance: Int, among rivals: PositionBits) -> Int? {
    var next = place + 1
    let end = min(place + distance + 1, count)
    while next < end {
      let own = window(from: next)
      let all = own | rivals.window(from: next)
      if all != 0 {
        let step = all.trailingZeroBitCount
        return next + step < end && (own &>> UInt64(step)) & 1 == 1 ? next + step : nil
      }
      next += 64
    }
    return nil
  }

  /// The last token before `place` in this set, at most `distance` from it; nil where one of `rivals` comes after.
  @inline(__always)
  fileprivate func neighbour(before place: Int, _ distance: Int, among rivals: PositionBits) -> Int? {
    var end = place
    let first = max(0, place - distance)
    while end > first {
      let own = window(from: end - 64)
      let all = own | rivals.window(from: end - 64)
      if all != 0 {
        let step = all.leadingZeroBitCount
        return end - step > first && (own &<< UInt64(step)) >> 63 == 1 ? end - step - 1 : nil
      }
      end -= 64
    }
    return nil
  }
}
