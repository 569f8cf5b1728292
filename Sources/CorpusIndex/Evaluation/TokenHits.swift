/// Hits of one length in tokens, those of frequent words and of phrases of them: kept as the bits of their first tokens,
/// and joined and narrowed down to some answers only once they are looked at. Who asks for answers alone pays for
/// nothing more.
final class TokenHits {
  /// How many tokens each hit has.
  let length: Int
  private let sets: [PositionBits]
  private let restriction: (answers: LocalAnswers, starts: AnswerStarts)?
  private var known: PositionBits?
  private var knownCount: Int?

  /// The hits that begin with the tokens of a set, which nobody changes; each is within an answer.
  ///
  /// - Parameter count: how many there are, where that is known.
  init(_ bits: PositionBits, length: Int = 1, count: Int? = nil) {
    self.length = length
    knownCount = count
    sets = [bits]
    restriction = nil
    known = bits
  }

  private init(
    _ sets: [PositionBits], length: Int, _ restriction: (answers: LocalAnswers, starts: AnswerStarts)?
  ) {
    self.length = length
    self.sets = sets
    self.restriction = restriction
  }

  /// These and others of the segment, of the same length.
  func joined(with other: TokenHits) -> TokenHits {
    TokenHits(settled() + other.settled(), length: length, nil)
  }

  /// Those of them that are in these answers of the segment.
  func restricted(to answers: LocalAnswers, _ starts: AnswerStarts) -> TokenHits {
    TokenHits(settled(), length: length, (answers, starts))
  }

  private func settled() -> [PositionBits] {
    restriction == nil ? sets : [bits()]
  }

  /// Their first tokens; nobody changes them.
  func bits() -> PositionBits {
    if let known { return known }
    let bits = PositionBits(union: sets)
    if let restriction { bits.restrict(to: restriction.answers, restriction.starts) }
    known = bits
    return bits
  }

  /// How many there are.
  func count() -> Int {
    if let knownCount { return knownCount }
    let count = bits().cardinality
    knownCount = count
    return count
  }

  /// The hit that begins with a token.
  func span(from start: UInt32) -> TokenSpan { TokenSpan(start: start, end: start + UInt32(length)) }

  /// Whether a span is one of them.
  func contains(_ span: TokenSpan) -> Bool {
    Int(span.end - span.start) == length && bits().contains(span.start)
  }

  /// All of them, ascending. Cost: linear in their number, each time.
  func spans() -> [TokenSpan] { bits().positions().map { span(from: $0) } }
}
