public import CodingModel

/// How far coders agree on codes.
///
/// Compared are the answers that at least two of the coders have gone through: an answer that nobody opened is
/// no agreement on "no code". Each code is judged, present or absent, on every unit of them.
public struct CodingAgreement: Sendable {
  /// How far coders agree on one code, or on all.
  public struct Result: Hashable, Sendable {
    /// Every measure that the unit allows, with its interval.
    public let estimates: [AgreementMeasure: AgreementEstimate]
    /// How many of the compared units that each coder judged he or she gave the code to, in the order of the
    /// coders.
    public let coded: [Int]
    /// How many of the compared units each coder judged.
    public let judged: [Int]

    /// The places of coders who gave the code to all units or to none while another coder's judgements vary;
    /// kappa is then 0 whatever the others did.
    public var constantCoders: [Int] {
      let constant = coded.indices.filter { judged[$0] > 0 && (coded[$0] == 0 || coded[$0] == judged[$0]) }
      let varying = coded.indices.contains { coded[$0] > 0 && coded[$0] < judged[$0] }
      return varying ? constant : []
    }
  }

  /// What has an interval.
  public enum Intervals: Hashable, Sendable {
    /// Each code, and all codes stacked.
    case everyCode
    /// All codes stacked.
    case pooled
  }

  /// The coders compared, in the caller's order.
  public let coders: [RowID<Coder>]
  /// The codes, in the caller's order.
  public let codes: [RowID<Code>]
  /// What counted as one judgement.
  public let unit: AgreementUnit
  /// How many answers were compared.
  public let answersCompared: Int
  /// How many units were compared; for each code, so many judgements were asked of each coder.
  public let unitsCompared: Int
  /// Agreement on each code.
  public let perCode: [Result]
  /// Agreement on all judgements of all codes, stacked.
  public let pooled: Result
  /// How many resamples of answers the intervals rest on.
  public let replicates: Int
  /// What the resamples follow from; to be shown with the intervals.
  public let seed: UInt64

  /// Measures agreement.
  ///
  /// - Parameters:
  ///   - codings: In any order; those of other coders, codes or answers are left out.
  ///   - answers: The answers that may be compared, each once.
  ///   - coders: Those compared, at most 64.
  ///   - codes: Those compared.
  ///   - unit: What counts as one judgement.
  ///   - replicates: How many resamples of answers to draw for the intervals; 0 for none.
  ///   - seed: What they follow from: the same seed gives the same intervals on every machine.
  ///   - intervals: What has an interval: every code as well, or all codes stacked alone, which costs much less.
  ///   - tokens: An answer's tokens, in order and without overlap; asked for at unit token only, once for
  ///     each compared answer.
  ///
  /// Cost: linear in answers and codings; for each resample, in answers and in the pairs of an answer and a
  /// code given to it.
  public init<Failure: Error>(
    _ codings: [CoderRange], answers: [AgreementAnswer], coders: [RowID<Coder>], codes: [RowID<Code>],
    unit: AgreementUnit, replicates: Int = 1000, seed: UInt64 = 1, intervals: Intervals = .everyCode,
    tokens: (RowID<Answer>) throws(Failure) -> [TextRange]
  ) throws(Failure) {
    precondition(coders.count <= 64, "at most 64 coders can be compared")
    self.coders = coders
    self.codes = codes
    self.unit = unit
    self.replicates = replicates
    self.seed = seed
    let cases = try AgreementCases(
      codings, answers: answers, coders: coders, codes: codes, unit: unit, tokens: tokens)
    answersCompared = cases.answers.count
    unitsCompared = cases.answers.reduce(0) { $0 + $1.units }

    let judged = coders.indices.map { coder in
      cases.answers.reduce(0) { $1.coders >> UInt64(coder) & 1 == 1 ? $0 + $1.units : $0 }
    }
    let measures = AgreementMeasure.allCases.filter { unit != .answer || $0 != .unitizingAlpha }
    let observed = cases.moments()
    let resampled = Self.resample(
      cases, measures, coders.count, replicates: replicates, seed: seed, intervals: intervals)
    let results = observed.indices.map { place in
      var estimates: [AgreementMeasure: AgreementEstimate] = [:]
      for (at, measure) in measures.enumerated() {
        estimates[measure] = AgreementEstimate(
          value: observed[place].value(of: measure, coderCount: coders.count), resampled: resampled[place][at]
        )
      }
      let isPooled = place == codes.count
      return Result(
        estimates: estimates,
        coded: isPooled
          ? coders.indices.map { coder in cases.coded.reduce(0) { $0 + $1[coder] } } : cases.coded[place],
        judged: isPooled ? judged.map { $0 * codes.count } : judged)
    }
    perCode = Array(results.dropLast())
    pooled = results[codes.count]
  }

  /// Measures agreement on answers or characters, which needs no tokens.
  public init(
    _ codings: [CoderRange], answers: [AgreementAnswer], coders: [RowID<Coder>], codes: [RowID<Code>],
    unit: AgreementUnit, replicates: Int = 1000, seed: UInt64 = 1, intervals: Intervals = .everyCode
  ) {
    self.init(
      codings, answers: answers, coders: coders, codes: codes, unit: unit, replicates: replicates, seed: seed,
      intervals: intervals
    ) { _ in [] }
  }

  /// The mean of a measure over the codes for which it is defined, and how many these are. Not the same as
  /// ``pooled``, in which frequent codes weigh more.
  public func mean(of measure: AgreementMeasure) -> (value: AgreementValue, codes: Int) {
    let values = perCode.compactMap { $0.estimates[measure]?.value.value }
    guard !values.isEmpty else {
      return (
        perCode.lazy.compactMap { $0.estimates[measure]?.value }.first ?? .undefined(.nothingCompared), 0
      )
    }
    return (.value(values.reduce(0, +) / Double(values.count)), values.count)
  }

  /// Each measure's values in each resample, for each code and, last, for all of them.
  private static func resample(
    _ cases: AgreementCases, _ measures: [AgreementMeasure], _ coderCount: Int, replicates: Int, seed: UInt64,
    intervals: Intervals
  ) -> [[[Double?]]] {
    var values = [[[Double?]]](
      repeating: Array(repeating: [], count: measures.count), count: cases.codeCount + 1)
    guard !cases.answers.isEmpty else { return values }
    var random = SplitMix64(seed: seed)
    let pooled = intervals == .pooled ? cases.pooledByAnswer : []
    for _ in 0..<replicates {
      var times = [Double](repeating: 0, count: cases.answers.count)
      for _ in cases.answers { times[random.next(below: cases.answers.count)] += 1 }
      guard intervals == .everyCode else {
        var moments = CodingMoments()
        for (answer, count) in times.enumerated() { moments.add(pooled[answer], times: count) }
        for (at, measure) in measures.enumerated() {
          values[cases.codeCount][at].append(moments.value(of: measure, coderCount: coderCount).value)
        }
        continue
      }
      for (place, moments) in cases.moments(times: times).enumerated() {
        for (at, measure) in measures.enumerated() {
          values[place][at].append(moments.value(of: measure, coderCount: coderCount).value)
        }
      }
    }
    return values
  }
}
