public import CodingAnalysis
import CodingModel
import CorpusIndex
import ProjectStore

/// Which codes go together.
public struct CodeCooccurrences {
  /// A table of pairs with all that it must say of itself.
  public struct Table: Sendable {
    /// A pair of codes with its counts and measures.
    public struct Row: Sendable {
      /// What the two codes are called.
      public let a: String, b: String
      /// The counts and the measures.
      public let pair: PairRow
    }

    /// The pairs that occur, the most frequent first.
    public let rows: [Row]
    /// The codes counted, in the codebook's order, with the matrix of their co-occurrences.
    public let codes: [String]
    /// n of each code on the diagonal, n of each pair elsewhere.
    public let matrix: [[Int]]
    /// What was counted.
    public let unit: CooccurrenceUnit
    /// Whether pairs of codings were counted instead of units.
    public let counting: CooccurrenceCounting
    /// How many units there are in all.
    public let unitCount: Int
    /// Whose codings were counted.
    public let coders: [String]
    /// In how many answers they coded something, of how many answers counted.
    public let codedAnswers: Int, allAnswers: Int
  }

  private let study: Study

  /// Co-occurrences in a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Counts pairs of codes.
  ///
  /// - Parameters:
  ///   - unit: what two codes must share.
  ///   - counting: units, or pairs of codings at overlap and window.
  ///   - codes: only these, by name; all that were given where empty.
  ///   - coders: whose codings; see ``CoderChoice``.
  ///   - query: only in answers that it finds.
  ///   - minimum: only pairs with at least so many.
  /// - Throws: ``StudyError``, `QueryError`, `ProjectError`.
  public func table(
    unit: CooccurrenceUnit, counting: CooccurrenceCounting = .units, codes wanted: [String] = [],
    coders: [String] = [], query: String? = nil, minimum: Int = 1
  ) throws -> Table {
    let scope = try query.map { try study.answers(matching: $0, by: coders) }
    let segments = try CodedAnswerSegments(study, unit)
    return try study.project.readAnswers { reader in
      let coders = try CoderChoice.coders(coders, reader)
      let names = CodeNames(try reader.codes())
      let codings = try study.columns(reader).codings(reader).by(Set(coders.map(\.id)), in: scope)
      guard !codings.isEmpty else { throw StudyError.nothingToDo(.codings) }
      let codes =
        try wanted.isEmpty
        ? names.codes.map(\.id).filter(codings.usedCodes.contains) : names.codes(called: wanted).map(\.id)
      let unitCount = try segments.unitCount(scope, reader)
      let result = try CodeCooccurrence(
        codings.codings, codes: codes, unit: unit, counting: counting, unitCount: unitCount,
        segments: { try segments.ranges(of: $0) })
      let labels = codes.map { names.name(of: $0) }
      return try Table(
        rows: result.counts.rows(atLeast: max(minimum, 1)).map {
          Table.Row(a: labels[$0.row], b: labels[$0.column], pair: $0)
        },
        codes: labels, matrix: result.counts.matrix, unit: unit, counting: counting,
        unitCount: unitCount, coders: coders.map(\.name), codedAnswers: codings.codedAnswerCount,
        allAnswers: scope?.count ?? reader.answerCount())
    }
  }
}

/// The sentences or tokens of answers, as the unit of a table needs them.
struct CodedAnswerSegments {
  private let unit: CooccurrenceUnit
  private let searcher: CorpusSearcher?

  /// Opens the index where the unit needs it.
  init(_ study: Study, _ unit: CooccurrenceUnit) throws {
    self.unit = unit
    switch unit {
    case .sentence, .window: searcher = try study.index().searcher
    case .answer, .overlap: searcher = nil
    }
  }

  /// Sentences at unit sentence, tokens at window, nothing otherwise.
  func ranges(of answer: RowID<Answer>) throws -> [TextRange] {
    switch unit {
    case .sentence: try searcher?.sentenceRanges(of: answer) ?? []
    case .window: try searcher?.tokenRanges(of: answer) ?? []
    case .answer, .overlap: []
    }
  }

  /// How many units there are in all: sentences, or answers.
  func unitCount(_ scope: AnswerSet?, _ reader: ProjectReader) throws -> Int {
    guard unit == .sentence, let searcher else { return try scope?.count ?? reader.answerCount() }
    guard let scope else { return searcher.sentenceCount }
    return try scope.reduce(0) { try $0 + (searcher.sentenceRanges(of: $1)?.count ?? 0) }
  }
}
