public import CodingAnalysis

/// Whose codings are compared, on what.
public struct AgreementRequest: Sendable {
  /// The coders, by name; two or more.
  public var coders: [String]
  /// What counts as one judgement.
  public var unit: AgreementUnit
  /// Only these codes, by name; all that one of the coders gave in what is compared where empty.
  public var codes: [String]
  /// Whether a code stands for those under it, too.
  public var withChildren: Bool
  /// Only answers to one of these questions, by name.
  public var questions: [String]
  /// Only answers that it finds.
  public var query: String?
  /// Whether every answer counts as gone through by everybody, whatever is noted.
  public var countsAll: Bool

  /// A request to compare these coders.
  public init(
    coders: [String], unit: AgreementUnit = .answer, codes: [String] = [], withChildren: Bool = false,
    questions: [String] = [], query: String? = nil, countsAll: Bool = false
  ) {
    self.coders = coders
    self.unit = unit
    self.codes = codes
    self.withChildren = withChildren
    self.questions = questions
    self.query = query
    self.countsAll = countsAll
  }
}

/// Which answers count as gone through by a coder.
public struct AgreementCoverage: Hashable, Sendable {
  /// The coder's name.
  public let coder: String
  /// Answers noted as gone through, and answers with a coding, of those asked about.
  public let seen: Int, coded: Int
  /// Answers that count: those noted and those coded; or all of them, where that was asked for.
  public let counted: Int
  /// Whether nothing is noted but answers that carry codings: what the coder read and left without a code is then not
  /// known, and does not count.
  public let isFromCodingsAlone: Bool
}
