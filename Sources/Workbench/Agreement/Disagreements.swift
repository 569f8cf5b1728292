import CodingAnalysis
public import CodingModel
import CorpusIndex
import ProjectStore

/// Where coders did not do the same, for the meeting in which that is settled.
public struct Disagreements {
  /// How coders differ on a code in an answer.
  public enum Kind: String, Hashable, Sendable {
    /// Some gave the code and others did not.
    case presence
    /// All gave it, to different parts.
    case extent
    /// Decisions on it that contradict each other came together in a merge.
    case decision
  }

  /// A coded part.
  public struct Segment: Hashable, Sendable {
    /// Where it lies.
    public let range: TextRange
    /// Its text.
    public let text: String
    /// The coding's memo; empty where it has none.
    public let memo: String
  }

  /// What one coder did.
  public struct Side: Hashable, Sendable {
    /// The coder's name.
    public let coder: String
    /// Whether this coder has gone through the answer.
    public let hasSeen: Bool
    /// The parts given the code, by range.
    public let segments: [Segment]
    /// Codes that this coder gave in the same place instead.
    public let instead: [String]
  }

  /// A code in an answer on which coders differ.
  public struct Line: Sendable {
    /// The answer.
    public let answer: AnswerName
    /// The answer's text.
    public let text: String
    /// What the code is called.
    public let code: String
    /// The code's colour.
    public let colour: Colour?
    /// How they differ.
    public let kind: Kind
    /// What each coder did, in the order in which they were named.
    public let sides: [Side]
    /// What was decided; nil where nothing was.
    public let settled: Settlement?
    /// Decisions that contradict each other, where a merge brought such.
    public let contrary: [Settlement]
  }

  /// The disagreements, and what they are out of.
  public struct Outcome: Sendable {
    /// The disagreements asked for, by answer, then in the codebook's order.
    public let lines: [Line]
    /// The coders, as they were named.
    public let coders: [String]
    /// How many answers were compared.
    public let answers: Int
    /// How many disagreements there are, settled or not, and how many of them are settled.
    public let all: Int, settled: Int
    /// Which answers count for each coder.
    public let coverage: [AgreementCoverage]
  }

  private let study: Study

  /// The disagreements of a study's coders.
  public init(_ study: Study) {
    self.study = study
  }

  /// Lists disagreements.
  ///
  /// At unit answer coders differ where one gave a code and another did not; at unit token or character also where they
  /// gave it to different tokens or characters. Where a merge brought decisions that contradict each other, the code is
  /// listed whatever the coders did.
  ///
  /// - Parameter includesSettled: whether those that were settled are listed, too.
  /// - Throws: as ``CoderAgreement/table(_:replicates:seed:)`` does.
  public func find(_ request: AgreementRequest, includesSettled: Bool = false) throws -> Outcome {
    let scope = try request.query.map { try study.answers(matching: $0) }
    let searcher = try request.unit == .token ? study.index().searcher : nil
    return try study.project.read { reader in
      let data = try AgreementData(request, scope: scope, reader)
      guard !data.answers.isEmpty else { throw StudyError.nothingInCommon(coders: data.coders.map(\.name)) }
      let judged = JudgedAnswers(data)
      let decisions = try Settlements(reader)
      let memos = try reader.codingMemos()
      let browser = try AnswerBrowser(reader)
      var (lines, all, settled): ([Line], Int, Int) = ([], 0, 0)
      let open = decisions.contradictions { data.isAsked($0, $1) }
      let seen = Dictionary(uniqueKeysWithValues: data.answers.map { ($0.id, $0.seenBy) })
      let order = data.names.codes.map(\.id)
      for answer in Set(seen.keys).union(open.keys).sorted() {
        let seenBy = seen[answer] ?? []
        let tokens = try seenBy.isEmpty ? nil : searcher?.tokenRanges(of: answer)
        let contradicted = open[answer] ?? []
        let codes =
          contradicted.isSubset(of: data.codes)
          ? data.codes : order.filter { contradicted.contains($0) || data.codes.contains($0) }
        let differing = codes.compactMap { code -> (code: RowID<Code>, kind: Kind)? in
          if contradicted.contains(code) { return (code, .decision) }
          return judged.kind(of: code, on: answer, seenBy: seenBy, request.unit, tokens).map { (code, $0) }
        }
        guard !differing.isEmpty, let (stored, name) = try browser.answer(answer) else { continue }
        let codings = try reader.codings(.init(coders: Set(data.coders.map(\.id)), answer: answer))
        for (code, kind) in differing {
          all += 1
          let decision = decisions[answer, code]
          if decision != nil { settled += 1 }
          guard decision == nil || includesSettled else { continue }
          let places = judged.ranges(of: code, on: answer).values.flatMap { $0 }
          let sides = data.coders.map { coder in
            let mine = codings.filter { $0.coder == coder.id }
            let ranges = judged.ranges(of: code, on: answer)[coder.id] ?? []
            let segments = ranges.map { range in
              let memo = mine.filter { $0.range == range }.compactMap { memos[$0.id] }.joined(separator: "\n")
              return Segment(range: range, text: stored.text.slice(range) ?? "", memo: memo)
            }
            let instead = mine.filter { coding in
              ranges.isEmpty && places.contains { $0.overlaps(coding.range) }
            }.map(\.code)
            return Side(
              coder: coder.name, hasSeen: seenBy.contains(coder.id), segments: segments,
              instead: data.names.codes.map(\.id).filter(instead.contains).map { data.names.name(of: $0) })
          }
          lines.append(
            Line(
              answer: name, text: stored.text, code: data.names.name(of: code),
              colour: data.names[code]?.content.colour, kind: kind, sides: sides, settled: decision,
              contrary: decisions.contrary(answer, code)))
        }
      }
      return Outcome(
        lines: lines, coders: data.coders.map(\.name), answers: data.answers.count, all: all,
        settled: settled,
        coverage: data.coverage)
    }
  }
}

/// What coders gave in the answers compared, by answer and code.
struct JudgedAnswers {
  private struct Place: Hashable {
    let answer: RowID<Answer>
    let code: RowID<Code>
  }

  private var given: [Place: [RowID<Coder>: [TextRange]]] = [:]
  private let seconds: SecondOpinions

  init(_ data: AgreementData) {
    seconds = SecondOpinions(data.coders)
    for coding in data.codings {
      given[Place(answer: coding.answer, code: coding.code), default: [:]][coding.coder, default: []]
        .append(coding.range)
    }
  }

  /// Each coder's ranges of a code on an answer, in order, each once; coders without any are left out.
  func ranges(of code: RowID<Code>, on answer: RowID<Answer>) -> [RowID<Coder>: [TextRange]] {
    (given[Place(answer: answer, code: code)] ?? [:]).mapValues { Set($0).sorted() }
  }

  /// What each of those who have gone through an answer gave a code to; nil where nobody gave it.
  func sides(of code: RowID<Code>, on answer: RowID<Answer>, seenBy: [RowID<Coder>]) -> [[TextRange]]? {
    let given = ranges(of: code, on: answer)
    guard !given.isEmpty else { return nil }
    return seenBy.compactMap { coder in given[coder] ?? (seconds.contains(coder) ? nil : []) }
  }

  /// Whether one of the coders gave a code to parts of an answer that differ between copies: then nothing is agreed on.
  func isLeftOpen(_ code: RowID<Code>, on answer: RowID<Answer>) -> Bool {
    seconds.differ(given[Place(answer: answer, code: code)] ?? [:])
  }

  /// How those who have gone through an answer differ on a code; nil where they do not, at this unit.
  func kind(
    of code: RowID<Code>, on answer: RowID<Answer>, seenBy: [RowID<Coder>], _ unit: AgreementUnit,
    _ tokens: [TextRange]?
  ) -> Disagreements.Kind? {
    guard let sides = sides(of: code, on: answer, seenBy: seenBy) else { return nil }
    let yes = sides.count { !$0.isEmpty }
    if yes > 0, yes < sides.count { return .presence }
    if isLeftOpen(code, on: answer) { return .extent }
    switch unit {
    case .answer: return nil
    case .character: return Set(sides.map(RangeUnion.united)).count > 1 ? .extent : nil
    case .token:
      let places = sides.map { ranges in
        Set((tokens ?? []).indices.filter { at in ranges.contains { $0.overlaps((tokens ?? [])[at]) } })
      }
      return Set(places).count > 1 ? .extent : nil
    }
  }
}
