import CodingModel

/// The coded parts of a segment's answers, as tokens, for `within`.
struct CodedPlaces {
  /// The answers that have a coded part.
  let answers: LocalAnswers
  /// The coded parts, ascending, parts without a whole token left out.
  let spans: [TokenSpan]
  /// For each span, the greatest end of it and those before it.
  private let reach: [UInt32]

  init(_ ranges: [RowID<Answer>: [TextRange]], in segment: CorpusSegment) throws {
    var answers = LocalAnswers(count: segment.answerCount)
    var spans: [TokenSpan] = []
    var answerPlaces = AnswerPlaces(segment.offsets)
    for (answer, ranges) in ranges where !ranges.isEmpty {
      guard let index = try segment.answerTable.index(of: answer) else { continue }
      answers.insert(index)
      let tokens = try segment.answerTable.tokens(of: index)
      answerPlaces.begin(tokens)
      let places = try answerPlaces.all()
      for range in ranges {
        let first = places.partitionIndex { $0.start >= range.start }
        let end = places.partitionIndex { $0.end > range.end }
        if first < end {
          spans.append(
            TokenSpan(start: UInt32(tokens.lowerBound + first), end: UInt32(tokens.lowerBound + end)))
        }
      }
    }
    spans.sort()
    var reach: [UInt32] = []
    reach.reserveCapacity(spans.count)
    for span in spans { reach.append(max(reach.last ?? 0, span.end)) }
    self.answers = answers
    self.spans = spans
    self.reach = reach
  }

  /// Those of the ascending `hits` that are inside a coded part.
  func filter(_ hits: [TokenSpan]) -> [TokenSpan] {
    var next = 0
    return hits.filter { hit in
      while next < spans.count, spans[next].start <= hit.start { next += 1 }
      return next > 0 && reach[next - 1] >= hit.end
    }
  }
}

extension Array {
  /// The index of the first element of which `isAfter` is true, where it is true of all that follow.
  func partitionIndex(_ isAfter: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
