import CodingAnalysis
public import CodingModel
public import CorpusIndex
import FrenchText
import ProjectStore

/// Words in context.
public struct Concordance {
  /// A hit with its context.
  public struct Line: Sendable {
    /// The answer it stands in.
    public let answer: AnswerName
    /// Where it stands.
    public let range: TextRange
    /// The respondent's values of the variables asked for.
    public let values: [String]
    /// The codes given to parts of the answer that hold the whole hit, in the codebook's order; none where
    /// codes play no part in the request.
    public let codes: [String]
    /// The answer's text, and what of it is shown.
    let text: SlicedText, shown: TextRange

    /// The text before, the hit, and the text after, as written. Cost: they are cut when asked for.
    public var parts: (left: String, hit: String, right: String) {
      text.slice(range, from: shown.start, to: shown.end) ?? ("", "", "")
    }
    /// The hit as written; cut when asked for.
    public var hit: String { text.slice(range) ?? "" }
  }

  /// How lines are ordered; lines that an order leaves equal follow each other as imported.
  public enum Order: Hashable, Sendable {
    /// As the answers were imported.
    case answer
    /// By the words and marks before the hit, one after the other, the nearest first.
    case left
    /// By the words and marks after the hit, one after the other.
    case right
    /// By the words of the hit itself.
    case hit
    /// At random, as the request's seed has it.
    case random
    /// By question, in the questions' order.
    case question
    /// By code, in the codebook's order: the first of those that hold the hit; hits without any last.
    case code
    /// By the respondent's value of a variable, numbers by size; those without one last.
    case variable(String)
  }

  /// What to show.
  public struct Request: Sendable {
    /// The query.
    public var query: String
    /// How much text stands on each side.
    public var context: ContextWidth
    /// How lines are sorted: by the first of these, where it leaves them equal by the second, and so on.
    public var order: [Order]
    /// What chance follows from: the same seed gives the same sample and order on every machine.
    public var seed: UInt64
    /// Only so many hits, drawn at random; nil for all.
    public var sample: Int?
    /// Only hits inside segments with one of these codes, by name; all where empty.
    public var codes: [String]
    /// Whether each of ``codes`` stands for those under it, too.
    public var withChildren: Bool
    /// Whose codings count for ``codes``, ``Order/code`` and the codes in the query; everybody's where empty.
    public var coders: [String]
    /// Only in answers that this query finds.
    public var scope: String?
    /// How many lines to leave out at the start.
    public var from: Int
    /// How many lines to return.
    public var limit: Int
    /// Variables whose values stand beside.
    public var variables: [String]

    /// A request for the hits of a query.
    public init(
      _ query: String, context: ContextWidth, order: [Order] = [], seed: UInt64 = 1, sample: Int? = nil,
      codes: [String] = [], withChildren: Bool = false, coders: [String] = [], scope: String? = nil,
      from: Int = 0, limit: Int = .max, variables: [String] = []
    ) {
      self.query = query
      self.context = context
      self.order = order
      self.seed = seed
      self.sample = sample
      self.codes = codes
      self.withChildren = withChildren
      self.coders = coders
      self.scope = scope
      self.from = from
      self.limit = limit
      self.variables = variables
    }

    /// Whether chance has a part in the lines.
    public var isRandom: Bool { sample != nil || order.contains(.random) }
    /// Whether the codes of hits are looked up.
    public var showsCodes: Bool { !codes.isEmpty || order.contains(.code) }
  }

  /// A page of lines and what it is a page of.
  public struct Page: Sendable {
    /// The lines asked for.
    public let lines: [Line]
    /// The numbers of hits, answers and respondents in all.
    public let count: QueryCount
    /// How many lines there are in all: the hits, or as many as were drawn.
    public let lineCount: Int
    /// The names of the variables whose values stand beside.
    public let variables: [String]
  }

  private let study: Study

  /// Concordances of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// The hits of a query in context.
  ///
  /// - Throws: `QueryError`, ``StudyError``, `ProjectError`. Cost: texts are read for the lines returned only;
  ///   sorting looks at the words beside hits as far as it must.
  public func page(_ request: Request) throws -> Page {
    try list(request) { list in
      var lines: [Line] = []
      lines.reserveCapacity(list.count)
      try list.forEach { lines.append($0) }
      return Page(
        lines: lines, count: list.found, lineCount: list.lineCount, variables: list.variables)
    }
  }

  /// The hits of a query in context, each read when it is asked for. Memory: where they are sorted, some 20 bytes a hit.
  ///
  /// - Parameter body: what is done with them; the project is read while it runs.
  /// - Throws: `QueryError`, ``StudyError``, `ProjectError`, before `body` is called; then what it throws.
  public func list<Result>(_ request: Request, _ body: (ConcordanceList) throws -> Result) throws -> Result {
    try study.consistently {
      try read(request)
    } then: { found, reader in
      try body(
        ConcordanceList(
          found: QueryCounting(study).count(found.result, query: request.query), lineCount: found.lineCount,
          result: found.result, numbers: found.numbers, context: request.context, codings: found.codings,
          browser: AnswerBrowser(reader, variables: request.variables, texts: study.texts(reader))))
    }
  }

  private func read(_ request: Request) throws -> (
    result: SearchResult, lineCount: Int, numbers: ConcordanceList.Numbers, codings: HitCodes?
  ) {
    let result = try found(request)
    let codings = request.showsCodes ? try HitCodes(study, coders: request.coders) : nil
    var random = SplitMix64(seed: request.seed)
    let chosen = request.sample.map { Self.drawn($0, of: result.hitCount, &random) }
    let lineCount = chosen?.count ?? result.hitCount
    let from = max(0, request.from)
    let end = min(lineCount, from.adding(max(0, request.limit)))
    let page = min(from, end)..<end
    let order = request.order.prefix { $0 != .answer }
    guard !order.isEmpty else {
      return (result, lineCount, chosen.map { .some($0[page]) } ?? .following(page), codings)
    }
    let keys = try order.compactMap { try key($0, result, codings, &random) }
    let sorted = try study.index().searcher.order(result, by: keys, of: chosen, page: page)
    return (result, lineCount, .some(sorted[...]), codings)
  }

  private func found(_ request: Request) throws -> SearchResult {
    var result = try study.search(request.query, by: request.coders)
    if let scope = request.scope {
      result = try result.restricted(to: study.answers(matching: scope, by: request.coders))
    }
    guard !request.codes.isEmpty else { return result }
    let codings = try HitCodes(
      study, codes: request.codes, withChildren: request.withChildren, coders: request.coders)
    return try result.inside(codings.ranges)
  }

  /// So many of `count` hits, each as likely as any other, ascending.
  private static func drawn(_ sample: Int, of count: Int, _ random: inout SplitMix64) -> [UInt32] {
    // The numbers up to `count` as they are but for those that were moved.
    var moved: [Int: Int] = [:]
    return (0..<min(max(0, sample), count)).map { place in
      let other = place + random.next(below: count - place)
      let drawn = moved[other] ?? other
      moved[other] = moved[place] ?? place
      return UInt32(drawn)
    }.sorted()
  }

  /// What hits are sorted by; nil for the order in which they are already.
  private func key(
    _ order: Order, _ result: SearchResult, _ codings: HitCodes?, _ random: inout SplitMix64
  ) throws -> HitSortKey? {
    switch order {
    case .answer: return nil
    case .left: return .words(.left)
    case .right: return .words(.right)
    case .hit: return .words(.hit)
    case .random:
      let first = random
      random.skip(result.hitCount)
      return .numbers { number in
        var source = first
        source.skip(Int(number))
        return UInt32(truncatingIfNeeded: source.next() >> 32)
      }
    case .question:
      let owners = try study.answerOwners()
      return .answers { UInt32(owners.question(of: $0) ?? 0) }
    case .code:
      var ranks: [UInt32] = []
      ranks.reserveCapacity(result.hitCount)
      try result.forEachHit { ranks.append(UInt32(codings?.codes(of: $0).first ?? Int(UInt32.max))) }
      return .numbers { ranks[Int($0)] }
    case .variable(let name):
      let owners = try study.answerOwners()
      let ranked = try study.project.read { reader in
        let variable = try reader.variable(called: name)
        let column = try study.columns(reader).values(of: variable.id, reader)
        let ordered = ValueClasses.ordered(Set(column.texts), variable.kind)
        let places = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, UInt32($0)) })
        let rankOfValue = column.texts.map { places[$0] ?? .max }
        return owners.respondents.map { column[$0].map { rankOfValue[$0] } ?? .max }
      }
      return .answers { owners.respondent(of: $0).map { ranked[$0] } ?? .max }
    }
  }
}

extension Int {
  /// The sum, or the greatest number there is where it is greater.
  fileprivate func adding(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
