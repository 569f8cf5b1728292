public import CodingModel

/// What one token must be.
public struct Term: Sendable {
  /// The ways to say what a token must be.
  public enum Kind: Hashable, Sendable {
    /// Its form or its lemma is this word; case is ignored, and so is an accent that is not typed. Text
    /// that the analysis cuts into several tokens (`l'aide`) stands for these in sequence.
    case word(String)
    /// It is written exactly so, accents and case included.
    case exact(String)
    /// Its lemma is this, compared as ``word(_:)`` is.
    case lemma(String)
    /// It is of this part of speech: one of ``PartOfSpeechTag/all``, or one of a corpus annotated elsewhere as typed.
    case partOfSpeech(String)
    /// Its form matches a pattern of letters, `*` and `?`.
    case wildcard(Wildcard)
    /// Its whole form matches a regular expression; case is ignored, accents are not.
    case expression(RegularExpression)
    /// Any token: a lone `*` inside a phrase.
    case anything
  }

  /// What the token must be.
  public let kind: Kind
  /// Where it is written, in code points of the query text.
  public let range: TextRange

  /// A term written in `range` of a query text; an empty range for one that was not written.
  public init(_ kind: Kind, range: TextRange = TextRange(0, 0)) {
    self.kind = kind
    self.range = range
  }
}

extension Term: Hashable {
  /// Compares what the token must be, not where that is written.
  public static func == (left: Term, right: Term) -> Bool { left.kind == right.kind }

  /// Hashes what the token must be, not where that is written.
  public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}
