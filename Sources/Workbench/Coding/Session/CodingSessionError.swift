public import CodingModel

/// Why something asked for while coding cannot be done. Nothing here holds an answer's text.
public enum CodingSessionError: Error, Hashable, Sendable {
  /// The list's last answer lies behind; there is none to code.
  case atEnd
  /// The list has no answer with that number.
  case noAnswer(number: Int, of: Int)
  /// The answer has been taken out of the project meanwhile.
  case answerGone
  /// The answer has fewer words than that.
  case noSuchWords(answer: AnswerName, words: Int)
  /// The quoted text is not in the answer.
  case quoteNotFound(answer: AnswerName)
  /// The quoted text stands in the answer several times, and which is meant was not said, or wrongly.
  case quoteRepeated(answer: AnswerName, quote: QuoteKey, times: Int)
  /// No rule proposes anything here.
  case noProposal
  /// There are several proposals, with these numbers.
  case severalProposals([Int])
  /// Nothing on show has this number, or nothing of that kind.
  case noSuchNumber(Int)
  /// A coding of somebody else.
  case notOwn(coder: String)
  /// Nothing was done here that could be taken back.
  case nothingDone
  /// Nothing was taken back that could be done again.
  case nothingUndone
  /// Somebody did something since, which undoing would have to take back first.
  case othersSince(RowID<Act>)
  /// The coder has no list of that name.
  case noSuchList(name: String, near: String?)
  /// A name of a code was asked for and is empty.
  case nameMissing

  /// A quote, kept from whoever prints errors.
  public struct QuoteKey: Hashable, Sendable {
    /// The text as typed.
    public let text: String

    /// Wraps a quote.
    public init(_ text: String) { self.text = text }
  }
}

extension CodingSessionError.QuoteKey: CustomStringConvertible, CustomDebugStringConvertible {
  /// Says nothing of the text.
  public var description: String { "…" }
  /// Says nothing of the text.
  public var debugDescription: String { "…" }
}
