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

  let counter: PairCounter
  /// The words, as the counter reads them.
  let stream: WordStream
  /// How far apart words may be in the stream; nil where it holds the words of units.
  let width: Int?

  /// Counts the pairs, some at a time on every core, and gives what `transform` makes of each such group, in an
  /// order that follows from the answers alone. Not all pairs are in memory at once.
  public func mapPairs<Result: Sendable>(_ transform: @Sendable ([Pair]) -> Result) -> [Result] {
    if let width { return counter.mapPairs(inStream: stream, width: width, transform) }
    return counter.mapPairs(inUnits: stream, transform)
  }

  /// All pairs, counted now, in an order that follows from the answers alone.
  public var pairs: [Pair] { Array(mapPairs { $0 }.joined()) }
}
