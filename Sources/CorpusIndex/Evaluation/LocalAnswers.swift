/// A set of answers of one segment, by their numbers in it.
struct LocalAnswers: Equatable {
  let count: Int
  /// The bits of 64 answers each; none beyond ``count``.
  private(set) var words: [UInt64]

  /// No answers of a segment with `count` answers.
  init(count: Int) {
    self.count = count
    words = Array(repeating: 0, count: (count + 63) / 64)
  }

  /// The answers of a segment with `count` answers whose bits are set; bits beyond are dropped.
  init(count: Int, words: [UInt64]) {
    self.count = count
    self.words = words
    if count & 63 != 0 { self.words[words.count - 1] &= UInt64.max >> UInt64(64 - count & 63) }
  }

  mutating func insert(_ index: Int) { words[index >> 6] |= 1 << UInt64(index & 63) }

  func contains(_ index: Int) -> Bool { words[index >> 6] >> UInt64(index & 63) & 1 == 1 }

  /// How many answers are in the set.
  var cardinality: Int { words.reduce(0) { $0 &+ $1.nonzeroBitCount } }

  mutating func formIntersection(_ other: LocalAnswers) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  mutating func formUnion(_ other: LocalAnswers) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// All answers of the segment but these.
  var complement: LocalAnswers { LocalAnswers(count: count, words: words.map { ~$0 }) }

  func forEach(_ body: (Int) throws -> Void) rethrows {
    for (index, word) in words.enumerated() where word != 0 {
      var bits = word
      while bits != 0 {
        try body(index * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }
}
