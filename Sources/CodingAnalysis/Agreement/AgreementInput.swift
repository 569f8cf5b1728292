public import CodingModel

/// What counts as one judgement: a coder gives a code to it or does not.
public enum AgreementUnit: String, Hashable, Sendable, CaseIterable {
  /// An answer, coded where any part of it is.
  case answer
  /// A token, coded where any code point of it is.
  case token
  /// A code point.
  case character
}

/// An answer, and who has gone through it.
public struct AgreementAnswer: Hashable, Sendable {
  /// The answer.
  public let answer: RowID<Answer>
  /// How many code points its text has.
  public let length: Int
  /// The coders who have gone through it, coding something or nothing. Those with a coding on it count as
  /// having done so.
  public let seenBy: [RowID<Coder>]

  /// An answer of that length, and who has gone through it.
  public init(answer: RowID<Answer>, length: Int, seenBy: [RowID<Coder>]) {
    self.answer = answer
    self.length = length
    self.seenBy = seenBy
  }
}

/// What agreement needs of a coding: a code on a range of an answer, and who gave it.
public struct CoderRange: Hashable, Sendable {
  /// The coded answer.
  public let answer: RowID<Answer>
  /// The code given.
  public let code: RowID<Code>
  /// Who gave it.
  public let coder: RowID<Coder>
  /// The coded part of the answer's text.
  public let range: TextRange

  /// A code on a range of an answer, by a coder.
  public init(answer: RowID<Answer>, code: RowID<Code>, coder: RowID<Coder>, range: TextRange) {
    self.answer = answer
    self.code = code
    self.coder = coder
    self.range = range
  }

  /// What agreement needs of `coding`.
  public init(_ coding: Coding) {
    self.init(answer: coding.answer, code: coding.code, coder: coding.coder, range: coding.range)
  }
}
