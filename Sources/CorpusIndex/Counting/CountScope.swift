import CodingModel

/// Where words are counted.
public enum CountScope: Sendable {
  /// In all answers.
  case all
  /// In these answers.
  case answers(AnswerSet)
  /// In these parts of answers, such as the segments of a code; tokens that are wholly inside one of them
  /// count, each once.
  case ranges(AnswerRanges)

  /// Calls `body` with the runs of tokens in one segment that are meant, in order, each with the number of
  /// its answer. Every answer meant has one run at least, which may be empty.
  func forEachRun(in segment: CorpusSegment, _ body: (Int, Range<Int>) throws -> Void) throws {
    switch self {
    case .all:
      for index in 0..<segment.answerCount { try body(index, segment.answerTable.tokens(of: index)) }
    case .answers(let answers):
      try segment.answerTable.local(answers).forEach { try body($0, segment.answerTable.tokens(of: $0)) }
    case .ranges(let ranges):
      try forEachRun(of: CodedPlaces(ranges, in: segment), in: segment, body)
    }
  }

  private func forEachRun(
    of places: CodedPlaces, in segment: CorpusSegment, _ body: (Int, Range<Int>) throws -> Void
  ) throws {
    var next = 0
    try places.answers.forEach { answer in
      let tokens = try segment.answerTable.tokens(of: answer)
      var end = tokens.lowerBound
      var isEmpty = true
      while next < places.spans.count, places.spans[next].start < tokens.upperBound {
        let span = places.spans[next]
        let start = max(end, Int(span.start))
        if start < Int(span.end) {
          try body(answer, start..<Int(span.end))
          (end, isEmpty) = (Int(span.end), false)
        }
        next += 1
      }
      if isEmpty { try body(answer, tokens.lowerBound..<tokens.lowerBound) }
    }
  }
}
