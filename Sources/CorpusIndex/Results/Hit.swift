public import CodingModel

/// A place in an answer that a query found.
public struct Hit: Hashable, Sendable {
  /// The answer.
  public let answer: RowID<Answer>
  /// The place, in code points of the answer's text.
  public let range: TextRange
  /// Its tokens, numbered from 0 in the answer.
  public let tokens: Range<Int>

  /// A place in an answer.
  public init(answer: RowID<Answer>, range: TextRange, tokens: Range<Int>) {
    self.answer = answer
    self.range = range
    self.tokens = tokens
  }
}
