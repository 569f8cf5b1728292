public import CodingModel
import Foundation
import FrenchText
import ProjectStore

/// Settling disagreements: agreed codings, by the coder named `consensus`.
public struct Settling {
  /// What is decided on a code in an answer.
  public enum Decision: Hashable, Sendable {
    /// As this coder did, by name: the same parts, or none.
    case asCoder(String)
    /// The code is not given.
    case notGiven
    /// The text that every coder who gave the code gave it to, or any.
    case common, united
    /// A part of the answer.
    case part(HandCoding.Part)
  }

  /// Which text is agreed on, where all gave a code to parts that differ.
  public enum Extent: String, Sendable, CaseIterable {
    /// What all of them coded.
    case common
    /// What any of them coded.
    case united
  }

  /// What was settled.
  public struct Outcome: Sendable {
    /// The answer.
    public let answer: AnswerName
    /// What the code is called.
    public let code: String
    /// The parts that now carry the agreed code, with their text; none where it is not given.
    public let ranges: [TextRange], segments: [String]
    /// Whether anything changed.
    public let hasChanged: Bool
  }

  /// What was taken over, as all agree on it.
  public struct Agreed: Sendable {
    /// Codings that all agree on, newly given by the consensus.
    public var added = 0
    /// Those that it had already.
    public var identical = 0
    /// Answers on which nothing is left to settle, which the consensus now has gone through.
    public var answers = 0
    /// Disagreements left to settle.
    public var left = 0
  }

  private let study: Study

  /// Settling in a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Settles a code in an answer; what was decided before is replaced, and its memo with it.
  ///
  /// - Parameters:
  ///   - code: a code's name, path or key.
  ///   - answer: `RESPONDENT/QUESTION`.
  ///   - memo: why, kept with the agreed coding, or with the refusal where the code is not given. Where none is given,
  ///     a decision that stays the same keeps its own.
  ///   - isNew: whether the code may be one that nobody gave in this answer.
  ///   - coder: who writes the decision down; see ``Study/currentCoder(_:)``.
  /// - Throws: ``StudyError/nothingDisputed(_:code:coders:)`` where the coders who have gone through the answer do not differ
  ///   on the code and nothing was decided on it; ``StudyError/givenByNobody(_:code:given:)``; ``StudyError/notGoneThrough(_:coder:)``
  ///   where the decision is that of a coder who has taken none; other ``StudyError``, `ActError` for a range out of the answer.
  public func settle(
    _ code: String, _ answer: String, as decision: Decision, memo: String? = nil, isNew: Bool = false,
    coder: String? = nil
  ) throws -> Outcome {
    try study.project.perform(.settle, coder: study.currentCoder(coder)) { act in
      let names = CodeNames(try act.reader.codes())
      let code = try names.code(called: code)
      let (stored, name) = try act.reader.answer(called: answer)
      let ranges = try Self.ranges(decision, code.id, stored, name, act.reader)
      try Self.requireDispute(code.id, stored, name, names, decision, isNew: isNew, act.reader)
      let consensus = try act.coder(CoderChoice.consensus)
      let dropped = try Self.dropContradictions(code.id, stored.id, act)
      let before = try act.reader.codings(.init(codes: [code.id], coders: [consensus], answer: stored.id))
      let held = try act.reader.refusals(on: stored.id).filter { $0.code == code.id && $0.coder == consensus }
      let isSame =
        ranges.isEmpty ? before.isEmpty && !held.isEmpty : held.isEmpty && before.map(\.range) == ranges
      let memo = memo.map(StoredText.normalize).flatMap { $0.isEmpty ? nil : $0 }
      // Why it was decided so before; whatever others noted there is theirs.
      let reasons = try (before.map { .coding($0.id) } + held.map { .refusal($0.id) }).flatMap {
        try act.reader.memos(on: $0)
      }.filter { $0.coder == consensus }
      let keepsMemo = isSame && (memo == nil || reasons.map(\.text) == [memo])
      if !keepsMemo { for reason in reasons { try act.deleteMemo(reason.id) } }
      for coding in before where !ranges.contains(coding.range) { try act.deleteCoding(coding.id) }
      let length = stored.text.scalarCount
      // Taken knowing all of these, it is later than any, whatever the clocks of the machines say.
      let date = Self.date(of: act, after: before.map(\.date) + held.map(\.date) + dropped)
      let isAnew = !keepsMemo || !dropped.isEmpty
      var kept = before.first { ranges.contains($0.range) }?.id
      for range in ranges {
        let added = try act.addCoding(
          code.id, on: stored.id, range, by: consensus, origin: .hand, date: date, length: length)
        kept = kept ?? added
      }
      for coding in before where isAnew && ranges.contains(coding.range) {
        try act.setCoding(
          coding.id, by: consensus, origin: coding.origin, date: date, ruleVersion: coding.ruleVersion)
      }
      var refusal = held.first?.id
      if ranges.isEmpty {
        let all = TextRange(0, length)
        refusal =
          try act.addRefusal(of: code.id, on: stored.id, all, by: consensus, date: date) ?? refusal
        for refusal in held where isAnew { try act.setDate(date, of: refusal.id) }
      } else {
        for refusal in held {
          try act.deleteRefusal(of: code.id, on: stored.id, refusal.range, by: consensus)
        }
      }
      try act.markSeen(stored.id, by: consensus)
      if let memo, !keepsMemo,
        let target: Memo.Target = kept.map({ .coding($0) }) ?? refusal.map({ .refusal($0) })
      {
        _ = try act.addMemo(memo, on: target, by: consensus)
      }
      act.details = [
        "answer": name.description, "code": names.name(of: code.id), "codings": String(ranges.count),
      ]
      return Outcome(
        answer: name, code: names.name(of: code.id), ranges: ranges,
        segments: ranges.map { stored.text.slice($0) ?? "" }, hasChanged: act.hasChanges)
    }.result
  }

  /// Takes away what other decisions on a code in an answer came to be kept beside the consensus in merges.
  ///
  /// - Returns: the dates of what was taken away.
  private static func dropContradictions(
    _ code: RowID<Code>, _ answer: RowID<Answer>, _ act: ActWriter
  ) throws -> [String] {
    var dates: [String] = []
    for second in CodingConflicts.seconds(of: CoderChoice.consensus, try act.reader.coders()) {
      for coding in try act.reader.codings(.init(codes: [code], coders: [second.id], answer: answer)) {
        dates.append(coding.date)
        try act.deleteCoding(coding.id)
      }
      for refusal in try act.reader.refusals(on: answer)
      where refusal.code == code && refusal.coder == second.id {
        dates.append(refusal.date)
        try act.deleteRefusal(of: code, on: answer, refusal.range, by: second.id)
      }
    }
    return dates
  }

  /// The date of an act that replaces things of these dates: its own, or a second after the last of them.
  private static func date(of act: ActWriter, after dates: [String]) -> String {
    guard let last = dates.max(), last >= act.date, let moment = try? Date(last, strategy: .iso8601) else {
      return act.date
    }
    return moment.addingTimeInterval(1).formatted(.iso8601)
  }

  /// Refuses to settle what nobody disputes, and to decide on a code that nobody gave unless that is said: it is as often
  /// a slip as what the coders agreed on when they met.
  private static func requireDispute(
    _ code: RowID<Code>, _ answer: Answer, _ name: AnswerName, _ names: CodeNames, _ decision: Decision,
    isNew: Bool, _ reader: ProjectReader
  ) throws {
    let decisions = try Settlements(reader, on: answer.id)
    guard decisions[answer.id, code] == nil, !decisions.isContradicted(answer.id, code) else { return }
    let coders = try reader.coders()
    let others = Set(
      coders.filter { [CoderChoice.consensus, Study.ruleCoder].contains($0.name) }.map(\.id))
    let codings = try reader.codings(.init(answer: answer.id)).filter { !others.contains($0.coder) }
    let readers = Set(try reader.coders(whoHaveSeen: answer.id)).union(codings.map(\.coder)).subtracting(
      others)
    if case .asCoder(let chosen) = decision {
      let coder = try reader.coder(called: chosen)
      guard others.contains(coder.id) || readers.contains(coder.id) else {
        throw StudyError.notGoneThrough(name, coder: coder.name)
      }
    }
    func isDisputed(_ code: RowID<Code>) -> Bool {
      let sides = readers.map { reader in
        RangeUnion.united(codings.filter { $0.coder == reader && $0.code == code }.map(\.range))
      }
      return Set(sides).count > 1
    }
    if isDisputed(code) { return }
    let given = Set(codings.map(\.code))
    if !given.contains(code), decision != .notGiven, readers.count > 1 {
      if isNew, case .part = decision { return }
      if given.contains(where: isDisputed) {
        let sides = coders.filter { readers.contains($0.id) }.map { coder in
          let codes = Set(codings.filter { $0.coder == coder.id }.map(\.code))
          return StudyError.CodesGiven(
            coder: coder.name,
            codes: names.codes.filter { codes.contains($0.id) }.map { names.name(of: $0.id) })
        }
        throw StudyError.givenByNobody(name, code: names.name(of: code), given: sides)
      }
    }
    throw StudyError.nothingDisputed(name, code: names.name(of: code), coders: readers.count)
  }

  private static func ranges(
    _ decision: Decision, _ code: RowID<Code>, _ answer: Answer, _ name: AnswerName, _ reader: ProjectReader
  ) throws -> [TextRange] {
    func given() throws -> [[TextRange]] {
      let people = try reader.coders().filter {
        $0.name != CoderChoice.consensus && $0.name != Study.ruleCoder
      }
      return try people.map { coder in
        try reader.codings(.init(codes: [code], coders: [coder.id], answer: answer.id)).map(\.range)
      }.filter { !$0.isEmpty }
    }
    switch decision {
    case .notGiven: return []
    case .asCoder(let coder):
      let coder = try reader.coder(called: coder)
      return try reader.codings(.init(codes: [code], coders: [coder.id], answer: answer.id)).map(\.range)
    case .part(let part): return [try HandCoding.locate(part, in: answer.text, name)]
    case .united, .common:
      let given = try given()
      let ranges =
        decision == .united
        ? RangeUnion.united(given.flatMap { $0 })
        : given.dropFirst().reduce(given.first ?? [], RangeUnion.common)
      // Nothing in common is no decision: the code is given or it is not.
      guard !ranges.isEmpty else { throw StudyError.nothingShared(name) }
      return ranges
    }
  }

  /// Takes over, as the consensus, what the coders agree on who have gone through an answer, two of them at least. What
  /// was settled stays as it is.
  ///
  /// - Parameter isDryRun: whether only to say what would be taken over.
  public func settleAgreed(
    _ request: AgreementRequest, extent: Extent = .common, isDryRun: Bool = false, coder: String? = nil
  ) throws -> Agreed {
    let scope = try request.query.map { try study.answers(matching: $0) }
    if isDryRun {
      return try study.project.read { reader in
        let data = try AgreementData(request, scope: scope, reader)
        return try Self.agreed(data, extent, reader).outcome
      }
    }
    return try study.project.perform(.settle, coder: study.currentCoder(coder)) { act in
      let data = try AgreementData(request, scope: scope, act.reader)
      let (found, codings, answers) = try Self.agreed(data, extent, act.reader)
      let consensus = try act.coder(CoderChoice.consensus)
      for coding in codings {
        _ = try act.addCoding(coding.code, on: coding.answer, coding.range, by: consensus, origin: .hand)
      }
      for answer in answers { try act.markSeen(answer, by: consensus) }
      act.details = [
        "agreed": String(codings.count), "coders": data.coders.map(\.name).joined(separator: ", "),
      ]
      return found
    }.result
  }

  /// The parts that all agree on, of those that each gave a code to: theirs where they are the same, else the text that all
  /// or any of them coded; none where somebody gave it to none.
  ///
  /// Where all gave the code and no text is common to them, it is all that they coded: that the answer carries the code is
  /// not disputed, and each of their parts shows why.
  static func agreed(on sides: [[TextRange]], _ extent: Extent) -> [TextRange] {
    guard let first = sides.first, !sides.contains(where: \.isEmpty) else { return [] }
    if sides.dropFirst().allSatisfy({ $0.sorted() == first.sorted() }) { return first }
    let common = extent == .united ? [] : sides.dropFirst().reduce(first, RangeUnion.common)
    return common.isEmpty ? RangeUnion.united(sides.flatMap { $0 }) : common
  }

  private typealias Taken = (answer: RowID<Answer>, code: RowID<Code>, range: TextRange)

  private static func agreed(_ data: AgreementData, _ extent: Extent, _ reader: ProjectReader) throws -> (
    outcome: Agreed, codings: [Taken], answers: [RowID<Answer>]
  ) {
    let judged = JudgedAnswers(data)
    let decisions = try Settlements(reader)
    let seen = try decisions.coder.map { Set(try reader.seenAnswers(by: $0)) } ?? []
    var outcome = Agreed()
    var (codings, answers): ([Taken], [RowID<Answer>]) = ([], [])
    let open = decisions.contradictions { data.isAsked($0, $1) }
    outcome.left = open.values.reduce(0) { $0 + $1.count }
    for (answer, seenBy) in data.answers where seenBy.count > 1 {
      var isSettled = open[answer] == nil
      for code in data.codes where open[answer]?.contains(code) != true {
        guard let sides = judged.sides(of: code, on: answer, seenBy: seenBy) else { continue }
        if let decision = decisions[answer, code] {
          outcome.identical += decision.ranges.count
          continue
        }
        let agreed = judged.isLeftOpen(code, on: answer) ? [] : Self.agreed(on: sides, extent)
        if agreed.isEmpty {
          outcome.left += 1
          isSettled = false
        }
        codings += agreed.map { (answer, code, $0) }
      }
      if isSettled, !seen.contains(answer) { answers.append(answer) }
    }
    outcome.added = codings.count
    outcome.answers = answers.count
    return (outcome, codings, answers)
  }
}
