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
    let counted = try countedWords(by: by, of: wanted)
    let (keyCount, keyOfType) = (counted.keys.count, counted.keyOfType)
    let units = try UnitWords(unit, in: scope, of: segments)
    let tokens = units.tokenCounts(keyOfType, keyCount: keyCount)
    let listed = (0..<UInt32(keyCount)).filter { tokens[Int($0)] >= max(1, minimumCount) }
      .sorted { (tokens[Int($1)], $0) < (tokens[Int($0)], $1) }
    var numbers = [UInt32](repeating: WordStream.unlisted, count: keyCount)
    for (number, key) in listed.enumerated() { numbers[Int(key)] = UInt32(number) }
    let wordOfType = keyOfType.map { keys in
      keys.map { $0 == CountedKeys.none ? WordStream.other : numbers[Int($0)] }
    }
    let counter = PairCounter(wordCount: listed.count, minimum: max(1, minimumPair))
    let names = try counted.names(of: listed)
    guard case .window(let distance) = unit else {
      let words = units.differentWords(wordOfType, wordCount: listed.count)
      return WordPairs(
        keys: names, counts: counter.units(in: words), unitCount: units.unitCount, counter: counter,
        stream: words, width: nil)
    }
    let width = max(0, min(distance, tokenCount))
    let words = units.windows(wordOfType)
    let places = counter.places(inStream: words, width: width)
    return WordPairs(
      keys: names, counts: places.ofWord, unitCount: places.total, counter: counter, stream: words,
      width: width)
  }
}
