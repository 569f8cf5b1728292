public import FrenchText

extension CorpusSearcher {
  /// How often each word occurs, and in how many answers.
  ///
  /// - Parameters:
  ///   - by: what makes two tokens the same word.
  ///   - wanted: the parts of speech to count; nil for all, punctuation included.
  ///   - scope: where to count.
  ///   - minimum: the least count to list.
  ///   - limit: how many words to list.
  /// - Complexity: linear in the tokens looked at.
  public func frequencies(
    by: WordKey, of wanted: Set<PartOfSpeech>? = nil, in scope: CountScope = .all, minimum: Int = 1,
    limit: Int = .max
  ) throws -> FrequencyList {
    let keys = try countedKeys(by: by)
    var tally = WordTally(wordCount: keys.count)
    var answerCount: UInt32 = 0
    var types: [UInt32] = []
    for (index, segment) in segments.enumerated() {
      let words = try keys.keys(ofSegment: index, only: wanted)
      var last = -1
      try scope.forEachRun(in: segment) { answer, run in
        if answer != last { (last, answerCount) = (answer, answerCount + 1) }
        try segment.tokens.read(run, into: &types)
        tally.add(types, count: run.count, words: words, unit: answerCount)
      }
    }
    let counts = tally.counts
    let present = (0..<UInt32(keys.count)).filter { counts[Int($0)].tokens > 0 }
    let listed = present.filter { Int(counts[Int($0)].tokens) >= max(1, minimum) }
      .sorted { (counts[Int($1)].tokens, $0) < (counts[Int($0)].tokens, $1) }
      .prefix(max(0, limit))
    let names = try keys.names(of: Array(listed))
    let rows = zip(listed, names).map { key, name in
      FrequencyList.Row(key: name, count: Int(counts[Int(key)].tokens), answers: Int(counts[Int(key)].units))
    }
    return FrequencyList(
      rows: rows, keyCount: present.count, tokenCount: tally.tokenCount, answerCount: Int(answerCount))
  }

  func countedKeys(by: WordKey) throws -> CountedKeys {
    CountedKeys(by: by, segments: segments, union: try keyUnion())
  }
}
