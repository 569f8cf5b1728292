/// Counts of words by their numbers: tokens, and units they occur in.
struct WordTally {
  private(set) var tokens: [UInt32]
  private(set) var units: [UInt32]
  private var lastUnit: [UInt32]
  private(set) var tokenCount = 0

  init(wordCount: Int) {
    tokens = Array(repeating: 0, count: wordCount)
    units = tokens
    lastUnit = Array(repeating: .max, count: wordCount)
  }

  /// Counts the first `count` tokens of `types`, which stand in a unit of their own number.
  mutating func add(_ types: [UInt32], count: Int, words: [UInt32], unit: UInt32) {
    for index in 0..<count {
      let word = words[Int(types[index])]
      guard word != CountedKeys.none else { continue }
      let place = Int(word)
      tokenCount += 1
      tokens[place] += 1
      if lastUnit[place] != unit {
        lastUnit[place] = unit
        units[place] += 1
      }
    }
  }
}
