import CodingModel

/// The coded parts of a segment's answers, as tokens, for `within`.
struct CodedPlaces {
  /// The answers that have a coded part.
  let answers: LocalAnswers
  /// The coded parts, ascending, parts without a whole token left out.
  let spans: [TokenSpan]
  /// For each span, the greatest end of it and those before it.
  private let reach: [UInt32]

  /// Cost: linear in the tokens of the answers with coded parts, as far as these reach.
  init(_ ranges: AnswerRanges, in segment: CorpusSegment) throws {
    var answers = LocalAnswers(count: segment.answerCount)
    var spans: [TokenSpan] = []
    var places = AnswerPlaces(segment.offsets)
    let first = ranges.answers.partitionIndex { $0.value >= segment.answers.lowerBound }
    for place in ranges.answers.indices.dropFirst(first) {
      let answer = ranges.answers[place]
      guard answer.value <= segment.answers.upperBound else { break }
      guard let index = try segment.answerTable.index(of: answer) else { continue }
      answers.insert(index)
      let begin = spans.count
      places.begin(try segment.answerTable.tokens(of: index))
      for range in ranges.ranges(at: place) {
        if let span = try places.tokens(inside: range) { spans.append(span) }
      }
      if spans.count > begin + 1 { spans[begin...].sort() }
    }
    var reach: [UInt32] = []
    reach.reserveCapacity(spans.count)
    for span in spans { reach.append(max(reach.last ?? 0, span.end)) }
    self.answers = answers
    self.spans = spans
    self.reach = reach
  }

  /// Those of the ascending `hits` that are inside a coded part.
  func filter(_ hits: some Sequence<TokenSpan>) -> [TokenSpan] {
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
