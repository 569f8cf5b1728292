public import CodingModel
public import FrenchText

/// Some answers' tokens on their way into a segment, their types still numbered as one analyser numbers them.
///
/// Several threads can each analyse answers into batches of their own; ``SegmentBuilder/add(_:from:types:limit:)`` puts
/// the batches together in the order of the answers.
public struct TokenBatch: Sendable {
  var tokens = TokenColumns()
  private(set) var identities: [Int64] = []

  /// A batch without answers.
  public init() {}

  /// How many answers it holds.
  public var answerCount: Int { identities.count }

  /// Adds an answer; identities ascend.
  ///
  /// - Throws: ``IndexError/outOfOrder``, ``IndexError/tooLarge``, as ``SegmentBuilder/add(answer:tokens:)`` does.
  public mutating func add(answer: RowID<Answer>, tokens added: [AnalyzedToken]) throws(IndexError) {
    try SegmentHeader.check(answer.value, after: identities.last)
    identities.append(answer.value)
    tokens.beginAnswer()
    for token in added {
      try tokens.append(
        type: token.type, start: token.start, end: token.end, startsSentence: token.startsSentence)
    }
  }
}

/// The types of several analysers under one numbering.
public struct TypeUnion: Sendable {
  private(set) var types: [TokenType] = []
  private var numbers: [TokenType: UInt32] = [:]

  /// No types.
  public init() {}

  /// The number of a type, which is added where it is new.
  public mutating func number(of type: TokenType) -> UInt32 {
    if let number = numbers[type] { return number }
    let number = UInt32(types.count)
    types.append(type)
    numbers[type] = number
    return number
  }
}
