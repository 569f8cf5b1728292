/// The words of a corpus that are frequent enough, and how often they occur in parts of it.
///
/// It belongs to the searcher's thread.
public struct PartCounts {
  /// One part.
  public struct Part {
    /// f of each word: how many tokens it has in the part.
    public let counts: [UInt32]
    /// t: how many tokens the part has, words and marks.
    public let tokenCount: Int
  }

  /// The words, in the order of their spellings.
  public let words: [String]
  /// F of each word: how many tokens it has in the corpus.
  public let frequencies: [Int]
  /// T: how many tokens the corpus has, words and marks.
  public let tokenCount: Int
  private let searcher: CorpusSearcher
  private let counted: CountedWords
  /// The places of ``words`` among those counted.
  private let listed: [UInt32]

  /// The words of a corpus that have so many tokens there at least.
  fileprivate init(_ searcher: CorpusSearcher, _ counted: CountedWords, _ corpus: CountScope, minimum: Int)
    throws
  {
    let whole = try searcher.wordTotals(counted, in: corpus)
    let listed = (0..<UInt32(counted.keys.count)).filter { Int(whole.counts[Int($0)]) >= max(1, minimum) }
    words = try counted.names(of: listed)
    frequencies = listed.map { Int(whole.counts[Int($0)]) }
    tokenCount = whole.tokenCount
    (self.searcher, self.counted, self.listed) = (searcher, counted, listed)
  }

  /// Counts in a part. Cost: linear in its tokens, and in the words that are counted.
  public func part(_ scope: CountScope) throws -> Part {
    let totals = try searcher.wordTotals(counted, in: scope)
    return Part(counts: listed.map { totals.counts[Int($0)] }, tokenCount: totals.tokenCount)
  }
}

extension CorpusSearcher {
  /// How often words occur in a corpus, for counting them in parts of it, which may overlap.
  ///
  /// - Parameters:
  ///   - by: what makes two tokens the same word.
  ///   - wanted: the parts of speech to list; nil for all. The sizes of corpus and parts count all tokens.
  ///   - corpus: where to count.
  ///   - minimum: the least count in the corpus to list.
  /// - Complexity: linear in the tokens of the corpus.
  public func partCounts(
    by: WordKey, of wanted: TagSelection? = nil, in corpus: CountScope, minimum: Int = 1
  ) throws -> PartCounts {
    try PartCounts(self, countedWords(by: by, of: wanted), corpus, minimum: minimum)
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
