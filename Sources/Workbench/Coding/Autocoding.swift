public import CodingModel
import CorpusIndex
import ProjectStore
import QueryLanguage

/// Applying codes' rules.
///
/// A rule is a query; what it finds is coded by the coder named ``Study/ruleCoder``, with origin `rule`.
/// Running it again changes nothing, and after a rule, the answers or the codings it refers to have changed,
/// only the difference: codings that the rule no longer makes are taken away. Codings made by people are
/// never touched, and neither are those of codes that have lost their rule.
///
/// A rule that refers to codes sees what people have coded and what the rules of these codes find now; to
/// `uncoded` and `coder:`, codings by rule are nothing. What rules do so depends on texts, people's codings and
/// rules alone, not on what rules did before.
///
/// What somebody has refused is not coded: no proposal that lies within a refused range. Each coding carries the version of
/// the rule that made it, and keeps it as long as later versions find the same segment. A version is recorded when it is
/// first applied, also where it adds no coding.
public struct Autocoding {
  /// How much around a hit is coded.
  public enum Extent: String, Sendable, CaseIterable {
    /// The sentences that hold hits, each as a segment; those that one hit reaches into as one.
    case sentence
    /// The whole answer.
    case answer
    /// The hit alone.
    case hit
  }

  /// What applying one code's rule does or would do.
  public struct Line: Sendable {
    /// What the code is called.
    public let code: String
    /// The code's colour.
    public let colour: Colour?
    /// Its rule.
    public let rule: String
    /// Answers that the rule finds.
    public let answers: Int
    /// The number of this wording among those of the code's rule that have been applied: one more than the last where it
    /// is new.
    public let version: Int
    /// The number of the wording that was the last to be new; nil where none has been applied.
    public let lastVersion: Int?
    /// Whether this wording had not been applied yet.
    public let isNew: Bool
    /// Codings added, taken away, and there already.
    public let added: Int, removed: Int, kept: Int
    /// Proposals that are not coded since they were refused.
    public let refused: Int
    /// Answers found that people have given this code by hand or import, too.
    public let alsoByHand: Int
    /// Some of the segments that are added and taken away, for a look before anything is stored.
    public let samples: [Sample]

    /// Whether the rule is another one than when the codings were made: it is new, or an earlier one that is back and
    /// still changes something.
    public var hasChangedRule: Bool {
      guard let lastVersion, lastVersion != version else { return false }
      return isNew || added + removed > 0
    }
  }

  /// A segment that is added or taken away.
  public struct Sample: Sendable {
    /// Whether it is added.
    public let isAdded: Bool
    /// The answer.
    public let answer: AnswerName
    /// Where in it.
    public let range: TextRange
    /// The text.
    public let segment: String
  }

  private let study: Study

  /// Autocoding in a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Applies the rules of the codes named, or of every code with one, as one act.
  ///
  /// - Parameters:
  ///   - codes: names of codes; empty for all.
  ///   - extent: how much around a hit is coded. A rule of filters alone always codes whole answers.
  ///   - isDryRun: only says what would be done.
  ///   - samples: how many of the segments added, and how many of those taken away, to show of each code.
  /// - Throws: ``StudyError/noRule(name:)``, ``StudyError/badRule(code:underlying:)``, `ProjectError`.
  public func run(
    codes wanted: [String] = [], extent: Extent = .sentence, isDryRun: Bool = false, samples: Int = 0
  ) throws -> [Line] {
    let (names, proposals) = try proposals(of: wanted, extent)
    if isDryRun {
      return try study.project.read { reader in
        let coder = try reader.coders().first { $0.name == Study.ruleCoder }?.id
        return try proposals.map { try line($0.code, $0.ranges, coder, names, samples, reader, nil) }
      }
    }
    return try study.project.perform(.autocode, coder: Study.ruleCoder) { act in
      var coder = try act.reader.coders().first { $0.name == Study.ruleCoder }?.id
      if coder == nil && proposals.contains(where: { !$0.ranges.isEmpty }) {
        coder = try act.coder(Study.ruleCoder)
      }
      let lines = try proposals.map { try line($0.code, $0.ranges, coder, names, samples, act.reader, act) }
      act.details = Self.details(lines)
      return lines
    }.result
  }

  /// What the history says of an act: of one code its name and the version applied, of several how many rules had changed.
  private static func details(_ lines: [Line]) -> [String: String] {
    var details = [
      "codes": String(lines.count), "added": String(lines.reduce(0) { $0 + $1.added }),
      "removed": String(lines.reduce(0) { $0 + $1.removed }),
    ]
    if lines.count == 1, let line = lines.first {
      details["code"] = line.code
      details["version"] = String(line.version)
    }
    let changed = lines.count { $0.hasChangedRule }
    if lines.count > 1, changed > 0 { details["changed"] = String(changed) }
    return details
  }

  /// What the rules of codes find: the codes named, or every one with a rule, each with ranges to code.
  ///
  /// A range may reach beyond its answer's end: it means the rest of it then.
  func proposals(of wanted: [String], _ extent: Extent) throws -> (
    names: CodeNames, proposals: [(code: Code, ranges: AnswerRanges)]
  ) {
    let names = CodeNames(try study.project.read { try $0.codes() })
    var codes = try names.codes(called: wanted)
    if let code = codes.first(where: { $0.content.rule == nil }) {
      throw StudyError.noRule(name: names.name(of: code.id))
    }
    if codes.isEmpty { codes = names.codes.filter { $0.content.rule != nil } }
    guard !codes.isEmpty else { throw StudyError.noRule(name: nil) }
    var sight = RuleSight(applied: Set(codes.map(\.id)))
    for (index, code) in RuleOrder.order(codes, names).enumerated() {
      sight.found[code.id] = try RuleReach(study, extent).ranges(of: code, names, sight)
      study.progress?(.applyingRules, Double(index + 1) / Double(codes.count))
    }
    return (names, codes.map { ($0, sight.found[$0.id] ?? AnswerRanges()) })
  }

  private func line(
    _ code: Code, _ found: AnswerRanges, _ coder: RowID<Coder>?, _ names: CodeNames,
    _ samples: Int,
    _ reader: ProjectReader, _ act: ActWriter?
  ) throws -> Line {
    let questions = Dictionary(uniqueKeysWithValues: try reader.questions().map { ($0.id, $0.name) })
    var stored: [RowID<Answer>: [TextRange: RowID<Coding>]] = [:]
    var taken: [RowID<Answer>: Set<TextRange>] = [:]
    var byHand: Set<RowID<Answer>> = []
    try reader.forEachCoding(.init(codes: [code.id])) { coding in
      if coding.origin == .rule && coding.coder == coder {
        stored[coding.answer, default: [:]][coding.range] = coding.id
      } else {
        byHand.insert(coding.answer)
        // A person may have coded in the rules' name; a coding is there only once.
        if coding.coder == coder { taken[coding.answer, default: []].insert(coding.range) }
      }
    }
    var (added, removed, kept, refused) = (0, 0, 0, 0)
    var samples = Samples(limit: samples, questions: questions, reader: reader)
    let versions = try reader.ruleVersions().filter { $0.code == code.id }
    let rule = code.content.rule ?? ""
    let number = versions.first { $0.rule.utf8.elementsEqual(rule.utf8) }?.number
    let version = try act?.ruleVersion(rule, of: code.id)
    let refusals = Dictionary(grouping: try reader.refusals().filter { $0.code == code.id }, by: \.answer)
    for (place, answerID) in found.answers.enumerated() {
      var left = stored.removeValue(forKey: answerID) ?? [:]
      guard let answer = try reader.answer(answerID) else { continue }
      let length = answer.text.scalarCount
      for range in found.ranges(at: place) {
        // Where the index says more than the text holds, the text is not the one that was indexed.
        guard range.start <= length else { throw ProjectError.damaged(path: study.path) }
        let range = TextRange(range.start, min(range.end, length))
        if range.isEmpty { continue }
        if refusals[answerID]?.contains(where: { $0.range.contains(range) }) ?? false {
          refused += 1
          continue
        }
        if left.removeValue(forKey: range) != nil || taken[answerID]?.contains(range) ?? false {
          kept += 1
          continue
        }
        added += 1
        try samples.add(range, of: answer, isAdded: true)
        if let act, let coder {
          _ = try act.addCoding(
            code.id, on: answerID, range, by: coder, origin: .rule, length: length, ruleVersion: version)
        }
      }
      if !left.isEmpty { stored[answerID] = left }
    }
    for answerID in stored.keys.sorted() {
      let answer = try reader.answer(answerID)
      for (range, coding) in (stored[answerID] ?? [:]).sorted(by: { $0.key < $1.key }) {
        removed += 1
        if let answer { try samples.add(range, of: answer, isAdded: false) }
        try act?.deleteCoding(coding)
      }
    }
    return Line(
      code: names.name(of: code.id), colour: code.content.colour, rule: rule,
      answers: found.answers.count, version: number ?? (versions.last?.number ?? 0) + 1,
      lastVersion: versions.last?.number, isNew: number == nil, added: added, removed: removed, kept: kept,
      refused: refused,
      alsoByHand: found.answers.count { byHand.contains($0) }, samples: samples.all)
  }

  /// The first segments that are added and the first that are taken away.
  private struct Samples {
    let limit: Int
    let questions: [RowID<Question>: String]
    let reader: ProjectReader
    private var added: [Sample] = [], removed: [Sample] = []

    init(limit: Int, questions: [RowID<Question>: String], reader: ProjectReader) {
      (self.limit, self.questions, self.reader) = (limit, questions, reader)
    }

    var all: [Sample] { added + removed }

    mutating func add(_ range: TextRange, of answer: Answer, isAdded: Bool) throws {
      guard (isAdded ? added : removed).count < limit else { return }
      let sample = Sample(
        isAdded: isAdded, answer: try reader.nameOfAnswer(answer, questions), range: range,
        segment: answer.text.slice(range) ?? "")
      if isAdded { added.append(sample) } else { removed.append(sample) }
    }
  }
}
