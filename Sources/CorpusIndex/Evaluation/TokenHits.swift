/// Hits of one token each, those of frequent words: kept as bits, and joined and narrowed down to some answers only
/// once they are looked at. Who asks for answers alone pays for nothing more.
final class TokenHits {
  private let sets: [PositionBits]
  private let restriction: (answers: LocalAnswers, starts: AnswerStarts)?
  private var known: PositionBits?
  private var knownCount: Int?

  /// All tokens of one set, which nobody changes.
  init(_ bits: PositionBits) {
    sets = [bits]
    restriction = nil
    known = bits
  }

  private init(_ sets: [PositionBits], _ restriction: (answers: LocalAnswers, starts: AnswerStarts)?) {
    self.sets = sets
    self.restriction = restriction
  }

  /// These and others of the segment.
  func joined(with other: TokenHits) -> TokenHits {
    TokenHits(settled() + other.settled(), nil)
  }

  /// Those of them that are in these answers of the segment.
  func restricted(to answers: LocalAnswers, _ starts: AnswerStarts) -> TokenHits {
    TokenHits(settled(), (answers, starts))
  }

  private func settled() -> [PositionBits] {
    restriction == nil ? sets : [bits()]
  }

  /// The tokens; nobody changes them.
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
}
