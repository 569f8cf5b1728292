internal import CodingModel

/// The answers compared and what was coded in them, ready to be added up again and again.
///
/// Most codes are absent from most answers. So an answer is kept as if no code were on it, and beside it, for
/// each code on it, what the code changes.
struct AgreementCases {
  /// An answer that two coders or more have gone through.
  struct Answer {
    /// The coders who have, by their place.
    let coders: UInt64
    /// How many units it has.
    let units: Int
    /// What a code adds that is not on it.
    let uncoded: CodingMoments
  }

  let codeCount: Int
  private(set) var answers: [Answer] = []
  /// How many units each coder gave each code to.
  private(set) var coded: [[Int]]
  /// For each code, the answers it is on and what it changes there.
  private var changes: [[(answer: Int, moments: CodingMoments)]]

  init<Failure: Error>(
    _ codings: [CoderRange], answers all: [AgreementAnswer], coders: [RowID<Coder>], codes: [RowID<Code>],
    unit: AgreementUnit, tokens: (RowID<CodingModel.Answer>) throws(Failure) -> [TextRange]
  ) throws(Failure) {
    codeCount = codes.count
    coded = Array(repeating: Array(repeating: 0, count: coders.count), count: codes.count)
    changes = Array(repeating: [], count: codes.count)
    let answerIndex = IdentityIndex(all.map(\.answer))
    let codeIndex = IdentityIndex(codes)
    let coderIndex = IdentityIndex(coders)
    var byAnswer = [[Judgement]](repeating: [], count: all.count)
    for coding in codings {
      guard let answer = answerIndex[coding.answer], let code = codeIndex[coding.code],
        let coder = coderIndex[coding.coder]
      else { continue }
      byAnswer[answer].append(Judgement(code: code, coder: coder, range: coding.range))
    }
    for (place, answer) in all.enumerated() {
      var present: UInt64 = 0
      for case let coder? in answer.seenBy.map({ coderIndex[$0] }) { present |= 1 << UInt64(coder) }
      for judgement in byAnswer[place] { present |= 1 << UInt64(judgement.coder) }
      guard present.nonzeroBitCount >= 2 else { continue }
      let (length, ranges) = try Self.units(of: answer, unit, byAnswer[place], tokens)
      guard length > 0 else { continue }
      add(ranges, coders: present, length: length)
    }
  }

  /// Present or absent, for each code and, last, for all codes stacked, in answers taken `times` over.
  func moments(times: [Double]? = nil) -> [CodingMoments] {
    var uncoded = CodingMoments()
    for (place, answer) in answers.enumerated() { uncoded.add(answer.uncoded, times: times?[place] ?? 1) }
    var pooled = CodingMoments()
    var result: [CodingMoments] = []
    for change in changes {
      var moments = uncoded
      for (place, difference) in change { moments.add(difference, times: times?[place] ?? 1) }
      pooled += moments
      result.append(moments)
    }
    return result + [pooled]
  }

  /// The same for all codes stacked alone, answer by answer: what resampling needs where no code is asked about.
  var pooledByAnswer: [CodingMoments] {
    var result = answers.map { answer in
      var moments = CodingMoments()
      moments.add(answer.uncoded, times: Double(codeCount))
      return moments
    }
    for change in changes { for (place, difference) in change { result[place] += difference } }
    return result
  }

  private mutating func add(_ judgements: [Judgement], coders: UInt64, length: Int) {
    var uncoded = CodingMoments()
    uncoded.add(given: 0, of: coders, times: Double(length))
    uncoded.addSelfPairs(Double(coders.nonzeroBitCount * length))
    answers.append(Answer(coders: coders, units: length, uncoded: uncoded))
    let sorted = judgements.sorted { ($0.code, $0.coder, $0.range) < ($1.code, $1.coder, $1.range) }
    var at = 0
    while at < sorted.count {
      let end = sorted[at...].firstIndex { $0.code != sorted[at].code } ?? sorted.count
      var moments = CodeOnAnswer(sorted[at..<end], coders: coders, length: length)
      moments.sums -= uncoded
      let code = sorted[at].code
      for (coder, count) in moments.coded { coded[code][coder] += count }
      changes[code].append((answers.count - 1, moments.sums))
      at = end
    }
  }

  /// How many units an answer has, and its codings as ranges of units.
  private static func units<Failure: Error>(
    of answer: AgreementAnswer, _ unit: AgreementUnit, _ judgements: [Judgement],
    _ tokens: (RowID<CodingModel.Answer>) throws(Failure) -> [TextRange]
  ) throws(Failure) -> (Int, [Judgement]) {
    switch unit {
    case .answer:
      return (1, judgements.map { $0.on(TextRange(0, 1)) })
    case .character:
      let length = answer.length
      return (
        length, judgements.map { $0.on(TextRange(min($0.range.start, length), min($0.range.end, length))) }
      )
    case .token:
      let tokens = try tokens(answer.answer)
      return (
        tokens.count,
        judgements.map {
          let places = $0.range.isEmpty ? 0..<0 : tokens.places(sharedWith: $0.range)
          return $0.on(TextRange(places.lowerBound, places.upperBound))
        }
      )
    }
  }
}

/// A code on a range of units, by a coder.
struct Judgement {
  let code: Int
  let coder: Int
  let range: TextRange

  func on(_ range: TextRange) -> Judgement { Judgement(code: code, coder: coder, range: range) }
}
