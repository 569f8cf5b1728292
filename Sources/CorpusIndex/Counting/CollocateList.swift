/// How near a token must be to a hit to count as beside it.
public enum CollocateContext: Hashable, Sendable {
  /// At most so many tokens before a hit, or after it, in its answer; neighbours are one away.
  case window(left: Int, right: Int)
  /// In a sentence that the hit is in.
  case sentence
}

/// The words beside hits, counted as TXM counts co-occurrents: the positions that are near any hit, each of
/// them once however many hits it is near, those of the hits themselves left out.
public struct CollocateList: Hashable, Sendable {
  /// One word.
  public struct Row: Hashable, Sendable {
    /// The form, the lemma or the tag of the part of speech.
    public let word: String
    /// f: how many of the positions beside hits it takes.
    public let cofrequency: Int
    /// F: how many tokens it has in all.
    public let frequency: Int
    /// How far from the nearest hit it stands on average, in tokens, neighbours being 1 away.
    public let meanDistance: Double
  }

  /// The words met often enough, in the order of their spellings.
  public let rows: [Row]
  /// How many different words were met, those too rare to be listed included.
  public let wordCount: Int
  /// t: how many positions are beside hits, those of words that are not listed included.
  public let positionCount: Int
  /// T: how many tokens there are in all, words and marks.
  public let tokenCount: Int
}
