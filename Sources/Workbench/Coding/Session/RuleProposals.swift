import CodingModel
import CorpusIndex
import ProjectStore

/// A rule that cannot be applied.
public struct WrongRule: Sendable {
  /// What its code is called.
  public let code: String
  /// What is wrong with it: a `QueryError`.
  public let problem: any Error & Sendable
}

/// What codes' rules propose on the answers of a list: searched once, looked up answer by answer.
///
/// Rules that refer to codings see those of the moment of the search.
struct RuleProposals {
  /// The codes with their rules, as they were when the rules were searched.
  let rules: [RowID<Code>: String]
  private let codes: [RowID<Code>]
  private let found: [RowID<Code>: AnswerRanges]
  /// The codes whose rules cannot be applied, and why.
  let wrong: [WrongRule]

  /// Searches the rules of all codes that have one. Not to be made while reading.
  init(_ names: CodeNames, on answers: [RowID<Answer>], _ study: Study) throws {
    rules = Self.rules(names)
    let withRule = names.codes.filter { $0.content.rule != nil }
    codes = withRule.map(\.id)
    var sight = RuleSight(applied: Set(codes))
    var wrong: [WrongRule] = []
    let scope = AnswerSet(answers)
    for (index, code) in RuleOrder.order(withRule, names).enumerated() {
      do {
        sight.found[code.id] = try RuleReach(study).ranges(of: code, names, sight, in: scope)
      } catch StudyError.badRule(let code, let problem) {
        wrong.append(WrongRule(code: code, problem: problem))
      }
      study.progress?(.applyingRules, Double(index + 1) / Double(codes.count))
    }
    found = sight.found
    self.wrong = wrong
  }

  static func rules(_ names: CodeNames) -> [RowID<Code>: String] {
    Dictionary(
      uniqueKeysWithValues: names.codes.compactMap { code in code.content.rule.map { (code.id, $0) } })
  }

  /// What is proposed to a coder on an answer: what rules find, without what the coder has given the same code,
  /// even in part, or refused. By code in the codebook's order, then by range.
  func proposals(
    on answer: Answer, to coder: RowID<Coder>?, codings: [Coding], refusals: [Refusal]
  ) -> [(code: RowID<Code>, range: TextRange)] {
    let length = answer.text.scalarCount
    var proposals: [(code: RowID<Code>, range: TextRange)] = []
    for code in codes {
      for range in found[code]?[answer.id] ?? [] {
        let range = TextRange(min(range.start, length), min(range.end, length))
        let isCoded = codings.contains { $0.code == code && $0.coder == coder && $0.range.overlaps(range) }
        let isRefused = refusals.contains { $0.code == code && $0.coder == coder && $0.range.overlaps(range) }
        if !range.isEmpty, !isCoded, !isRefused { proposals.append((code, range)) }
      }
    }
    return proposals
  }
}
