import CodingAnalysis
public import CodingModel
import CorpusIndex
import ProjectStore

/// One coding for every answer and code, as a team publishes it: what was settled; else what all who went through the answer
/// agree on; else what the only one who went through it gave. What is disputed and not settled is left out and told.
public struct FinalCoding {
  /// Why a coding counts.
  public enum Basis: String, Sendable, CaseIterable {
    /// It was settled.
    case consensus
    /// All who went through the answer agree on it.
    case agreed
    /// One coder alone went through the answer.
    case single
  }

  /// A coding that counts.
  public struct Line: Sendable {
    /// The answer.
    public let answer: AnswerName
    /// What the code is called.
    public let code: String
    /// The part.
    public let range: TextRange
    /// Why it counts.
    public let basis: Basis
    /// Who gave it: the consensus, or those who went through the answer.
    public let coders: [String]
    /// Why it was so decided; empty but for the consensus.
    public let memo: String
  }

  /// What a file of these codings is of.
  public struct Outcome: Sendable {
    /// The codings, by answer, then in the codebook's order, then by range.
    public internal(set) var lines: [Line] = []
    /// The coders whose codings were put together.
    public let coders: [String]
    /// Codes in answers that are disputed and not settled: none of them is among the lines.
    public internal(set) var disputed = 0
    /// Answers that nobody went through, and on which nothing was decided.
    public internal(set) var unread = 0
    /// All answers asked about.
    public internal(set) var answers = 0
  }

  /// The name that the codings carry in a file.
  public static let coder = "final"

  private let study: Study

  /// The final coding of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Puts the codings together. Cost: linear in answers and codings.
  ///
  /// - Parameters:
  ///   - coders: whose codings, by name; where empty, those of all but the rules and earlier final ones.
  ///   - query: only answers that this query finds.
  ///   - extent: which text counts where all gave a code, to parts that differ.
  public func run(
    coders: [String] = [], query: String? = nil, extent: Settling.Extent = .common
  ) throws -> Outcome {
    let scope = try query.map { try study.answers(matching: $0) }
    return try study.project.read { reader in
      let all = try reader.coders()
      let allNames = Set(all.map(\.name))
      let people =
        try coders.isEmpty
        ? all.filter { !Study.roles.contains(CodingConflicts.family($0.name, among: allNames).base) }
        : coders.map { try reader.coder(called: $0) }
      let names = CodeNames(try reader.codes())
      let decisions = try Settlements(reader)
      var given: [RowID<Answer>: [RowID<Code>: [RowID<Coder>: [TextRange]]]] = [:]
      try reader.forEachCoding(.init(coders: Set(people.map(\.id)))) {
        given[$0.answer, default: [:]][$0.code, default: [:]][$0.coder, default: []].append($0.range)
      }
      // What lost its place in a merge is told as its coder's other opinion, not as another reader's silence.
      let seconds = SecondOpinions(people)
      let goneThrough = try people.map { AnswerSet(try reader.answersGoneThrough(by: $0.id)) }
      let questions = Dictionary(uniqueKeysWithValues: try reader.questions().map { ($0.id, $0.name) })
      var outcome = Outcome(coders: people.map(\.name))
      var answers: [RowID<Answer>] = []
      try reader.forEachAnswerKey { answer, _, _ in answers.append(answer) }
      for answer in answers where scope?.contains(answer) ?? true {
        outcome.answers += 1
        let readers = zip(people, goneThrough).filter { $0.1.contains(answer) }.map(\.0)
        let codings = given[answer] ?? [:]
        var lines: [(code: RowID<Code>, ranges: [TextRange], basis: Basis, memo: String)] = []
        var isDecided = false
        for code in names.codes {
          if decisions.isContradicted(answer, code.id) {
            isDecided = true
            outcome.disputed += 1
          } else if let decision = decisions[answer, code.id] {
            isDecided = true
            lines.append((code.id, decision.ranges, .consensus, decision.memo))
          } else if let sides = codings[code.id] {
            let asked = readers.filter { !seconds.contains($0.id) || sides[$0.id] != nil }
            let ranges =
              seconds.differ(sides) ? [] : Settling.agreed(on: asked.map { sides[$0.id] ?? [] }, extent)
            if ranges.isEmpty { outcome.disputed += 1 }
            let persons = Set(asked.map { seconds.person($0.id) })
            lines.append((code.id, ranges, persons.count > 1 ? .agreed : .single, ""))
          }
        }
        if readers.isEmpty, !isDecided { outcome.unread += 1 }
        guard lines.contains(where: { !$0.ranges.isEmpty }), let stored = try reader.answer(answer) else {
          continue
        }
        let name = try reader.nameOfAnswer(stored, questions)
        for line in lines {
          for range in line.ranges.sorted() {
            outcome.lines.append(
              Line(
                answer: name, code: names.name(of: line.code), range: range, basis: line.basis,
                coders: line.basis == .consensus
                  ? [CoderChoice.consensus] : readers.filter { !seconds.contains($0.id) }.map(\.name),
                memo: line.memo))
          }
        }
      }
      return outcome
    }
  }
}
