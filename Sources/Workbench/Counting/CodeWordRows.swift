import CodingAnalysis

extension CodeWords.Table {
  /// Pairs of codes and words, each made when it is looked at: of many codes there are millions.
  public struct Rows: RandomAccessCollection, Sendable {
    /// The pairs, in order once they are sorted.
    var pairs: [CodeWordTally.Pair] = []
    private let codes: [String]
    private let codeCounts: [UInt32]
    private let words: [String]
    private let wordCounts: [UInt32]
    private let unitCount: Int

    /// No rows yet, of these codes and these words, which come in French order.
    init(codes: [String], codeCounts: [UInt32], words: [String], wordCounts: [UInt32], unitCount: Int) {
      self.codes = codes
      self.codeCounts = codeCounts
      self.words = words
      self.wordCounts = wordCounts
      self.unitCount = unitCount
    }

    /// 0.
    public var startIndex: Int { 0 }
    /// How many there are.
    public var endIndex: Int { pairs.count }

    /// The row at a place.
    public subscript(position: Int) -> Row {
      let pair = pairs[position]
      return Row(code: codes[Int(pair.code)], word: words[Int(pair.word)], pair: counts(of: pair))
    }

    private func counts(of pair: CodeWordTally.Pair) -> PairRow {
      PairRow(
        row: Int(pair.code), column: Int(pair.word), nA: Int(codeCounts[Int(pair.code)]),
        nB: Int(wordCounts[Int(pair.word)]), nAB: Int(pair.count), n: unitCount)
    }

    /// Puts the pairs in order: by signed log-likelihood, then by number, the greatest first, then by code and word.
    mutating func sort() {
      var keyed = pairs.map { (strength: counts(of: $0).signedG2 ?? 0, pair: $0) }
      keyed.sort { left, right in
        if left.strength != right.strength { return left.strength > right.strength }
        if left.pair.count != right.pair.count { return left.pair.count > right.pair.count }
        return (left.pair.code, left.pair.word) < (right.pair.code, right.pair.word)
      }
      for (place, entry) in keyed.enumerated() { pairs[place] = entry.pair }
    }
  }
}
