/// How often words occur.
public struct FrequencyList: Hashable, Sendable {
  /// One word.
  public struct Row: Hashable, Sendable {
    /// The form, the lemma or the tag of the part of speech.
    public let key: String
    /// How many tokens it has.
    public let count: Int
    /// In how many answers it occurs.
    public let answers: Int
    /// In the answers of how many respondents; nil where it was not said whose answers are whose.
    public let respondents: Int?
  }

  /// The words, the most frequent first; of equally frequent ones in the order of their spellings.
  public let rows: [Row]
  /// How many different words there are, those below the minimum or beyond the limit included.
  public let keyCount: Int
  /// How many tokens were counted.
  public let tokenCount: Int
  /// How many answers were looked at.
  public let answerCount: Int
}
