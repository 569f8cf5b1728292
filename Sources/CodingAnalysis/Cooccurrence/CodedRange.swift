public import CodingModel

/// What counting needs of a coding: a code on a range of an answer.
public struct CodedRange: Hashable, Sendable {
  /// The coded answer.
  public let answer: RowID<Answer>
  /// The code given.
  public let code: RowID<Code>
  /// The coded part of the answer's text.
  public let range: TextRange

  /// A code on a range of an answer.
  public init(answer: RowID<Answer>, code: RowID<Code>, range: TextRange) {
    self.answer = answer
    self.code = code
    self.range = range
  }

  /// What counting needs of `coding`.
  public init(_ coding: Coding) {
    self.init(answer: coding.answer, code: coding.code, range: coding.range)
  }
}
