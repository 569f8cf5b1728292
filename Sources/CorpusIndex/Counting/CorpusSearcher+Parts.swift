/// How often words occur in a corpus and in parts of it.
public struct PartCounts: Sendable {
  /// One part.
  public struct Part: Sendable {
    /// f of each word: how many tokens it has in the part.
    public let counts: [UInt32]
    /// t: how many tokens the part has, words and marks.
    public let tokenCount: Int
  }

  /// The words that are frequent enough, in the order of their spellings.
  public let words: [String]
  /// F of each word: how many tokens it has in the corpus.
  public let frequencies: [Int]
  /// T: how many tokens the corpus has, words and marks.
  public let tokenCount: Int
  /// The parts, in the order in which they were asked for.
  public let parts: [Part]
}

extension CorpusSearcher {
  /// How often words occur in a corpus and in parts of it.
  ///
  /// - Parameters:
  ///   - by: what makes two tokens the same word.
  ///   - wanted: the parts of speech to list; nil for all. The sizes of corpus and parts count all tokens.
  ///   - corpus: where to count.
  ///   - parts: parts of the corpus; they may overlap.
  ///   - minimum: the least count in the corpus to list.
  /// - Complexity: linear in the tokens of corpus and parts.
  public func partCounts(
    by: WordKey, of wanted: TagSelection? = nil, in corpus: CountScope, parts: [CountScope],
    minimum: Int = 1
  ) throws -> PartCounts {
    let words = try countedWords(by: by, of: wanted)
    let whole = try wordTotals(words, in: corpus)
    let listed = (0..<UInt32(words.keys.count)).filter { Int(whole.counts[Int($0)]) >= max(1, minimum) }
    return PartCounts(
      words: try words.names(of: listed), frequencies: listed.map { Int(whole.counts[Int($0)]) },
      tokenCount: whole.tokenCount,
      parts: try parts.map { part in
        let totals = try wordTotals(words, in: part)
        return PartCounts.Part(
          counts: listed.map { totals.counts[Int($0)] }, tokenCount: totals.tokenCount)
      })
  }

  /// How many tokens there are in a part of the corpus, words and marks. Cost: linear in its answers.
  public func tokenCount(in scope: CountScope) throws -> Int {
    if case .all = scope { return tokenCount }
    var count = 0
    for segment in segments { try scope.forEachRun(in: segment) { count += $1.count } }
    return count
  }

  /// The tokens of each key in a scope, and all of its tokens, those without a key included.
  func wordTotals(_ words: CountedWords, in scope: CountScope) throws -> (counts: [UInt32], tokenCount: Int) {
    if case .all = scope { return (try words.frequencies(), tokenCount) }
    var counts = [UInt32](repeating: 0, count: words.keys.count)
    var tokenCount = 0
    var types: [UInt32] = []
    for (index, segment) in segments.enumerated() {
      let keyOfType = words.keyOfType[index]
      try scope.forEachRun(in: segment) { _, run in
        tokenCount += run.count
        try segment.tokens.read(run, into: &types)
        for place in 0..<run.count {
          let word = keyOfType[Int(types[place])]
          if word != CountedKeys.none { counts[Int(word)] += 1 }
        }
      }
    }
    return (counts, tokenCount)
  }
}
