import CodingModel
import ProjectStore

/// All that one of two projects holds, but for its index and its settings, and of its history what it held before.
struct MergeSide {
  let questions: [Question]
  let variables: [Variable]
  let respondents: [Respondent]
  /// Each variable's values, in the variables' order.
  let values: [[RowID<Respondent>: String]]
  private(set) var answers: [Answer] = []
  let annotations: [RowID<Answer>: [TokenAnnotation]]
  let heading: (title: String, description: String)
  /// Parents first, siblings in order.
  let codes: [Code]
  let coders: [Coder]
  let codings: [Coding]
  let memos: [Memo]
  let rules: [RuleVersion]
  private(set) var seen: [Duty] = []
  private(set) var assignments: [Duty] = []
  let refusals: [Refusal]
  /// What it held once, and what its codes were.
  let past: PastRows
  let codeHistory: CodeHistory
  let acts: [(number: Int64, mark: String)]
  /// What decisions of the consensus were before they were taken anew.
  let replaced: ReplacedDecisions

  /// That a coder has gone through an answer, or is to.
  struct Duty {
    let answer: RowID<Answer>
    let coder: RowID<Coder>
    let date: String
  }

  /// Reads one of the two.
  ///
  /// - Parameter path: where it is.
  /// - Throws: ``StudyError/sameNames(path:table:name:)`` where names in it cannot be told from each other.
  init(_ reader: ProjectReader, path: String) throws {
    if let (table, name) = try reader.repeatedNames().first {
      throw StudyError.sameNames(path: path, table: table, name: name)
    }
    questions = try reader.questions()
    variables = try reader.variables()
    respondents = try reader.respondents()
    values = try variables.map { try reader.values(of: $0.id) }
    heading = try reader.codebookHeading()
    codes = try reader.codes()
    coders = try reader.coders()
    codings = try reader.codings()
    memos = try reader.memos()
    rules = try reader.ruleVersions()
    refusals = try reader.refusals()
    past = try reader.pastRows()
    codeHistory = try reader.codeHistory()
    acts = try reader.actMarks()
    let names = Set(coders.map(\.name))
    replaced = try reader.replacedDecisions(
      of: Set(
        coders.filter { CodingConflicts.family($0.name, among: names).base == CoderChoice.consensus }.map(
          \.id)))
    var answers: [Answer] = []
    try reader.forEachAnswer { answers.append($0) }
    var annotations: [RowID<Answer>: [TokenAnnotation]] = [:]
    if try reader.hasAnnotations() {
      for answer in answers { annotations[answer.id] = try reader.annotations(of: answer.id) }
    }
    self.annotations = annotations
    self.answers = answers
    var duties: [Duty] = []
    try reader.forEachSeen { duties.append(Duty(answer: $0, coder: $1, date: $2)) }
    seen = duties
    duties = []
    try reader.forEachAssignment { duties.append(Duty(answer: $0, coder: $1, date: $2)) }
    assignments = duties
  }
}
