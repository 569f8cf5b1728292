public import FrenchText

extension CorpusSearcher {
  /// Which words occur together in answers, sentences or windows.
  ///
  /// - Parameters:
  ///   - by: what makes two tokens the same word.
  ///   - unit: the stretch of text in which they must be. In a scope of ranges, the part of it inside one.
  ///   - wanted: the parts of speech to count; nil for all. Distances count all tokens.
  ///   - scope: where to count.
  ///   - minimumCount: the least count of a word to be listed.
  ///   - minimumPair: the least count of a pair to be listed.
  /// - Complexity: the number of pairs of tokens; for each token some eight bytes are kept.
  public func wordPairs(
    by: WordKey, unit: WordUnit, of wanted: Set<PartOfSpeech>? = nil, in scope: CountScope = .all,
    minimumCount: Int = 1, minimumPair: Int = 1
  ) throws -> WordPairs {
    let keys = try countedKeys(by: by)
    let keyOfType = try segments.indices.map { try keys.keys(ofSegment: $0, only: wanted) }
    var tally = WordTally(wordCount: keys.count)
    var (unitCount, tokenCount) = (0, 0)
    var types: [UInt32] = []
    try forEachUnit(unit, in: scope) { index, run in
      try segments[index].tokens.read(run, into: &types)
      tally.add(types, count: run.count, words: keyOfType[index], unit: UInt32(truncatingIfNeeded: unitCount))
      unitCount += 1
      tokenCount += run.count
    }
    let counts = tally.counts.map { unit.countsTokens ? $0.tokens : $0.units }
    let listed = (0..<UInt32(keys.count)).filter { Int(counts[Int($0)]) >= max(1, minimumCount) }
    var numbers = [UInt32](repeating: PairCounter.other, count: keys.count)
    for (number, key) in listed.enumerated() { numbers[Int(key)] = UInt32(number) }
    let wordOfType = keyOfType.map { keys in
      keys.map { $0 == CountedKeys.none ? PairCounter.other : numbers[Int($0)] }
    }
    let words = try stream(of: unit, in: scope, wordOfType: wordOfType)
    let counter = PairCounter(wordCount: listed.count, minimum: max(1, minimumPair))
    let pairs: [WordPairs.Pair]
    if case .window(let width) = unit {
      pairs = counter.pairs(inStream: words, width: max(0, min(width, self.tokenCount)))
    } else {
      pairs = counter.pairs(inUnits: words)
    }
    return WordPairs(
      keys: try keys.names(of: listed), counts: listed.map { Int(counts[Int($0)]) },
      unitCount: unit.countsTokens ? tokenCount : unitCount, pairs: pairs)
  }

  /// The words of all units: of answers and sentences the different ones, the last one marked; of windows
  /// every token, with boundaries between answers.
  private func stream(of unit: WordUnit, in scope: CountScope, wordOfType: [[UInt32]]) throws -> [UInt32] {
    var words: [UInt32] = []
    var own: [UInt32] = []
    var types: [UInt32] = []
    try forEachUnit(unit, in: scope) { index, run in
      try segments[index].tokens.read(run, into: &types)
      if unit.countsTokens {
        for type in types.prefix(run.count) { words.append(wordOfType[index][Int(type)]) }
        words.append(PairCounter.boundary)
        return
      }
      own.removeAll(keepingCapacity: true)
      for type in types.prefix(run.count) {
        let word = wordOfType[index][Int(type)]
        if word != PairCounter.other { own.append(word) }
      }
      own.sort()
      let start = words.count
      for word in own where words.count == start || words[words.count - 1] != word { words.append(word) }
      if words.count > start { words[words.count - 1] |= PairCounter.last }
    }
    return words
  }

  /// Calls `body` with the tokens of each unit and the index of its segment.
  private func forEachUnit(
    _ unit: WordUnit, in scope: CountScope, _ body: (Int, Range<Int>) throws -> Void
  ) throws {
    for (index, segment) in segments.enumerated() {
      try scope.forEachRun(in: segment) { _, run in
        guard unit == .sentence else {
          try body(index, run)
          return
        }
        var start = run.lowerBound
        for position in run.dropFirst() where try segment.tokens.startsSentence(position) {
          try body(index, start..<position)
          start = position
        }
        if start < run.upperBound { try body(index, start..<run.upperBound) }
      }
    }
  }
}

extension WordUnit {
  /// Whether tokens are counted rather than units.
  fileprivate var countsTokens: Bool {
    if case .window = self { true } else { false }
  }
}
