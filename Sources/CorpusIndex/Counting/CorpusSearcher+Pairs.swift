extension CorpusSearcher {
  /// Which words occur together in answers, sentences or windows.
  ///
  /// - Parameters:
  ///   - by: what makes two tokens the same word.
  ///   - unit: the stretch of text in which they must be. In a scope of ranges, the part of it inside one.
  ///   - wanted: the parts of speech to count; nil for all. Distances count all tokens.
  ///   - scope: where to count.
  ///   - minimumCount: how many tokens a word must have to be listed.
  ///   - minimumPair: the least count of a pair to be listed.
  /// - Complexity: the number of tokens; that of pairs of tokens when the pairs are asked for. For each token some
  ///   eight bytes are kept.
  public func wordPairs(
    by: WordKey, unit: WordUnit, of wanted: TagSelection? = nil, in scope: CountScope = .all,
    minimumCount: Int = 1, minimumPair: Int = 1
  ) throws -> WordPairs {
    let keys = try countedKeys(by: by)
    let keyOfType = try segments.indices.map { try keys.keys(ofSegment: $0, only: wanted) }
    var tally = WordTally(wordCount: keys.count)
    var unitCount = 0
    var types: [UInt32] = []
    try forEachUnit(unit, in: scope) { index, run in
      try segments[index].tokens.read(run, into: &types)
      tally.add(types, count: run.count, words: keyOfType[index], unit: UInt32(truncatingIfNeeded: unitCount))
      unitCount += 1
    }
    let counts = tally.counts
    let listed = (0..<UInt32(keys.count)).filter { Int(counts[Int($0)].tokens) >= max(1, minimumCount) }
      .sorted { (counts[Int($1)].tokens, $0) < (counts[Int($0)].tokens, $1) }
    var numbers = [UInt32](repeating: PairCounter.unlisted, count: keys.count)
    for (number, key) in listed.enumerated() { numbers[Int(key)] = UInt32(number) }
    let words = try stream(
      of: unit, in: scope,
      wordOfType: keyOfType.map { keys in
        keys.map { $0 == CountedKeys.none ? PairCounter.other : numbers[Int($0)] }
      })
    let counter = PairCounter(wordCount: listed.count, minimum: max(1, minimumPair))
    let names = try keys.names(of: listed)
    guard case .window(let distance) = unit else {
      return WordPairs(
        keys: names, counts: listed.map { Int(counts[Int($0)].units) }, unitCount: unitCount,
        counter: counter, stream: words, width: nil)
    }
    let width = max(0, min(distance, tokenCount))
    let places = counter.places(inStream: words, width: width)
    return WordPairs(
      keys: names, counts: places.ofWord, unitCount: places.total, counter: counter, stream: words,
      width: width)
  }

  /// The words of all units: of answers and sentences the different ones, the first one marked; of windows
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
        if word < PairCounter.unlisted { own.append(word) }
      }
      own.sort()
      var last: UInt32?
      for word in own where word != last {
        words.append(last == nil ? word | PairCounter.first : word)
        last = word
      }
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
