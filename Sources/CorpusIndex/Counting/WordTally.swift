/// Counts of words by their numbers: tokens, units they occur in, and owners of these units.
struct WordTally {
  /// The counts of one word, side by side since they are looked at together.
  struct Counts {
    var tokens: UInt32 = 0
    var units: UInt32 = 0
    var owners: UInt32 = 0
    fileprivate var lastUnit = UInt32.max
    fileprivate var lastOwner = UInt32.max
  }

  private(set) var counts: [Counts]
  private(set) var tokenCount = 0

  init(wordCount: Int) {
    counts = Array(repeating: Counts(), count: wordCount)
  }

  /// Counts the first `count` tokens of `types`, which stand in a unit of their own number. Units of one owner
  /// follow each other.
  mutating func add(_ types: [UInt32], count: Int, words: [UInt32], unit: UInt32, owner: UInt32 = 0) {
    for index in 0..<count {
      let word = words[Int(types[index])]
      guard word != CountedKeys.none else { continue }
      let place = Int(word)
      tokenCount += 1
      counts[place].tokens += 1
      guard counts[place].lastUnit != unit else { continue }
      counts[place].lastUnit = unit
      counts[place].units += 1
      if counts[place].lastOwner != owner {
        counts[place].lastOwner = owner
        counts[place].owners += 1
      }
    }
  }
}
