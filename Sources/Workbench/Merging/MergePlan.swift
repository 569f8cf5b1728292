import CodingModel
import FrenchText
import ProjectStore

/// Two projects put together: what the one that is changed lacks, and what of it changes.
///
/// Everything is told by names: respondents by their identifiers, questions, variables and coders by their names, codes
/// by their keys, or their paths. What results follows from the two contents alone, not from which of them is changed.
struct MergePlan {
  let ours: MergeSide
  let theirs: MergeSide
  var report = MergeReport()

  /// A question of either project.
  struct MergedQuestion {
    let name: String
    var id: RowID<Question>?
    let wording: String
    let changes: Bool
  }

  /// A variable of either project.
  struct MergedVariable {
    let name: String
    var id: RowID<Variable>?
    let kind: Variable.Kind
    let changes: Bool
  }

  /// A respondent of either project; with what changes of one that this project has.
  struct MergedRespondent {
    let identifier: String
    var id: RowID<Respondent>?
    var weight: Double?
    /// Values that are new here, or take another's place, by variable.
    var values: [(variable: Int, text: String, replaces: Bool)] = []
  }

  /// An answer of either project.
  struct MergedAnswer {
    let respondent: Int
    let question: Int
    var id: RowID<Answer>?
    /// The other project's answer, where it is to be added.
    let added: Answer?
    let name: AnswerName
  }

  /// A coding of either project.
  struct MergedCoding {
    let place: CodingPlace
    var id: RowID<Coding>?
    /// Others of this project's that have become the same.
    var twins: [RowID<Coding>] = []
    /// Its origin, date and the rule that made it; which of them to take where they differ is the order's.
    var source: CodingSource
    var changes = false
    /// Whether it is another coder's now.
    var isMoved = false
  }

  /// What a coding is, whoever's project it is in.
  struct CodingPlace: Hashable {
    let answer: Int
    let code: Int
    let coder: Int
    let range: TextRange
  }

  /// Where a coding comes from; the least of two is kept.
  struct CodingSource: Comparable {
    let origin: Coding.Origin
    let date: String
    let rule: String?

    var rank: Int {
      Coding.Origin.allCases.firstIndex(of: origin) == 0 ? 0 : origin == .imported ? 1 : 2
    }

    /// The least of two, or, of a decision, the least with the later date: it was taken again.
    func joined(_ other: Self, isDecision: Bool) -> Self {
      let least = min(self, other)
      guard isDecision else { return least }
      return Self(
        origin: least.origin, date: MergeRule.precedes(date, other.date) ? other.date : date, rule: least.rule
      )
    }

    static func < (left: Self, right: Self) -> Bool {
      if left.rank != right.rank { return left.rank < right.rank }
      if left.date != right.date {
        return right.date.isEmpty || !left.date.isEmpty && MergeRule.precedes(left.date, right.date)
      }
      guard let one = left.rule else { return false }
      return right.rule.map { MergeRule.precedes(one, $0) } ?? true
    }
  }

  /// What a memo is on.
  enum MemoPlace: Hashable {
    case project
    case respondent(Int), question(Int), answer(Int), code(Int), coder(Int)
    case coding(CodingPlace)
    case refusal(RefusalPlace)
  }

  /// A memo, whoever's project it is in.
  struct MergedMemo: Hashable {
    let place: MemoPlace
    let text: String
    let coder: Int?
    let date: String
  }

  /// That a coder went through an answer or is to, or refused a code there.
  struct DutyPlace: Hashable {
    let answer: Int
    let coder: Int
  }

  struct RefusalPlace: Hashable {
    let answer: Int
    let code: Int
    let coder: Int
    let range: TextRange
  }

  /// A wording of a code's rule.
  struct RulePlace: Hashable {
    let code: Int
    let rule: String
  }

  var questions: [MergedQuestion] = []
  var variables: [MergedVariable] = []
  var respondents: [MergedRespondent] = []
  var answers: [MergedAnswer] = []
  var title: String?
  var description: String?
  let matching: CodeMatching
  /// The number of the last act that both projects had before they parted.
  let shared: Int64
  /// The keys of the codes of the whole, then of those that are gone in both projects.
  let keys: [String]
  private(set) var codebook: CodebookMerge
  var coders: [(name: String, id: RowID<Coder>?)] = []
  var codings: [MergedCoding] = []
  /// Memos to be added.
  var newMemos: [MergedMemo] = []
  /// What is to be added (`isNew`) or has an earlier date than here.
  var seen: [(place: DutyPlace, date: String, isNew: Bool)] = []
  var assignments: [(place: DutyPlace, date: String, isNew: Bool)] = []
  var refusals: [(place: RefusalPlace, date: String, isNew: Bool)] = []
  var rules: [(place: RulePlace, date: String, id: RowID<RuleVersion>?)] = []

  // The places of each project's things.
  var ourAnswers: [RowID<Answer>: Int] = [:]
  var theirAnswers: [RowID<Answer>: Int] = [:]
  var ourRespondents: [RowID<Respondent>: Int] = [:]
  var theirRespondents: [RowID<Respondent>: Int] = [:]
  var ourQuestions: [RowID<Question>: Int] = [:]
  var theirQuestions: [RowID<Question>: Int] = [:]
  var ourCoders: [RowID<Coder>: Int] = [:]
  var theirCoders: [RowID<Coder>: Int] = [:]
  var coderPlaces: [String: Int] = [:]
  var ourCodings: [RowID<Coding>: CodingPlace] = [:]
  var theirCodings: [RowID<Coding>: CodingPlace] = [:]
  var ourRefusals: [RowID<Refusal>: RefusalPlace] = [:]
  var theirRefusals: [RowID<Refusal>: RefusalPlace] = [:]
  var notes: [MergedMemo] = []
  /// What each project still held of decisions that the other took anew: it is left out, or taken away here.
  var replacedHere = Succession()
  var replacedThere = Succession()
  var learnt = Learnt()
  /// What of this project goes, and of the other is not taken, because the other of the two took it away.
  var removedHere: MergeRemovals?
  var removedThere: MergeRemovals?
  /// Codings that the other project once held, for this one's history.
  var learntCodings: [(place: CodingPlace, date: String)] = []
  /// Versions of codes that it once held, likewise.
  var learntCodes: [CodebookMerge.Learnt] = []
  /// Decisions that stay in another's place.
  var succeeded: [(subject: Subject, isOurs: Bool)] = []

  /// Puts the two together. Cost: linear in what both hold, in memory.
  init(_ one: MergeSide, _ other: MergeSide) {
    let (ours, theirs) = (one.beside(other), other.beside(one))
    self.ours = ours
    self.theirs = theirs
    matching = CodeMatching(
      ours.codes, theirs.codes, pastKeys: (ours.codeHistory.keys, theirs.codeHistory.keys))
    var keys = CodebookMerge.keys(matching)
    var places: [String: Int] = [:]
    for (place, pair) in matching.pairs.enumerated() {
      for code in [pair.ours, pair.theirs].compactMap(\.self) { places[code.key] = place }
    }
    for (side, known) in [(ours, matching.ours), (theirs, matching.theirs)] {
      for code in side.codes {
        for key in side.codeHistory.keys[code.id, default: []] where places[key] == nil {
          places[key] = known[code.id]
        }
      }
    }
    // Codes that are gone in both have places after those of the whole.
    let versions = Array(ours.codeHistory.versions.values) + Array(theirs.codeHistory.versions.values)
    for key in Set(versions.compactMap(\.last?.key)).sorted(by: MergeRule.precedes) where places[key] == nil {
      places[key] = keys.count
      keys.append(key)
    }
    self.keys = keys
    shared =
      zip(ours.acts.entries, theirs.acts.entries).prefix { $0 == $1 }.last?.0.number ?? 0
    let here = CodeKnowledge(ours, matching.ours, places, keys: keys, shared: shared)
    let there = CodeKnowledge(theirs, matching.theirs, places, keys: keys, shared: shared)
    codebook = CodebookMerge([], [], CodeMatching([], []), ours: here, theirs: there)
    mergeQuestions()
    let variables = mergeVariables()
    mergeRespondents(variables)
    mergeAnswers()
    mergeHeading()
    mergeCoders()
    mergeDecisions()
    let removable = findRemovals(here, there)
    learnDecisions()
    codebook = CodebookMerge(
      ours.codes, theirs.codes, matching, ours: here, theirs: there, removable: removable)
    learntCodes = codebook.learnt(keys)
    reportCodes(gone: Set(here.gone.keys).union(there.gone.keys))
    reportSucceeded()
    mergeRules()
    mergeCodings()
    reportTakenAway()
    mergeTeams()
    mergeMemos()
    report.hasChanges = hasChanges
    if theirs.isWhollyKnown { report = report.ofNothingNew }
  }

  var hasChanges: Bool {
    let survey =
      questions.contains(where: \.changes) || variables.contains(where: \.changes)
      || respondents.contains { $0.id == nil || $0.weight != nil || !$0.values.isEmpty }
      || answers.contains { $0.id == nil }
    let codes = title != nil || codebook.codes.indices.contains(where: changes) || !reordered().isEmpty
    let past = !learntCodes.isEmpty || !learntCodings.isEmpty
    let duties = removedHere.map { !$0.seen.isEmpty || !$0.assignments.isEmpty } ?? false
    let dates = Dictionary(ours.rules.map { ($0.id, $0.date) }, uniquingKeysWith: { first, _ in first })
    let rules = self.rules.contains { rule in rule.id.map { dates[$0] != rule.date } ?? true }
    return survey || codes || past || duties || rules || coders.contains { $0.id == nil }
      || codings.contains(where: \.changes)
      || !newMemos.isEmpty || !replacedHere.isEmpty || !learnt.isEmpty || !seen.isEmpty
      || !assignments.isEmpty || !refusals.isEmpty
  }
}
