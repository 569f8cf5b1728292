public import CodingModel
import CorpusIndex
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

  /// The excerpts, by code in the codebook's order, then by answer and range.
  ///
  /// - Throws: ``StudyError``, `QueryError`, `ProjectError`.
  public func excerpts(_ request: Request) throws -> [Excerpt] {
    try list(request) { list in
      var excerpts: [Excerpt] = []
      try list.forEach { excerpts.append($1) }
      return excerpts
    }
  }

  /// The excerpts in the same order, each read when it is asked for. Memory: eight bytes a coding.
  ///
  /// - Parameter body: what is done with them; the project is read while it runs.
  /// - Throws: ``StudyError``, `QueryError`, `ProjectError`, before `body` is called; then what it throws.
  public func list<Result>(_ request: Request, _ body: (ExcerptList) throws -> Result) throws -> Result {
    let scope = try request.query.map { try study.answers(matching: $0, by: request.coders) }
    let searcher = request.context == .sentence ? try study.index().searcher : nil
    return try study.project.read { reader in
      try body(ExcerptList(request, scope, searcher, reader))
    }
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
