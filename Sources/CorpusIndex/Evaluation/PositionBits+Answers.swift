extension PositionBits {
  /// The answers that the tokens are in.
  ///
  /// Cost: the number of answers, or of tokens in the set, whichever is less, and the size of the set.
  func answers(in segment: CorpusSegment, frequency: Int? = nil) throws -> LocalAnswers {
    if let frequency, 2 * frequency < segment.answerCount { return try fewAnswers(in: segment, frequency) }
    return try manyAnswers(segment.answerTable.starts())
  }

  private func fewAnswers(in segment: CorpusSegment, _ frequency: Int) throws -> LocalAnswers {
    var answers = LocalAnswers(count: segment.answerCount)
    var cursor = try AnswerCursor(segment.answerTable, expecting: frequency)
    var next = first(from: 0)
    while let position = next {
      cursor.seek(position)
      answers.insert(cursor.answer)
      next = first(from: cursor.end)
    }
    return answers
  }

  /// Looks at every answer, by 64 tokens at a time: most have no more.
  private func manyAnswers(_ starts: AnswerStarts) -> LocalAnswers {
    let count = starts.count
    let words = (0..<(count + 63) / 64).map { block in
      var found: UInt64 = 0
      for answer in 64 * block..<min(64 * block + 64, count) {
        let (start, end) = (Int(starts[answer]), Int(starts[answer + 1]))
        let near = window(from: start) & ~(UInt64.max << UInt64(end - start))
        found |= (near == 0 ? 0 : 1) &<< UInt64(answer & 63)
        // One question, seldom answered by yes, is cheaper than two.
        if (end - start > 64 ? near : 1) == 0, hasAny(in: start + 64..<end) {
          found |= 1 &<< UInt64(answer & 63)
        }
      }
      return found
    }
    return LocalAnswers(count: count, words: words)
  }

  private func hasAny(in range: Range<Int>) -> Bool {
    first(from: UInt32(range.lowerBound)).map { Int($0) < range.upperBound } ?? false
  }

  /// Takes out the tokens of all answers but these.
  func restrict(to answers: LocalAnswers, _ starts: AnswerStarts) {
    var start: UInt32 = 0
    answers.forEach { answer in
      remove(start..<starts[answer])
      start = starts[answer + 1]
    }
    remove(start..<UInt32(count))
  }
}
