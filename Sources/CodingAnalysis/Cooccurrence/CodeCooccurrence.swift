public import CodingModel

/// Which codes occur together, and how often.
///
/// Units are counted, not pairs of codings: an answer with one code once and another three times counts once.
/// Codings of several coders count as one coder's: whose codings are counted is the caller's choice.
public struct CodeCooccurrence: Sendable {
  /// The codes, in the caller's order; rows and columns of ``counts`` are places in it.
  public let codes: [RowID<Code>]
  /// Within what codes count as occurring together.
  public let unit: CooccurrenceUnit
  /// Whether units or pairs of ranges were counted.
  public let counting: CooccurrenceCounting
  /// How often each code and each pair of codes occurs.
  public let counts: PairCounts

  /// Counts codes and pairs of codes.
  ///
  /// - Parameters:
  ///   - codings: In any order; those of codes not in `codes` are left out.
  ///   - codes: Each once, in the order of rows that are otherwise equal.
  ///   - unit: Within what codes count as occurring together.
  ///   - counting: Units, or pairs of ranges at the units overlap and window (elsewhere units are counted).
  ///   - unitCount: How many units there are in all, coded or not: sentences at unit sentence, else answers.
  ///   - segments: An answer's sentences at unit sentence, its tokens at unit window, in order and without
  ///     overlap; asked for once per coded answer, and at other units never.
  ///
  /// Cost: linear in the codings and, for ranges that meet, in the codes open at each start.
  public init<Failure: Error>(
    _ codings: [CodedRange], codes: [RowID<Code>], unit: CooccurrenceUnit,
    counting: CooccurrenceCounting = .units, unitCount: Int,
    segments: (RowID<Answer>) throws(Failure) -> [TextRange]
  ) throws(Failure) {
    try self.init(
      CodingsByAnswer(codings, codes: codes), codes: codes, unit: unit, counting: counting,
      unitCount: unitCount, segments: segments)
  }

  /// Counts codes and pairs of codes of codings that are put together by answer already.
  ///
  /// Cost: as above, without that of putting them together.
  public init<Failure: Error>(
    _ codings: CodingsByAnswer, codes: [RowID<Code>], unit: CooccurrenceUnit,
    counting: CooccurrenceCounting = .units, unitCount: Int,
    segments: (RowID<Answer>) throws(Failure) -> [TextRange]
  ) throws(Failure) {
    self.codes = codes
    self.unit = unit
    let byAnswer = codings.only(codes)
    switch unit {
    case .answer, .sentence: self.counting = .units
    case .overlap, .window: self.counting = counting
    }
    var tally = PairTally(codeCount: byAnswer.codes.count)
    switch unit {
    case .answer:
      byAnswer.countAnswers(into: &tally)
    case .sentence:
      try byAnswer.countSentences(into: &tally, sentences: segments)
    case .overlap:
      byAnswer.countOverlaps(
        into: &tally, sweep: RangeSweep(reach: 0, counting: counting, codeCount: byAnswer.codes.count))
    case .window(let tokens):
      try byAnswer.countRanges(
        into: &tally,
        sweep: RangeSweep(reach: max(0, tokens) + 1, counting: counting, codeCount: byAnswer.codes.count),
        tokens: segments)
    }
    let numbers = IdentityIndex(byAnswer.codes)
    counts = tally.counts(of: codes.map { numbers[$0] }, unitCount: self.counting == .units ? unitCount : nil)
  }

  /// Counts codes and pairs of codes at unit answer or overlap, which need no sentences or tokens.
  public init(
    _ codings: [CodedRange], codes: [RowID<Code>], unit: CooccurrenceUnit,
    counting: CooccurrenceCounting = .units, unitCount: Int
  ) {
    self.init(codings, codes: codes, unit: unit, counting: counting, unitCount: unitCount) { _ in [] }
  }

  /// The pairs that occur together at least `atLeast` times, most often first, then in the codes' order.
  public func rows(atLeast: Int = 1) -> [PairRow] {
    counts.rows(atLeast: atLeast)
  }
}
