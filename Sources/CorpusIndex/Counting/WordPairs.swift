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
/// With answers or sentences as the unit, these are counted: those with a word, those with both, however
/// often they stand in it. With a window, pairs of places are counted, each once: two counted tokens of one
/// answer that are not too far apart. A word's count is the number of pairs that it takes part in, so that
/// all counts fit into one table. A word is not paired with itself.
public struct WordPairs: Sendable {
  /// Two words, by their indices in ``WordPairs/keys``, and how often they occur together.
  public struct Pair: Hashable, Sendable {
    /// The index of one word, below ``second``.
    public let first: UInt32
    /// The index of the other word.
    public let second: UInt32
    /// How many units hold both, or how many pairs of places they make.
    public let count: UInt32
  }

  /// The words that are frequent enough, the most frequent first.
  public let keys: [String]
  /// How many units hold each word, or how many pairs of places it takes part in.
  public let counts: [Int]
  /// How many units, or pairs of places, there are in all, those without a listed word included.
  public let unitCount: Int
  /// The pairs, in an order that follows from the answers alone.
  public let pairs: [Pair]
}
