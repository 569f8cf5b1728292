/// The stretch of text in which words co-occur.
public enum WordUnit: Hashable, Sendable {
  /// One answer.
  case answer
  /// One sentence.
  case sentence
  /// At most this many tokens apart in one answer, neighbours being one apart.
  case window(Int)
}

/// Which words occur together, and how often.
///
/// With answers or sentences as the unit, everything counts units: a word that stands twice in one counts
/// once. With a window, `counts` and `unitCount` count tokens, and a pair's count is the number of pairs of
/// tokens, each pair of places once. A word is not paired with itself.
public struct WordPairs: Sendable {
  /// Two words, by their indices in ``WordPairs/keys``, and how often they occur together.
  public struct Pair: Hashable, Sendable {
    /// The index of one word, below ``second``.
    public let first: UInt32
    /// The index of the other word.
    public let second: UInt32
    /// How many units hold both, or how many pairs of places there are.
    public let count: UInt32
  }

  /// The words that are frequent enough, in the order of their spellings.
  public let keys: [String]
  /// How many units hold each word, or how many tokens it has.
  public let counts: [Int]
  /// How many units, or tokens, there are in all, those without a listed word included.
  public let unitCount: Int
  /// The pairs, by their first word, then by their second.
  public let pairs: [Pair]
}
