import CodingAnalysis
import CodingModel
import Testing

@Suite("Agreement of coders on codes")
struct CodingAgreementTests {
  static let coders = [RowID<Coder>(1), RowID<Coder>(2)]
  static let code = RowID<Code>(1)

  private func coding(_ answer: Int64, _ coder: Int64, _ start: Int, _ end: Int, code: Int64 = 1)
    -> CoderRange
  {
    CoderRange(answer: RowID(answer), code: RowID(code), coder: RowID(coder), range: TextRange(start, end))
  }

  private func answer(_ id: Int64, _ length: Int = 100, seenBy: [Int64] = [1, 2]) -> AgreementAnswer {
    AgreementAnswer(answer: RowID(id), length: length, seenBy: seenBy.map { RowID($0) })
  }

  @Test(
    "characters: the worked cases of kappa",
    arguments: [
      (100, [(0, 50)], [(25, 75)], 0.0), (100, [(0, 50)], [(50, 100)], -1.0),
      (1000, [(0, 10)], [(0, 9)], 0.9469), (100, [(0, 40), (20, 60)], [], 0.0),
    ])
  func workedCases(length: Int, first: [(Int, Int)], second: [(Int, Int)], kappa: Double) throws {
    let codings = first.map { coding(1, 1, $0.0, $0.1) } + second.map { coding(1, 2, $0.0, $0.1) }
    let agreement = CodingAgreement(
      codings, answers: [answer(1, length)], coders: Self.coders, codes: [Self.code], unit: .character,
      replicates: 0)
    #expect(abs(try #require(agreement.perCode[0].estimates[.cohenKappa]?.value.value) - kappa) < 0.00005)
    #expect(agreement.pooled.estimates == agreement.perCode[0].estimates)
    #expect(agreement.unitsCompared == length)
  }

  @Test("a coder who gave the code nowhere beside one who did is named")
  func constantCoder() {
    let agreement = CodingAgreement(
      [coding(1, 1, 0, 40), coding(1, 1, 20, 60)], answers: [answer(1)], coders: Self.coders,
      codes: [Self.code], unit: .character, replicates: 0)
    #expect(agreement.perCode[0].coded == [60, 0])
    #expect(agreement.perCode[0].judged == [100, 100])
    #expect(agreement.perCode[0].constantCoders == [1])
  }

  @Test("only answers that two coders have gone through are compared")
  func subset() throws {
    // Forty answers seen by the first coder, ten of them by the second, who agrees on nine.
    let codings =
      (0..<20).map { coding(Int64($0 * 2), 1, 0, 5) } + (0..<4).map { coding(Int64($0 * 2), 2, 3, 9) }
    let answers = (0..<40).map { answer(Int64($0), 20, seenBy: $0 < 10 ? [1, 2] : [1]) }
    let agreement = CodingAgreement(
      codings, answers: answers, coders: Self.coders, codes: [Self.code], unit: .answer, replicates: 0)
    #expect(agreement.answersCompared == 10)
    let result = agreement.perCode[0]
    #expect(agree(result.estimates[.percent]?.value.value, 0.9))
    // Po 0.9, Pe 0.5 x 0.4 + 0.5 x 0.6.
    #expect(agree(result.estimates[.cohenKappa]?.value.value, 0.8))
    #expect(result.coded == [5, 4])
    #expect(result.estimates[.unitizingAlpha] == nil)
  }

  @Test("whoever coded an answer has gone through it")
  func codedIsSeen() {
    let agreement = CodingAgreement(
      [coding(1, 1, 0, 5), coding(1, 2, 0, 5)], answers: [answer(1, seenBy: [])], coders: Self.coders,
      codes: [Self.code], unit: .answer, replicates: 0)
    #expect(agreement.answersCompared == 1)
    #expect(agreement.perCode[0].estimates[.percent]?.value == .value(1))
    #expect(agreement.perCode[0].estimates[.cohenKappa]?.value == .undefined(.chanceAgreementIsOne))
  }

  @Test("a token is coded where any part of it is")
  func tokens() {
    let tokens = [TextRange(0, 4), TextRange(5, 9), TextRange(10, 14), TextRange(14, 15)]
    let agreement = CodingAgreement(
      [coding(1, 1, 3, 6), coding(1, 2, 5, 9), coding(1, 2, 9, 10)], answers: [answer(1, 15)],
      coders: Self.coders, codes: [Self.code], unit: .token, replicates: 0
    ) { _ in tokens }
    #expect(agreement.perCode[0].coded == [2, 1])
    #expect(agreement.unitsCompared == 4)
    #expect(agree(agreement.perCode[0].estimates[.percent]?.value.value, 0.75))
  }

  @Test("pooled agreement stacks the judgements, the mean takes each code alike")
  func pooled() throws {
    // Code 1: agreed on answers 0 and 1 of 4. Code 2: once by one coder only.
    let codings = [
      coding(0, 1, 0, 1), coding(0, 2, 0, 1), coding(1, 1, 0, 1), coding(1, 2, 0, 1),
      coding(2, 1, 0, 1, code: 2),
    ]
    let agreement = CodingAgreement(
      codings, answers: (0..<4).map { answer($0) }, coders: Self.coders,
      codes: [RowID(1), RowID(2), RowID(3)],
      unit: .answer, replicates: 0)
    #expect(
      agreement.perCode.map { $0.estimates[.cohenKappa]?.value } == [
        .value(1), .value(0), .undefined(.chanceAgreementIsOne),
      ])
    let mean = agreement.mean(of: .cohenKappa)
    #expect(mean.value == .value(0.5))
    #expect(mean.codes == 2)
    // Stacked: 12 judgements, 2 both, 1 by the first only: Po 11/12, Pe (3 x 2 + 9 x 10) / 144.
    #expect(
      agree(agreement.pooled.estimates[.cohenKappa]?.value.value, (11.0 / 12 - 96.0 / 144) / (48.0 / 144)))
    #expect(agreement.pooled.judged == [12, 12])
    #expect(agreement.pooled.coded == [3, 2])
  }

  @Test("nothing compared, no codes, no coders")
  func edges() {
    let none = CodingAgreement(
      [], answers: [answer(1, seenBy: [1])], coders: Self.coders, codes: [Self.code], unit: .character)
    #expect(none.perCode[0].estimates[.percent]?.value == .undefined(.nothingCompared))
    #expect(none.mean(of: .percent).value == .undefined(.nothingCompared))
    let noCodes = CodingAgreement([], answers: [answer(1)], coders: Self.coders, codes: [], unit: .answer)
    #expect(noCodes.perCode.isEmpty)
    #expect(noCodes.mean(of: .percent).codes == 0)
    let emptyText = CodingAgreement(
      [coding(1, 1, 0, 0)], answers: [answer(1, 0)], coders: Self.coders, codes: [Self.code], unit: .character
    )
    #expect(emptyText.answersCompared == 0)
  }

  @Test("intervals hold the value, follow from the seed, and are the same in any order of the codings")
  func intervals() throws {
    var random = SplitMix64(seed: 5)
    var codings: [CoderRange] = []
    for id in 0..<60 where random.next(below: 3) > 0 {
      let start = random.next(below: 50)
      codings.append(coding(Int64(id), 1, start, start + 20))
      if random.next(below: 4) > 0 {
        codings.append(coding(Int64(id), 2, start + random.next(below: 5), start + 22))
      }
    }
    func measure(_ codings: [CoderRange], seed: UInt64) -> CodingAgreement.Result {
      CodingAgreement(
        codings, answers: (0..<60).map { answer($0) }, coders: Self.coders, codes: [Self.code],
        unit: .character,
        replicates: 200, seed: seed
      ).perCode[0]
    }
    let result = measure(codings, seed: 1)
    for estimate in result.estimates.values {
      let (value, interval) = (try #require(estimate.value.value), try #require(estimate.interval))
      #expect(interval.lower < value && value < interval.upper)
    }
    #expect(measure(codings.reversed(), seed: 1) == result)
    #expect(measure(codings, seed: 2) != result)
  }

  @Test("every measure and unit equals slow ratings unit by unit on random codings", arguments: 0..<40)
  func slowRatings(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let coderCount = 2 + random.next(below: 3)
    let coders = (0..<coderCount).map { RowID<Coder>(Int64($0)) }
    let codes = [RowID<Code>(1), RowID<Code>(2)]
    let answers = (0..<4).map { id in
      answer(
        Int64(id), 10 + random.next(below: 20),
        seenBy: (0..<Int64(coderCount)).filter { _ in random.next(below: 4) > 0 })
    }
    let codings = (0..<random.next(below: 25)).map { _ in
      let start = random.next(below: 12)
      return coding(
        Int64(random.next(below: 4)), Int64(random.next(below: coderCount)), start,
        start + random.next(below: 8), code: Int64(1 + random.next(below: 2)))
    }
    for unit in AgreementUnit.allCases {
      let agreement = CodingAgreement(
        codings, answers: answers, coders: coders, codes: codes, unit: unit, replicates: 0
      ) { id in Self.tokens(of: answers[Int(id.value)].length) }
      let slow = codes.map { code in Self.ratings(codings, answers, coders, code, unit) }
      let pooled = NominalRatings(units: slow.flatMap { $0 }, coderCount: coderCount, categoryCount: 2)
      for (result, ratings) in zip(
        agreement.perCode + [agreement.pooled],
        slow.map { NominalRatings(units: $0, coderCount: coderCount, categoryCount: 2) } + [pooled])
      {
        for measure in AgreementMeasure.allCases where measure != .unitizingAlpha {
          let (fast, slow) = (result.estimates[measure]?.value, ratings.value(of: measure))
          if let value = slow.value {
            #expect(agree(fast?.value, value, within: 1e-9), "\(unit), \(measure)")
          } else {
            #expect(fast == slow, "\(unit), \(measure)")
          }
        }
      }
    }
  }

  @Test("alpha of segments over answers is that of one continuum, answer after answer", arguments: 0..<20)
  func continuum(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var codings: [CoderRange] = []
    var whole: [[UnitizedSegment]] = [[], []]
    for id in 0..<5 {
      for coder in 0..<2 {
        var at = random.next(below: 10)
        while at < 40 {
          let end = min(45, at + 1 + random.next(below: 10))
          codings.append(coding(Int64(id), Int64(coder + 1), at, end))
          whole[coder].append(UnitizedSegment(range: TextRange(id * 50 + at, id * 50 + end), category: 0))
          at = end + random.next(below: 12)
        }
      }
    }
    let agreement = CodingAgreement(
      codings, answers: (0..<5).map { answer(Int64($0), 50) }, coders: Self.coders, codes: [Self.code],
      unit: .character, replicates: 0)
    let expected = try #require(UnitizingAlpha.revised(whole, length: 250).value)
    #expect(agree(agreement.perCode[0].estimates[.unitizingAlpha]?.value.value, expected))
  }

  @Test("intervals of all codes alone are those that come with every code's", arguments: 0..<10)
  func pooledIntervals(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let codings = (0..<120).map { _ in
      coding(
        Int64(random.next(below: 30)), Int64(1 + random.next(below: 3)), random.next(below: 40),
        40 + random.next(below: 40), code: Int64(1 + random.next(below: 4)))
    }
    let coders = (1...3).map { RowID<Coder>(Int64($0)) }
    let codes = (1...4).map { RowID<Code>(Int64($0)) }
    func measure(_ intervals: CodingAgreement.Intervals) -> CodingAgreement {
      CodingAgreement(
        codings, answers: (0..<30).map { answer(Int64($0), 90, seenBy: [1, 2]) }, coders: coders,
        codes: codes,
        unit: .character, replicates: 60, seed: 9, intervals: intervals)
    }
    let (every, pooled) = (measure(.everyCode), measure(.pooled))
    for (measure, estimate) in every.pooled.estimates {
      let other = try #require(pooled.pooled.estimates[measure])
      #expect(other.value == estimate.value)
      #expect(
        agree(other.interval?.lower, estimate.interval?.lower ?? .nan, within: 1e-9)
          || estimate.interval == nil)
      #expect(
        agree(other.interval?.upper, estimate.interval?.upper ?? .nan, within: 1e-9)
          || estimate.interval == nil)
    }
    #expect(
      pooled.perCode.map { $0.estimates[.percent]?.value }
        == every.perCode.map { $0.estimates[.percent]?.value })
    #expect(pooled.perCode.allSatisfy { $0.estimates.values.allSatisfy { $0.interval == nil } })
  }

  private static func tokens(of length: Int) -> [TextRange] {
    stride(from: 0, to: length, by: 5).map { TextRange($0, min(length, $0 + 4)) }
  }

  /// Present (1), absent (0) or not seen (nil), for every unit of every answer.
  private static func ratings(
    _ codings: [CoderRange], _ answers: [AgreementAnswer], _ coders: [RowID<Coder>], _ code: RowID<Code>,
    _ unit: AgreementUnit
  ) -> [[Int?]] {
    answers.flatMap { answer in
      let here = codings.filter { $0.answer == answer.answer }
      let units =
        switch unit {
        case .answer: [TextRange(0, 1000)]
        case .token: tokens(of: answer.length)
        case .character: (0..<answer.length).map { TextRange($0, $0 + 1) }
        }
      return units.map { part in
        coders.map { coder -> Int? in
          let mine = here.filter { $0.coder == coder }
          guard answer.seenBy.contains(coder) || !mine.isEmpty else { return nil }
          return mine.contains { $0.code == code && (unit == .answer || $0.range.overlaps(part)) } ? 1 : 0
        }
      }
    }
  }
}
