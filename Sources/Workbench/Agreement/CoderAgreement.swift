public import CodingAnalysis
public import CodingModel
import CorpusIndex
import ProjectStore

/// How far coders agree.
public struct CoderAgreement {
  /// The measures, and all that they must say of themselves.
  public struct Table: Sendable {
    /// Agreement on one code.
    public struct Row: Sendable {
      /// What the code is called.
      public let code: String
      /// The code's colour.
      public let colour: Colour?
      /// The measures.
      public let result: CodingAgreement.Result
    }

    /// Agreement of two of several coders on all codes.
    public struct Pair: Sendable {
      /// The two coders' places among ``Table/coders``.
      public let first: Int, second: Int
      /// How many answers both have gone through, and how many units these have.
      public let answers: Int, units: Int
      /// The measures.
      public let result: CodingAgreement.Result
    }

    /// The coders, as they were named.
    public let coders: [String]
    /// Which answers count for each.
    public let coverage: [AgreementCoverage]
    /// What counted as one judgement.
    public let unit: AgreementUnit
    /// How many answers were compared, and how many units these have.
    public let answers: Int, units: Int
    /// Each code.
    public let rows: [Row]
    /// All judgements of all codes, stacked.
    public let pooled: CodingAgreement.Result
    /// The mean of each measure over the codes for which it is defined, and how many these are.
    public let means: [AgreementMeasure: (value: AgreementValue, codes: Int)]
    /// Every pair, where there are more than two coders.
    public let pairs: [Pair]
    /// The measures that the unit allows, in their order.
    public let measures: [AgreementMeasure]
    /// How many resamples of answers the intervals rest on, and what they follow from.
    public let replicates: Int, seed: UInt64
    /// Whether all answers were taken as gone through by everybody.
    public let countsAll: Bool
  }

  private let study: Study

  /// Agreement in a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Measures agreement.
  ///
  /// - Parameters:
  ///   - replicates: how many resamples to draw for the intervals; 0 for none.
  ///   - seed: what they follow from.
  /// - Throws: ``StudyError/tooFewCoders(least:)``, ``StudyError/nothingInCommon(coders:)`` where no answer was gone
  ///   through by two of them, and what names and queries throw.
  public func table(_ request: AgreementRequest, replicates: Int = 1000, seed: UInt64 = 1) throws -> Table {
    let scope = try request.query.map { try study.answers(matching: $0) }
    let searcher = try request.unit == .token ? study.index().searcher : nil
    return try study.project.read { reader in
      let data = try AgreementData(request, scope: scope, reader)
      guard !data.answers.isEmpty else { throw StudyError.nothingInCommon(coders: data.coders.map(\.name)) }
      let lookUp = try reader.answerLookUp()
      let answers = try data.answers.map { answer in
        let length =
          try request.unit == .character ? lookUp.answer(answer.id)?.answer.text.scalarCount ?? 0 : 1
        return AgreementAnswer(answer: answer.id, length: length, seenBy: answer.seenBy)
      }
      func measured(_ coders: [RowID<Coder>], _ intervals: CodingAgreement.Intervals) throws
        -> CodingAgreement
      {
        try CodingAgreement(
          data.codings, answers: answers, coders: coders, codes: data.codes, unit: request.unit,
          replicates: replicates, seed: seed, intervals: intervals
        ) { try searcher?.tokenRanges(of: $0) ?? [] }
      }
      let all = try measured(data.coders.map(\.id), .everyCode)
      var pairs: [Table.Pair] = []
      if data.coders.count > 2 {
        for first in data.coders.indices {
          for second in data.coders.indices where second > first {
            let pair = try measured([data.coders[first].id, data.coders[second].id], .pooled)
            pairs.append(
              Table.Pair(
                first: first, second: second, answers: pair.answersCompared, units: pair.unitsCompared,
                result: pair.pooled))
          }
        }
      }
      let measures = AgreementMeasure.allCases.filter { all.pooled.estimates[$0] != nil }
      return Table(
        coders: data.coders.map(\.name), coverage: data.coverage, unit: request.unit,
        answers: all.answersCompared, units: all.unitsCompared,
        rows: zip(data.codes, all.perCode).map { code, result in
          Table.Row(code: data.names.name(of: code), colour: data.names[code]?.content.colour, result: result)
        },
        pooled: all.pooled,
        means: Dictionary(uniqueKeysWithValues: measures.map { ($0, all.mean(of: $0)) }), pairs: pairs,
        measures: measures, replicates: replicates, seed: seed, countsAll: request.countsAll)
    }
  }
}
