/// Which answers to go through while coding. What is given narrows: a query, a code, a coder's share.
public struct CodingListRequest: Hashable, Sendable, Codable {
  /// Only this answer, `RESPONDENT/QUESTION`. It is no list to be resumed.
  public var answer: String?
  /// Only answers that this query finds.
  public var query: String?
  /// Only answers with a segment of this code, to review them: by anybody, or by the coders that the query names, whose
  /// `coder:` then is about this code.
  public var review: String?
  /// Only answers assigned to the coder that the coder has not gone through.
  public var isAssigned: Bool
  /// Only answers that the coder has not gone through.
  public var isUnseen: Bool
  /// So many of them, drawn at random and in the order of the draw: wherever one stops, what lies behind is a
  /// random sample.
  public var sample: Int?
  /// What the draw follows from: the same seed gives the same draw on every machine.
  public var seed: UInt64
  /// Whether the codings of others are kept from the coder, as independent coding needs it.
  public var isBlind: Bool

  /// A list by what is given; without anything, all answers.
  public init(
    answer: String? = nil, query: String? = nil, review: String? = nil, isAssigned: Bool = false,
    isUnseen: Bool = false,
    sample: Int? = nil, seed: UInt64 = 1, isBlind: Bool = false
  ) {
    self.answer = answer
    self.query = query
    self.review = review
    self.isAssigned = isAssigned
    self.isUnseen = isUnseen
    self.sample = sample
    self.seed = seed
    self.isBlind = isBlind
  }

  /// Whether nothing says which answers are meant.
  public var isOpen: Bool {
    answer == nil && query == nil && review == nil && !isAssigned && !isUnseen && sample == nil
  }

  /// The list as one would ask for it: its name, where it is given no other.
  public var title: String {
    var words = [answer, query].compactMap(\.self)
    if let review { words.append("--review " + (review.contains(" ") ? "\"\(review)\"" : review)) }
    if isAssigned { words.append("--assigned") }
    if isUnseen { words.append("--unseen") }
    if let sample { words.append("--sample \(sample) --seed \(seed)") }
    if isBlind { words.append("--blind") }
    return words.joined(separator: " ")
  }
}
