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
  ///
  /// - Parameter places: the tokens of the word that it starts from, ascending.
  func spans(
    _ left: PositionBits, near right: PositionBits, startingFrom side: Side, _ places: [UInt32],
    _ proximity: Proximity
  ) throws -> [TokenSpan] {
    let (own, other) = side == .left ? (left, right) : (right, left)
    let findsBefore = !proximity.isOrdered || side == .right
    let findsAfter = !proximity.isOrdered || side == .left
    let distance = min(proximity.distance, segment.tokenCount)
    if distance < 32 {
      return try closePairs(
        of: own, places, before: findsBefore, after: findsAfter, among: other, distance, proximity.unit)
    }
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

  /// How many tokens ``closePairs(of:_:before:after:among:_:_:)`` goes through at a time.
  private static let run = 4096

  /// The pairs of tokens so close to each other that all that is around one of `own`, up to `distance` on either side,
  /// are 64 bits: the first of them the farthest token before, that of the number `distance` itself.
  private func closePairs(
    of own: PositionBits, _ places: [UInt32], before findsBefore: Bool, after findsAfter: Bool,
    among other: PositionBits,
    _ distance: Int, _ unit: Proximity.Unit
  ) throws -> [TokenSpan] {
    let lasts = try segment.lastTokens()
    let before: UInt64 = (1 << UInt64(distance)) - 1
    let (earlier, later) = (findsBefore ? before : 0, findsAfter ? before : 0)
    let after = UInt64(distance) + 1
    var spans: [TokenSpan] = []
    for first in stride(from: 0, to: places.count, by: Self.run) {
      let run = places[first..<min(first + Self.run, places.count)]
      // Each pair is written, and counts or does not: nothing in it depends on what was found before, so that the
      // machine works on many tokens at a time.
      let found = unsafe [TokenSpan](unsafeUninitializedCapacity: 2 * run.count) { found, count in
        for position in run {
          let place = Int(position)
          let others = other.window(from: place &- distance)
          let rivals = own.window(from: place &- distance)
          let ends = lasts.window(from: place &- distance)
          // The nearest before is the highest bit, so that of two disjoint sets the greater number has it.
          let othersBefore = others & earlier
          let nearest = 63 &- (othersBefore | 1).leadingZeroBitCount
          unsafe found[count] = TokenSpan(
            start: UInt32(truncatingIfNeeded: place &- distance &+ nearest), end: position &+ 1)
          let endsBetween = (ends & before) &>> UInt64(truncatingIfNeeded: nearest)
          count &+= (othersBefore > rivals & before ? 1 : 0) & (endsBetween == 0 ? 1 : 0)
          let othersAfter = (others &>> after) & later
          let step = UInt64(truncatingIfNeeded: othersAfter.trailingZeroBitCount) &+ 1
          unsafe found[count] = TokenSpan(
            start: position, end: position &+ UInt32(truncatingIfNeeded: step) &+ 1)
          let way = (1 &<< step) &- 1
          let inWay = ((rivals &>> after) | (ends &>> UInt64(distance))) & way
          count &+= (othersAfter != 0 ? 1 : 0) & (inWay == 0 ? 1 : 0)
        }
      }
      guard unit == .sentence else {
        spans += found
        continue
      }
      for span in found
      where try !segment.tokens.hasSentenceStart(in: Int(span.start) + 1..<Int(span.end)) {
        spans.append(span)
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
