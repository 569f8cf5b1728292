public import CodingModel

extension CorpusSearcher {
  /// How often each word occurs, and in how many answers.
  ///
  /// - Parameters:
  ///   - by: what makes two tokens the same word.
  ///   - wanted: the parts of speech to count; nil for all, punctuation included.
  ///   - scope: where to count.
  ///   - minimum: the least count to list.
  ///   - limit: how many words to list.
  ///   - owner: a number for who gave an answer, below 2^32 - 1; then respondents are counted, too.
  /// - Complexity: linear in the tokens looked at.
  public func frequencies(
    by: WordKey, of wanted: TagSelection? = nil, in scope: CountScope = .all, minimum: Int = 1,
    limit: Int = .max, owner: ((RowID<Answer>) -> UInt32)? = nil
  ) throws -> FrequencyList {
    let words = try countedWords(by: by, of: wanted)
    let (keys, keyOfType) = (words.keys, words.keyOfType)
    var tally = WordTally(wordCount: keys.count)
    var answerCount: UInt32 = 0
    var types: [UInt32] = []
    var last: (segment: Int, answer: Int) = (-1, -1)
    try forEachRun(in: scope, byOwner: owner) { index, answer, run, owner in
      if (index, answer) != last { (last, answerCount) = ((index, answer), answerCount + 1) }
      try segments[index].tokens.read(run, into: &types)
      tally.add(types, count: run.count, words: keyOfType[index], unit: answerCount, owner: owner)
    }
    let counts = tally.counts
    let present = (0..<UInt32(keys.count)).filter { counts[Int($0)].tokens > 0 }
    let listed = present.filter { Int(counts[Int($0)].tokens) >= max(1, minimum) }
      .sorted { (counts[Int($1)].tokens, $0) < (counts[Int($0)].tokens, $1) }
      .prefix(max(0, limit))
    let names = try words.names(of: Array(listed))
    let rows = zip(listed, names).map { key, name in
      let count = counts[Int(key)]
      return FrequencyList.Row(
        key: name, count: Int(count.tokens), answers: Int(count.units),
        respondents: owner == nil ? nil : Int(count.owners))
    }
    return FrequencyList(
      rows: rows, keyCount: present.count, tokenCount: tally.tokenCount, answerCount: Int(answerCount))
  }

  func countedKeys(by: WordKey) throws -> CountedKeys {
    try CountedKeys(by: by, segments: segments, union: try keyUnion())
  }

  /// Calls `body` with the runs of tokens that are meant, with segment and answer; the answers of one owner
  /// after each other, by ascending number of the owner where there are owners.
  private func forEachRun(
    in scope: CountScope, byOwner owner: ((RowID<Answer>) -> UInt32)?,
    _ body: (Int, Int, Range<Int>, UInt32) throws -> Void
  ) throws {
    guard let owner else {
      for (index, segment) in segments.enumerated() {
        try scope.forEachRun(in: segment) { answer, run in
          segment.tokens.pass(run.lowerBound)
          try body(index, answer, run, 0)
        }
      }
      return
    }
    var runs: [(owner: UInt32, segment: UInt32, answer: UInt32, start: UInt32, end: UInt32)] = []
    var isAscending = true
    for (index, segment) in segments.enumerated() {
      try scope.forEachRun(in: segment) { answer, run in
        let number = owner(try segment.answerTable.identity(of: answer))
        if let last = runs.last, last.owner > number { isAscending = false }
        runs.append((number, UInt32(index), UInt32(answer), UInt32(run.lowerBound), UInt32(run.upperBound)))
      }
    }
    if !isAscending {
      runs.sort { ($0.owner, $0.segment, $0.start) < ($1.owner, $1.segment, $1.start) }
    }
    for run in runs {
      if isAscending { segments[Int(run.segment)].tokens.pass(Int(run.start)) }
      try body(Int(run.segment), Int(run.answer), Int(run.start)..<Int(run.end), run.owner)
    }
  }
}
