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
  let seen: [PastRows.Duty], assignments: [PastRows.Duty]
  let refusals: [Refusal]
  /// What it held once, and what its codes were.
  let past: PastRows
  let codeHistory: CodeHistory
  /// The acts that it knows of.
  let acts: KnownActs
  /// Whether the other project knows all of them, so that there is nothing to bring: this one is a copy from before.
  private(set) var isWhollyKnown = false
  /// What decisions of the consensus were before they were taken anew.
  let replaced: ReplacedDecisions

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
    acts = try reader.knownActs()
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
    (seen, assignments) = try reader.duties()
  }

  /// This project as one of two, the other being `other`.
  func beside(_ other: MergeSide) -> MergeSide {
    var side = self
    side.isWhollyKnown = acts.all.isSubset(of: other.acts.all)
    return side
  }

  /// Whether what this project's entry `own` did is later than what the other's entry `others` did on the same thing, since
  /// one project knew of the other's act and did its own all the same; nil where neither knew the other's, or that cannot
  /// be told.
  ///
  /// Where each knows the other's act, a project of which the other knows all is the earlier one. Else, of something that one
  /// of them has and the other has not, the project that did the earlier act knows of the later one and has it, or has it not,
  /// all the same: the later act was taken back in the meantime, which changed nothing there. What both have in some form
  /// merges have made of both: that is not told by acts.
  ///
  /// - Parameter isPresence: whether one of the two has it and the other has not.
  func isLater(
    _ own: Int64?, than other: MergeSide, _ others: Int64?, isPresence: Bool = false
  ) -> Bool? {
    guard let mine = acts.acts(ofEntry: own), let theirs = other.acts.acts(ofEntry: others) else {
      return nil
    }
    switch (mine.isSubset(of: other.acts.all), theirs.isSubset(of: acts.all)) {
    case (true, false): return false
    case (false, true): return true
    case (false, false): return nil
    case (true, true):
      if isWhollyKnown != other.isWhollyKnown { return other.isWhollyKnown }
      guard isPresence else { return nil }
      let orders = Set([acts, other.acts].compactMap { $0.knew(mine, before: theirs) })
      return orders.count == 1 ? orders.first : nil
    }
  }
}
