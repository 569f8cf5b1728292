import CodingModel
import CorpusIndex

/// Lines of a concordance that are read one by one.
public struct ConcordanceList {
  /// Which hits they show, by their numbers in the order of answers and places.
  enum Numbers {
    case following(Range<Int>)
    case some(ArraySlice<UInt32>)
  }

  /// The numbers of hits, answers and respondents in all.
  public let found: QueryCount
  /// How many lines there are in all: the hits, or as many as were drawn.
  public let lineCount: Int
  private let result: SearchResult
  private let numbers: Numbers
  private let context: ContextWidth
  private let codings: HitCodes?
  private let browser: AnswerBrowser

  init(
    found: QueryCount, lineCount: Int, result: SearchResult, numbers: Numbers, context: ContextWidth,
    codings: HitCodes?, browser: AnswerBrowser
  ) {
    self.found = found
    self.lineCount = lineCount
    self.result = result
    self.numbers = numbers
    self.context = context
    self.codings = codings
    self.browser = browser
  }

  /// The names of the variables whose values stand beside.
  public var variables: [String] { browser.variables.map(\.name) }

  /// How many lines were asked for.
  public var count: Int {
    switch numbers {
    case .following(let range): range.count
    case .some(let numbers): numbers.count
    }
  }

  /// Calls `body` with each line, in the order asked for. Cost: a look-up an answer.
  public func forEach(_ body: (Concordance.Line) throws -> Void) throws {
    func pass(_ found: KWICLine) throws {
      if let line = try line(found) { try body(line) }
    }
    switch numbers {
    case .following(let range):
      try result.forEachLine(context, from: range.lowerBound, limit: range.count, pass)
    case .some(let numbers): try result.forEachLine(context, numbered: numbers, pass)
    }
  }

  private func line(_ found: KWICLine) throws -> Concordance.Line? {
    guard let (respondent, name, text) = try browser.slicedAnswer(found.hit.answer) else { return nil }
    return Concordance.Line(
      answer: name, range: found.hit.range, values: try browser.values(of: respondent),
      codes: codings.map { codings in codings.codes(of: found.hit).map { codings.names[$0] } } ?? [],
      text: text, shown: TextRange(found.left.start, found.right.end))
  }
}
