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

  /// Tabulates codes by a variable. Cost: linear in the respondents, answers and codings.
  ///
  /// - Throws: ``StudyError``, `QueryError`, `ProjectError`.
  public func table(_ request: Request) throws -> Table {
    let scope = try request.query.map { try study.answers(matching: $0, by: request.coders) }
    return try study.project.read { reader in
      let categories = try RespondentCategories(of: request.variable, study, reader, breaks: request.breaks)
      let coders = try CoderChoice.coders(request.coders, reader)
      let names = CodeNames(try reader.codes())
      guard try reader.respondentCount() > 0 else { throw StudyError.nothingToDo(.respondents) }
      let everything = try study.columns(reader).codings(reader)
      let codings = everything.by(Set(coders.map(\.id)), in: scope)
      // Nobody's codings are no table; that none is in the answers asked for may be one.
      guard
        !codings.usedCodes.isEmpty
          || scope != nil && !everything.by(Set(coders.map(\.id)), in: nil).usedCodes.isEmpty
      else { throw StudyError.nothingToDo(.codings) }
      let codes = try codes(request, names, codings.usedCodes)
      let (tabulation, withoutWeight) = try tabulation(
        request, scope, categories, codings, codes.map(\.ids), study.columns(reader), reader)
      return try Table(
        variable: categories.variable.name, categories: categories.classes.labels, codes: codes.map(\.name),
        tabulation: tabulation, request: request, coders: coders.map(\.name),
        codedAnswers: codings.codedAnswerCount, allAnswers: scope?.count ?? reader.answerCount(),
        withoutWeight: withoutWeight)
    }
  }

  /// The table of groups of codes, and how many respondents have no weight where they count by it.
  private func tabulation(
    _ request: Request, _ scope: AnswerSet?, _ categories: RespondentCategories, _ codings: CodingColumns,
    _ groups: [[RowID<Code>]], _ columns: CountingColumns, _ reader: ProjectReader
  ) throws -> (CrossTabulation, withoutWeight: Int) {
    if request.unit == .codings, !request.isWeighted {
      let counting = CodingsByCategory(
        categories: categories, owners: try columns.owners(of: codings, reader),
        values: try columns.ownerValues(of: categories.variable.id, reader))
      let missing: CrossTabulation.MissingCategory = request.leavesOutMissing ? .leftOut : .shown
      return (counting.tabulation(of: codings, groups, missing: missing), 0)
    }
    let units = try TabulatedUnits(request, scope, categories, columns, reader)
    return (units.tabulation(of: codings, groups), request.isWeighted ? units.withoutWeight : 0)
  }

  private func codes(
    _ request: Request, _ names: CodeNames, _ used: Set<RowID<Code>>
  ) throws -> [(name: String, ids: [RowID<Code>])] {
    let wanted =
      try request.codes.isEmpty
      ? names.codes.filter { code in
        used.contains(code.id)
          || (request.withChildren && names.descendants(of: code.id).contains { used.contains($0.id) })
      } : names.codes(called: request.codes)
    guard !wanted.isEmpty else { throw StudyError.nothingToDo(.codings) }
    return wanted.map { code in
      (
        names.name(of: code.id),
        [code.id] + (request.withChildren ? names.descendants(of: code.id).map(\.id) : [])
      )
    }
  }
}
