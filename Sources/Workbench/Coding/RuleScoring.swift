public import CodingAnalysis
public import CodingModel
import CorpusIndex
import ProjectStore

/// How well rules find what a person codes.
///
/// What a rule finds now is compared with what a coder has given by hand or import, on the answers that the coder has gone
/// through: those noted as seen, and those that the coder has coded at all. On others nobody can say whether the rule is
/// right.
public struct RuleScoring {
  /// What is counted.
  public enum Unit: String, Sendable, CaseIterable {
    /// Answers: whether each has the code.
    case answer
    /// Characters (code points): whether each is coded. Those of one segment are not independent, so that there is no
    /// interval.
    case character
  }

  /// The score of one rule.
  public struct Line: Sendable {
    /// What the code is called.
    public let code: String
    /// The code's colour.
    public let colour: Colour?
    /// The counts, with precision and recall.
    public let score: RetrievalScore
    /// Its rule.
    public let rule: String
  }

  /// The scores and what they rest on.
  public struct Table: Sendable {
    /// A line a code with a rule, in the codebook's order.
    public let lines: [Line]
    /// All codes taken together: their counts added up.
    public let total: RetrievalScore
    /// The coder whose codings are taken for right.
    public let coder: String
    /// What is counted.
    public let unit: Unit
    /// How many answers the comparison is made on, and of how many in all.
    public let answers: Int, allAnswers: Int
  }

  private let study: Study

  /// Scoring the rules of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Scores the rules of these codes, or of every code with one.
  ///
  /// - Parameters:
  ///   - coder: whose codings are right, by name; nil for the one there is beside the rules, or the consensus.
  ///   - query: only on answers that this query finds.
  /// - Throws: ``StudyError/coderNeeded(coders:)``, ``StudyError/noRule(name:)``, ``StudyError/nothingToDo(_:)`` where the
  ///   coder has gone through no such answer, `QueryError`, `ProjectError`.
  public func table(
    codes: [String] = [], coder: String? = nil, unit: Unit = .answer, extent: Autocoding.Extent = .sentence,
    query: String? = nil
  ) throws -> Table {
    let person = try study.project.read { try Self.coder(coder, $0) }
    let (names, proposals) = try Autocoding(study).proposals(of: codes, extent)
    let scope = try query.map { Set(try study.answers(matching: $0)) }
    return try study.project.read { reader in
      var base: Set<RowID<Answer>> = Set(try reader.seenAnswers(by: person.id))
      var given: [RowID<Code>: AnswerRanges] = [:]
      try reader.forEachCoding(.init(coders: [person.id])) { coding in
        guard coding.origin != .rule else { return }
        base.insert(coding.answer)
        given[coding.code, default: AnswerRanges()].append(coding.answer, coding.range)
      }
      if let scope { base.formIntersection(scope) }
      guard !base.isEmpty else { throw StudyError.nothingToDo(.codings) }
      let lengths = try unit == .answer ? [:] : Self.lengths(of: base, reader)
      let lines = proposals.map { code, ranges in
        Line(
          code: names.name(of: code.id), colour: code.content.colour,
          score: Self.score(ranges, given[code.id] ?? AnswerRanges(), base, unit, lengths),
          rule: code.content.rule ?? ""
        )
      }
      let total = RetrievalScore(
        both: lines.reduce(0) { $0 + $1.score.both }, foundOnly: lines.reduce(0) { $0 + $1.score.foundOnly },
        missed: lines.reduce(0) { $0 + $1.score.missed })
      return Table(
        lines: lines, total: total, coder: person.name, unit: unit, answers: base.count,
        allAnswers: try reader.answerCount())
    }
  }

  private static func coder(_ name: String?, _ reader: ProjectReader) throws -> Coder {
    if let name { return try reader.coder(called: name) }
    var given: Set<RowID<Coder>> = []
    for counts in try reader.coderCounts() where counts.origin != .rule { given.insert(counts.coder) }
    let candidates = try reader.coders().filter { given.contains($0.id) }
    if let consensus = candidates.first(where: { $0.name == CoderChoice.consensus }) { return consensus }
    guard let only = candidates.first else { throw StudyError.nothingToDo(.codings) }
    guard candidates.count == 1 else { throw StudyError.coderNeeded(coders: candidates.map(\.name)) }
    return only
  }

  private static func lengths(of answers: Set<RowID<Answer>>, _ reader: ProjectReader) throws -> [RowID<
    Answer
  >: Int] {
    var lengths: [RowID<Answer>: Int] = [:]
    for answer in answers { lengths[answer] = try reader.answer(answer)?.text.scalarCount ?? 0 }
    return lengths
  }

  private static func score(
    _ found: AnswerRanges, _ wanted: AnswerRanges, _ base: Set<RowID<Answer>>,
    _ unit: Unit, _ lengths: [RowID<Answer>: Int]
  ) -> RetrievalScore {
    var (both, foundOnly, missed) = (0, 0, 0)
    for answer in Set(found.answers).union(wanted.answers) where base.contains(answer) {
      let (foundRanges, wantedRanges) = (found[answer], wanted[answer])
      switch unit {
      case .answer:
        if foundRanges.isEmpty {
          missed += 1
        } else if wantedRanges.isEmpty {
          foundOnly += 1
        } else {
          both += 1
        }
      case .character:
        let length = lengths[answer] ?? 0
        let (one, other) = (covered(foundRanges, length), covered(wantedRanges, length))
        let shared = one.reduce(0) { sum, range in
          sum + other.reduce(0) { $0 + ($1.intersection(range)?.length ?? 0) }
        }
        both += shared
        foundOnly += one.reduce(0) { $0 + $1.length } - shared
        missed += other.reduce(0) { $0 + $1.length } - shared
      }
    }
    return RetrievalScore(both: both, foundOnly: foundOnly, missed: missed)
  }

  /// What ranges cover of an answer, as ranges that share nothing.
  private static func covered(_ ranges: [TextRange], _ length: Int) -> [TextRange] {
    var covered: [TextRange] = []
    for range in ranges.sorted() where range.start < length {
      let range = TextRange(range.start, min(range.end, length))
      if let last = covered.last, range.start <= last.end {
        covered[covered.count - 1] = TextRange(last.start, max(last.end, range.end))
      } else {
        covered.append(range)
      }
    }
    return covered
  }
}
