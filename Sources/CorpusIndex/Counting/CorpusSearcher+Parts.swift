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
    let keys = try countedKeys(by: by)
    let keyOfType = try segments.indices.map { try keys.keys(ofSegment: $0, only: wanted) }
    let whole = try wordTotals(keys, keyOfType, in: corpus)
    let listed = (0..<UInt32(keys.count)).filter { Int(whole.counts[Int($0)]) >= max(1, minimum) }
    return PartCounts(
      words: try keys.names(of: listed), frequencies: listed.map { Int(whole.counts[Int($0)]) },
      tokenCount: whole.tokenCount,
      parts: try parts.map { part in
        let totals = try wordTotals(keys, keyOfType, in: part)
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
  func wordTotals(
    _ keys: CountedKeys, _ keyOfType: [[UInt32]], in scope: CountScope
  ) throws -> (counts: [UInt32], tokenCount: Int) {
    var counts = [UInt32](repeating: 0, count: keys.count)
    var tokenCount = 0
    var types: [UInt32] = []
    for (index, segment) in segments.enumerated() {
      let words = keyOfType[index]
      if case .all = scope {
        tokenCount += segment.tokenCount
        for (type, word) in words.enumerated() where word != CountedKeys.none {
          counts[Int(word)] &+= UInt32(try segment.types.frequency(of: UInt32(type)))
        }
        continue
      }
      try scope.forEachRun(in: segment) { _, run in
        tokenCount += run.count
        try segment.tokens.read(run, into: &types)
        for place in 0..<run.count {
          let word = words[Int(types[place])]
          if word != CountedKeys.none { counts[Int(word)] += 1 }
        }
      }
    }
    return (counts, tokenCount)
  }
}
