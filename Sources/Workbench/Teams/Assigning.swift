import CodingModel
import CorpusIndex
import ProjectStore

/// Giving answers to coders to go through.
public struct Assigning {
  /// How many answers several coders get.
  public enum Overlap: Hashable, Sendable {
    /// A share of the answers, 0 to 1.
    case share(Double)
    /// So many answers.
    case count(Int)
  }

  /// What is asked for.
  public struct Request: Sendable {
    /// The coders, by name.
    public var coders: [String]
    /// How many answers go to several of them.
    public var overlap: Overlap
    /// Whether those go to two coders each, every pair in turn, and not to all.
    public var inPairs: Bool
    /// Only answers that it finds.
    public var query: String?
    /// The variable whose values, or classes of numbers (see ``ValueClasses``), are each to be spread evenly; questions
    /// always are.
    public var variable: String?
    /// What the draw follows from.
    public var seed: UInt64
    /// Whether only to say what would be done.
    public var isDryRun: Bool

    /// A request for these coders.
    public init(
      coders: [String], overlap: Overlap = .count(0), inPairs: Bool = false, query: String? = nil,
      variable: String? = nil, seed: UInt64 = 1, isDryRun: Bool = false
    ) {
      self.coders = coders
      self.overlap = overlap
      self.inPairs = inPairs
      self.query = query
      self.variable = variable
      self.seed = seed
      self.isDryRun = isDryRun
    }
  }

  /// What one coder gets.
  public struct Line: Sendable {
    /// The coder's name.
    public let coder: String
    /// Answers given to this coder alone, and to others as well.
    public let alone: Int, shared: Int
    /// Answers given in each group of ``Outcome/groups``.
    public let byGroup: [Int]
    /// Answers that this coder had before.
    public let before: Int
  }

  /// What was given to whom.
  public struct Outcome: Sendable {
    /// The coders, as they were named.
    public let lines: [Line]
    /// The variable's values, in French order, many numbers in classes, the respondents without one last as an empty text;
    /// none where no variable was named.
    public let groups: [String]
    /// Answers given, and those of them given to several coders.
    public let answers: Int, shared: Int
    /// How many were to be given to several coders, where fewer were left to give.
    public let overlapAsked: Int?
    /// Answers left as they were, since one of these coders has them already.
    public let alreadyGiven: Int
    /// What the draw followed from.
    public let seed: UInt64
  }

  private let study: Study

  /// Assignment in a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Draws who gets what and, unless it is a dry run, notes it as one act.
  ///
  /// Answers that one of the coders was given before are left as they are: after a new import, only the new answers are
  /// given out.
  ///
  /// - Throws: ``StudyError/tooFewCoders(least:)`` where an overlap is asked of a single coder,
  ///   ``StudyError/overlapTooLarge(asked:answers:)``.
  public func run(_ request: Request) throws -> Outcome {
    let scope = try request.query.map { try study.answers(matching: $0) }
    if request.isDryRun { return try study.project.read { try draw(request, scope, $0).outcome } }
    return try study.project.perform(.assign, coder: study.currentCoder(nil)) { act in
      let (outcome, plan, coders) = try draw(request, scope, act.reader)
      for entry in plan.entries {
        for coder in entry.coders { try act.assign(entry.answer, to: coders[coder].id) }
      }
      act.details = [
        "assignments": String(outcome.answers), "coders": coders.map(\.name).joined(separator: ", "),
        "seed": String(request.seed),
      ]
      return outcome
    }.result
  }

  /// Takes answers back from coders, but for those that they have gone through.
  ///
  /// - Returns: how many were taken back, and how many stay since they have been gone through.
  public func takeBack(coders: [String], query: String? = nil) throws -> (taken: Int, kept: Int) {
    let scope = try query.map { try study.answers(matching: $0) }
    return try study.project.perform(.assign, coder: study.currentCoder(nil)) { act in
      var (taken, kept) = (0, 0)
      for coder in try Self.coders(coders, act.reader) {
        let seen = AnswerSet(try act.reader.seenAnswers(by: coder.id))
        for answer in try act.reader.assignedAnswers(to: coder.id) where scope?.contains(answer) ?? true {
          if seen.contains(answer) {
            kept += 1
          } else if try act.unassign(answer, from: coder.id) {
            taken += 1
          }
        }
      }
      act.details = ["assignments": String(taken), "removed": "1", "coders": coders.joined(separator: ", ")]
      return (taken, kept)
    }.result
  }

  private static func coders(_ names: [String], _ reader: ProjectReader) throws -> [Coder] {
    var coders: [Coder] = []
    for name in names {
      let coder = try reader.coder(called: name)
      guard coder.name != Study.ruleCoder else { throw StudyError.reservedCoder(coder.name) }
      if !coders.contains(coder) { coders.append(coder) }
    }
    return coders
  }

  private func draw(_ request: Request, _ scope: AnswerSet?, _ reader: ProjectReader) throws -> (
    outcome: Outcome, plan: AssignmentPlan, coders: [Coder]
  ) {
    let coders = try Self.coders(request.coders, reader)
    let wantsOverlap = request.overlap != .count(0) && request.overlap != .share(0)
    guard coders.count >= (wantsOverlap ? 2 : 1) else {
      throw StudyError.tooFewCoders(least: wantsOverlap ? 2 : 1)
    }
    let before = try coders.map { try reader.assignedAnswers(to: $0.id) }
    let given = AnswerSet(Set(before.joined()).sorted())
    let categories = try request.variable.map { try RespondentCategories(of: $0, study, reader, breaks: nil) }

    var strata: [Stratum: [RowID<Answer>]] = [:]
    var (free, alreadyGiven) = (0, 0)
    try reader.forEachAnswerKey { answer, respondent, question in
      guard scope?.contains(answer) ?? true else { return }
      if given.contains(answer) {
        alreadyGiven += 1
      } else {
        free += 1
        // Those without a value come last.
        let category = categories.map { $0[respondent] ?? $0.classes.labels.count } ?? 0
        strata[Stratum(category: category, question: question), default: []].append(answer)
      }
    }
    guard free + alreadyGiven > 0 else { throw StudyError.nothingToDo(.answers) }
    let order = strata.keys.sorted { ($0.category, $0.question) < ($1.category, $1.question) }
    let shared: Int
    var asked: Int?
    switch request.overlap {
    case .count(let count):
      guard count <= free + alreadyGiven else {
        throw StudyError.overlapTooLarge(asked: count, answers: free + alreadyGiven)
      }
      shared = min(count, free)
      if count > free { asked = count }
    case .share(let share): shared = Int((Double(free) * share).rounded())
    }
    let plan = AssignmentPlan(
      strata: order.map { strata[$0] ?? [] }, coders: coders.count, shared: shared, inPairs: request.inPairs,
      seed: request.seed)

    var groups: [Int] = []
    for stratum in order where categories != nil && groups.last != stratum.category {
      groups.append(stratum.category)
    }
    let group = order.map { stratum in groups.firstIndex(of: stratum.category) }
    let labels = (categories?.classes.labels ?? []) + [""]
    let lines = coders.enumerated().map { place, coder in
      let mine = plan.entries.filter { $0.coders.contains(place) }
      var byGroup = Array(repeating: 0, count: groups.count)
      for entry in mine { if let group = group[entry.stratum] { byGroup[group] += 1 } }
      return Line(
        coder: coder.name, alone: mine.count { $0.coders.count == 1 },
        shared: mine.count { $0.coders.count > 1 },
        byGroup: byGroup, before: before[place].count)
    }
    let outcome = Outcome(
      lines: lines, groups: groups.map { labels[$0] }, answers: free,
      shared: plan.entries.count { $0.coders.count > 1 }, overlapAsked: asked, alreadyGiven: alreadyGiven,
      seed: request.seed)
    return (outcome, plan, coders)
  }

  /// Answers to one question by respondents of one category.
  private struct Stratum: Hashable {
    let category: Int
    let question: RowID<Question>
  }
}
