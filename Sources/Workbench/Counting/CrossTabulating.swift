public import CodingAnalysis
import CodingModel
import CorpusIndex
import FrenchText
import ProjectStore

/// Codes by a variable of the respondents.
public struct CrossTabulating {
  /// What is counted.
  public enum Unit: String, Sendable, CaseIterable {
    /// Respondents with at least one answer coded so.
    case respondents
    /// Answers coded so.
    case answers
    /// Codings.
    case codings
  }

  /// What a share is a share of.
  public enum Base: String, Sendable, CaseIterable {
    /// Every respondent, or every answer.
    case all
    /// Respondents with an answer to one of the questions asked about.
    case answered
  }

  /// What to tabulate.
  public struct Request: Sendable {
    /// The codes, by name; every code that was given where empty.
    public var codes: [String]
    /// The variable, by name.
    public var variable: String
    /// What is counted.
    public var unit: Unit
    /// What shares are shares of.
    public var base: Base
    /// Whether respondents count by their survey weight.
    public var isWeighted: Bool
    /// Whether a code counts the codings of those under it, too.
    public var withChildren: Bool
    /// Whose codings; see ``CoderChoice``.
    public var coders: [String]
    /// Only in answers that this query finds.
    public var query: String?
    /// Whether respondents without a value are left out.
    public var leavesOutMissing: Bool
    /// Where the classes begin that a variable of numbers is put into, ascending; nil to find them.
    public var breaks: [Double]?

    /// A request for codes by a variable.
    public init(
      codes: [String], variable: String, unit: Unit = .respondents, base: Base = .all,
      isWeighted: Bool = false,
      withChildren: Bool = false, coders: [String] = [], query: String? = nil, leavesOutMissing: Bool = false,
      breaks: [Double]? = nil
    ) {
      self.codes = codes
      self.variable = variable
      self.unit = unit
      self.base = base
      self.isWeighted = isWeighted
      self.withChildren = withChildren
      self.coders = coders
      self.query = query
      self.leavesOutMissing = leavesOutMissing
      self.breaks = breaks
    }
  }

  /// A table with all that it must say of itself.
  public struct Table: Sendable {
    /// The variable's name.
    public let variable: String
    /// Its categories, in their order: words in French order, numbers by size, many numbers in classes.
    public let categories: [String]
    /// What the codes are called, in the order of ``tabulation``'s rows.
    public let codes: [String]
    /// Counts, shares, intervals and tests.
    public let tabulation: CrossTabulation
    /// What was asked for.
    public let request: Request
    /// Whose codings were counted.
    public let coders: [String]
    /// In how many answers they coded something, of how many answers counted.
    public let codedAnswers: Int, allAnswers: Int
    /// How many respondents have no weight and count with weight 1 (when weighted).
    public let withoutWeight: Int
  }

  private let study: Study

  /// Tables of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Tabulates codes by a variable.
  ///
  /// - Throws: ``StudyError``, `QueryError`, `ProjectError`.
  public func table(_ request: Request) throws -> Table {
    let scope = try request.query.map { try study.answers(matching: $0) }
    return try study.project.read { reader in
      let variable = try reader.variable(called: request.variable)
      let coders = try CoderChoice.coders(request.coders, reader)
      let names = CodeNames(try reader.codes())
      let respondents = try reader.respondents()
      guard !respondents.isEmpty else { throw StudyError.nothingToDo(.respondents) }
      let values = try reader.values(of: variable.id)
      let classes = try ValueClasses(of: variable, values.values, breaks: request.breaks)
      var codings: [Coding] = []
      try reader.forEachCoding(.init(coders: Set(coders.map(\.id)))) {
        if scope?.contains($0.answer) ?? true { codings.append($0) }
      }
      let codes = try codes(request, names, codings)
      var units = UnitTable(respondents, values, classes, isWeighted: request.isWeighted)
      let answerUnits = try units.build(request, scope, codings, reader)
      let byCode = Dictionary(grouping: codings.enumerated(), by: \.element.code)
      let coded = codes.map { group in
        Self.units(of: group.ids.flatMap { byCode[$0] ?? [] }, request.unit, answerUnits)
      }
      let tabulation = CrossTabulation(
        units: units.units, categoryCount: classes.labels.count, coded: coded, weighted: request.isWeighted,
        missing: request.leavesOutMissing ? .leftOut : .shown)
      return try Table(
        variable: variable.name, categories: classes.labels, codes: codes.map(\.name), tabulation: tabulation,
        request: request, coders: coders.map(\.name), codedAnswers: Set(codings.map(\.answer)).count,
        allAnswers: scope?.count ?? reader.answerCount(),
        withoutWeight: request.isWeighted ? respondents.count { $0.weight == nil } : 0)
    }
  }

  private func codes(
    _ request: Request, _ names: CodeNames, _ codings: [Coding]
  ) throws -> [(name: String, ids: Set<RowID<Code>>)] {
    let used = Set(codings.map(\.code))
    let wanted =
      try request.codes.isEmpty
      ? names.codes.filter { code in
        used.contains(code.id)
          || (request.withChildren && names.descendants(of: code.id).contains { used.contains($0.id) })
      } : names.codes(called: request.codes)
    guard !wanted.isEmpty else { throw StudyError.nothingToDo(.codings) }
    return wanted.map { code in
      var ids: Set = [code.id]
      if request.withChildren { ids.formUnion(names.descendants(of: code.id).map(\.id)) }
      return (names.name(of: code.id), ids)
    }
  }

  /// The units that codings fall on; each once.
  private static func units(
    of codings: [(offset: Int, element: Coding)], _ unit: Unit, _ answerUnits: [RowID<Answer>: Int]
  ) -> [Int] {
    if unit == .codings { return codings.map(\.offset).sorted() }
    return Set(codings.compactMap { answerUnits[$0.element.answer] }).sorted()
  }
}

/// The units of a cross-tabulation with their categories and weights.
private struct UnitTable {
  var units: [TabulatedUnit] = []
  private let respondents: [Respondent]
  private let values: [RowID<Respondent>: String]
  private let classes: ValueClasses
  private let isWeighted: Bool

  init(
    _ respondents: [Respondent], _ values: [RowID<Respondent>: String], _ classes: ValueClasses,
    isWeighted: Bool
  ) {
    self.respondents = respondents
    self.values = values
    self.classes = classes
    self.isWeighted = isWeighted
  }

  private func unit(of respondent: Respondent) -> TabulatedUnit {
    TabulatedUnit(
      category: values[respondent.id].flatMap { classes.category(of: $0) },
      weight: isWeighted ? respondent.weight ?? 1 : 1)
  }

  /// Fills the units and says, for each answer that counts, which unit it belongs to. With codings as units,
  /// they stand in the order of `codings`.
  mutating func build(
    _ request: CrossTabulating.Request, _ scope: AnswerSet?, _ codings: [Coding], _ reader: ProjectReader
  ) throws -> [RowID<Answer>: Int] {
    let byID = Dictionary(uniqueKeysWithValues: respondents.map { ($0.id, $0) })
    var answerUnits: [RowID<Answer>: Int] = [:]
    var respondentUnits: [RowID<Respondent>: Int] = [:]
    if request.unit == .respondents && request.base == .all {
      for respondent in respondents {
        respondentUnits[respondent.id] = units.count
        units.append(unit(of: respondent))
      }
    }
    var owner: [RowID<Answer>: RowID<Respondent>] = [:]
    try reader.forEachAnswerKey { answer, respondentID, _ in
      guard let respondent = byID[respondentID] else { return }
      let isInScope = scope?.contains(answer) ?? true
      switch request.unit {
      case .respondents:
        guard isInScope else { return }
        if respondentUnits[respondentID] == nil {
          respondentUnits[respondentID] = units.count
          units.append(unit(of: respondent))
        }
        answerUnits[answer] = respondentUnits[respondentID]
      case .answers:
        guard isInScope else { return }
        answerUnits[answer] = units.count
        units.append(unit(of: respondent))
      case .codings: owner[answer] = respondentID
      }
    }
    if request.unit == .codings {
      units = codings.map { coding in
        owner[coding.answer].flatMap { byID[$0] }.map(unit(of:)) ?? TabulatedUnit(category: nil, weight: 1)
      }
    }
    return answerUnits
  }
}
