public import CodingModel
import CorpusIndex
public import Interchange
import ProjectStore

/// Coded segments with their context, for quoting.
public struct ExcerptSelection {
  /// How much of the answer stands around a segment.
  public enum Context: Hashable, Sendable {
    /// At most so many characters on each side, cut between words.
    case characters(Int)
    /// To the ends of the sentences that the segment touches.
    case sentence
    /// The whole answer.
    case answer
  }

  /// Which excerpts, and with what.
  public struct Request: Sendable {
    /// Only of these codes, by name; all where empty.
    public var codes: [String]
    /// Of the codes under them, too.
    public var withChildren: Bool
    /// Only by these coders, by name; all where empty.
    public var coders: [String]
    /// Only from answers that this query finds.
    public var query: String?
    /// How much context.
    public var context: Context
    /// The variables whose values stand with each, by name; nil for all.
    public var variables: [String]?
    /// At most so many of each code.
    public var limit: Int

    /// A request for excerpts.
    public init(
      codes: [String] = [], withChildren: Bool = false, coders: [String] = [], query: String? = nil,
      context: Context = .characters(80), variables: [String]? = nil, limit: Int = .max
    ) {
      self.codes = codes
      self.withChildren = withChildren
      self.coders = coders
      self.query = query
      self.context = context
      self.variables = variables
      self.limit = limit
    }
  }

  private let study: Study

  /// Excerpts of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// The variables that a request's excerpts carry, in the order of their values.
  public func variables(_ request: Request) throws -> [ExcerptVariable] {
    try study.project.read { reader in
      let variables = try request.variables?.map { try reader.variable(called: $0) } ?? reader.variables()
      return variables.map { ExcerptVariable(name: $0.name, kind: $0.kind) }
    }
  }

  /// The excerpts, by code in the codebook's order, then by answer and range.
  ///
  /// - Throws: ``StudyError``, `QueryError`, `ProjectError`.
  public func excerpts(_ request: Request) throws -> [Excerpt] { try selection(request).excerpts }

  /// The same with how many there are of each code, by its name, those beyond the limit included.
  public func selection(_ request: Request) throws -> (excerpts: [Excerpt], totals: [String: Int]) {
    let variables = try variables(request).map(\.name)
    let scope = try request.query.map { try study.answers(matching: $0) }
    let searcher = request.context == .sentence ? try study.index().searcher : nil
    return try study.project.read { reader in
      let browser = try AnswerBrowser(reader, variables: variables)
      let order = Dictionary(uniqueKeysWithValues: try reader.codes().enumerated().map { ($1.id, $0) })
      var found: [(rank: Int, excerpt: Excerpt)] = []
      try CodingList(study).forEach(
        codes: request.codes, withChildren: request.withChildren, coders: request.coders, scope: scope
      ) { line in
        guard let (answer, _) = try browser.answer(line.coding.answer) else { return }
        let excerpt = try Self.excerpt(
          line, answer, try browser.values(of: answer.respondent), request.context, searcher)
        found.append((order[line.coding.code] ?? 0, excerpt))
      }
      guard !found.isEmpty else { throw StudyError.nothingToDo(.codings) }
      let sorted = found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      var perCode: [Int: Int] = [:]
      var totals: [String: Int] = [:]
      let excerpts: [Excerpt] = sorted.compactMap { entry in
        totals[entry.element.excerpt.code, default: 0] += 1
        perCode[entry.element.rank, default: 0] += 1
        return perCode[entry.element.rank, default: 0] <= request.limit ? entry.element.excerpt : nil
      }
      return (excerpts, totals)
    }
  }

  private static func excerpt(
    _ line: CodingLine, _ answer: Answer, _ values: [String], _ context: Context, _ searcher: CorpusSearcher?
  ) throws -> Excerpt {
    let range = line.coding.range
    let length = answer.text.scalarCount
    let around = try ContextRange.around(range, in: answer, length: length, context) {
      try searcher?.sentenceRanges(of: answer.id) ?? []
    }
    return Excerpt(
      respondent: line.answer.respondent, question: line.answer.question ?? "", code: line.code,
      colour: line.colour,
      coder: line.coder, origin: line.coding.origin, range: range,
      before: answer.text.slice(TextRange(around.start, range.start)) ?? "", segment: line.segment,
      after: answer.text.slice(TextRange(range.end, around.end)) ?? "", isCutBefore: around.start > 0,
      isCutAfter: around.end < length, values: values, memo: line.memo)
  }
}

/// Where an excerpt's context begins and ends.
enum ContextRange {
  /// The segment with its context. Context in characters is never cut inside a word: a word that does not fit
  /// whole is left out.
  static func around(
    _ range: TextRange, in answer: Answer, length: Int, _ context: ExcerptSelection.Context,
    sentences: () throws -> [TextRange]
  ) rethrows -> TextRange {
    switch context {
    case .answer: return TextRange(0, length)
    case .characters(let count):
      let text = Array(answer.text.unicodeScalars)
      let count = max(0, min(count, length))
      var start = max(0, range.start - count)
      while start > 0, start < range.start, !text[start - 1].properties.isWhitespace { start += 1 }
      while start < range.start, text[start].properties.isWhitespace, start > 0 { start += 1 }
      var end = min(length, range.end + count)
      while end < length, end > range.end, !text[end].properties.isWhitespace { end -= 1 }
      while end > range.end, end < length, text[end - 1].properties.isWhitespace { end -= 1 }
      return TextRange(start, end)
    case .sentence:
      let touched = try sentences().filter { $0.overlaps(range) }
      return TextRange(
        min(touched.first?.start ?? range.start, range.start), max(touched.last?.end ?? range.end, range.end))
    }
  }
}
