public import CodingAnalysis
import CodingModel
import CorpusIndex
import FrenchText
import ProjectStore

/// Which words are more frequent, or less, in a part of the answers than in all of them: Lafon's
/// specificities, of the values of a variable, of the questions, or of what is coded with each code.
public struct Specificities {
  /// What the parts are.
  public enum Parts: Hashable, Sendable {
    /// The answers of the respondents with each value; numbers in classes where they are many.
    case variable(String)
    /// The answers to each question.
    case question
    /// The segments coded with each code; they may overlap, and need not hold all of the answers.
    case code
  }

  /// What is counted in them.
  public enum Subject: Sendable {
    /// Every word.
    case words
    /// The hits of a query.
    case query(String)
  }

  /// What to count.
  public struct Request: Sendable {
    /// What is counted.
    public var subject: Subject
    /// What the parts are.
    public var parts: Parts
    /// Which words are listed, and in which answers all is counted; its minimum is that of the frequency F.
    public var words: WordCounting.Selection
    /// The least size of a specificity to list, whatever its sign; 2 is one chance in a hundred.
    public var threshold: Double
    /// How many words to return of each part: so many of the most positive and so many of the most negative.
    public var limit: Int
    /// Only these codes, by name; all that were given where empty.
    public var codes: [String]
    /// Whether a code's segments are those of the codes under it, too.
    public var withChildren: Bool
    /// Whose codings; see ``CoderChoice``.
    public var coders: [String]
    /// Where the classes of a variable of numbers begin, ascending; nil to find them.
    public var breaks: [Double]?

    /// A request for specificities.
    public init(
      _ subject: Subject = .words, by parts: Parts,
      words: WordCounting.Selection = WordCounting.Selection(minimum: 2), threshold: Double = 2,
      limit: Int = .max, codes: [String] = [], withChildren: Bool = false, coders: [String] = [],
      breaks: [Double]? = nil
    ) {
      self.subject = subject
      self.parts = parts
      self.words = words
      self.threshold = threshold
      self.limit = limit
      self.codes = codes
      self.withChildren = withChildren
      self.coders = coders
      self.breaks = breaks
    }
  }

  /// A table with all that it must say of itself.
  public struct Table: Sendable {
    /// A word, or the query, in a part.
    public struct Row: Sendable {
      /// The word; nil for the query.
      public let word: String?
      /// f of t tokens of the part, F of T tokens.
      public let table: ContingencyTable
      /// Lafon's specificity of it, S.
      public let specificity: Double
    }

    /// A part with what is specific of it.
    public struct Part: Sendable {
      /// What it is called; nil for respondents without a value.
      public let name: String?
      /// t: how many tokens it has, words and marks.
      public let tokenCount: Int
      /// From the most positive to the most negative.
      public let rows: [Row]
      /// How many words reach the threshold, in either direction.
      public let positiveCount: Int, negativeCount: Int
    }

    /// The parts, in their order.
    public let parts: [Part]
    /// T: how many tokens there are in all, words and marks.
    public let tokenCount: Int
    /// The variable's name as the project has it, where there is one.
    public let variable: String?
    /// Whose codings were counted, where parts are codes.
    public let coders: [String]
    /// In how many answers they coded something, of how many answers counted.
    public let codedAnswers: Int, allAnswers: Int
  }

  private let study: Study

  /// Specificities in a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Counts words, or a query's hits, in parts of the answers.
  ///
  /// - Throws: `QueryError`, ``StudyError``, `ProjectError`.
  public func table(_ request: Request) throws -> Table { try study.consistently { try counted(request) } }

  private func counted(_ request: Request) throws -> Table {
    let scope = try request.words.query.map { try study.answers(matching: $0, by: request.coders) }
    let parts = try parts(request, scope)
    study.leaveColumns()
    let corpus = scope.map { CountScope.answers($0) } ?? .all
    let searcher = try study.index().searcher
    let made: (parts: [Table.Part], tokenCount: Int)
    switch request.subject {
    case .words:
      let counts = try searcher.partCounts(
        by: request.words.key, of: request.words.counted(in: searcher), in: corpus,
        minimum: request.words.minimum)
      let collator = FrenchCollator()
      let keys = counts.words.map { collator.sortKey($0) }
      made = (
        try parts.list.map { part in
          let sizes = try counts.part(part.scope)
          var choice = SpecificWords(request, keys)
          for (word, count) in sizes.counts.enumerated() {
            choice.add(
              word, counts.words[word],
              ContingencyTable(
                o11: Int(count), r1: counts.frequencies[word], c1: sizes.tokenCount, n: counts.tokenCount))
          }
          return choice.part(part.name, sizes.tokenCount)
        }, counts.tokenCount
      )
    case .query(let query):
      let search = try study.search(query)
      guard search.hasHits else { throw StudyError.noPlaces }
      let result = try scope.map { try search.restricted(to: $0) } ?? search
      let tokenCount = try searcher.tokenCount(in: corpus)
      made = (
        try parts.list.map { part in
          let size = try searcher.tokenCount(in: part.scope)
          let hits = try part.scope.hits(of: result)
          let table = ContingencyTable(o11: hits, r1: result.hitCount, c1: size, n: tokenCount)
          // Hits of several words can be more than the tokens of a small part; then nothing can be said.
          let row = Table.Row(word: nil, table: table, specificity: table.lafon ?? 0)
          return Table.Part(
            name: part.name, tokenCount: size, rows: [row], positiveCount: row.specificity > 0 ? 1 : 0,
            negativeCount: row.specificity < 0 ? 1 : 0)
        }, tokenCount
      )
    }
    return Table(
      parts: made.parts, tokenCount: made.tokenCount, variable: parts.variable, coders: parts.coders,
      codedAnswers: parts.codedAnswers,
      allAnswers: try scope?.count ?? study.project.read { try $0.answerCount() })
  }

  /// The parts asked for.
  private struct PartList {
    var list: [(name: String?, scope: CountScope)] = []
    var variable: String?
    var coders: [String] = []
    var codedAnswers = 0
  }

  private func parts(_ request: Request, _ scope: AnswerSet?) throws -> PartList {
    switch request.parts {
    case .code: return try codeParts(request, scope)
    case .question:
      let owners = try study.answerOwners()
      return PartList(
        list: partition(owners, scope, owners.questions.map(\.name)) { _, question in question })
    case .variable(let name):
      let owners = try study.answerOwners()
      let found = try study.project.read {
        try RespondentCategories(of: name, study, $0, breaks: request.breaks)
      }
      let labels = found.classes.labels
      let categories = owners.respondents.map { found[$0] ?? labels.count }
      return PartList(
        list: partition(owners, scope, labels + [nil]) { respondent, _ in categories[respondent] },
        variable: found.variable.name)
    }
  }

  /// The answers by group; a last group without a name and without answers is left out.
  private func partition(
    _ owners: AnswerOwners, _ scope: AnswerSet?, _ names: [String?], _ group: (Int, Int) -> Int
  ) -> [(name: String?, scope: CountScope)] {
    var answers = [AnswerSet](repeating: AnswerSet(), count: names.count)
    owners.forEach { answer, respondent, question in
      if scope?.contains(answer) ?? true { answers[group(respondent, question)].insert(answer) }
    }
    return zip(names, answers).filter { $0 != nil || !$1.isEmpty }.map { ($0, .answers($1)) }
  }

  private func codeParts(_ request: Request, _ scope: AnswerSet?) throws -> PartList {
    try study.project.read { reader in
      let coders = try CoderChoice.coders(request.coders, reader)
      let names = CodeNames(try reader.codes())
      let codings = try study.columns(reader).codings(reader).by(Set(coders.map(\.id)), in: scope)
      guard !codings.isEmpty else { throw StudyError.nothingToDo(.codings) }
      let ranges = codings.rangesByCode()
      func segments(of code: Code) -> AnswerRanges {
        let others = request.withChildren ? names.descendants(of: code.id) : []
        return others.reduce(ranges[code.id] ?? AnswerRanges()) { all, other in
          ranges[other.id].map(all.union) ?? all
        }
      }
      let parts = (try request.codes.isEmpty ? names.codes : names.codes(called: request.codes))
        .map { (name: names.name(of: $0.id), segments: segments(of: $0)) }
      return PartList(
        list: parts.filter { !request.codes.isEmpty || !$0.segments.isEmpty }.map {
          ($0.name, .ranges($0.segments))
        },
        coders: coders.map(\.name), codedAnswers: codings.codedAnswerCount)
    }
  }
}

extension CountScope {
  /// How many hits are in the scope.
  fileprivate func hits(of result: SearchResult) throws -> Int {
    switch self {
    case .all: result.hitCount
    case .answers(let answers): try result.restricted(to: answers).hitCount
    case .ranges(let ranges): try result.inside(ranges).hitCount
    }
  }
}

/// The most specific words of a part.
private struct SpecificWords {
  private typealias Found = (row: Specificities.Table.Row, word: Int)

  private let threshold: Double
  private var positive: FirstRows<Found>
  private var negative: FirstRows<Found>

  init(_ request: Specificities.Request, _ keys: [[UInt8]]) {
    threshold = request.threshold
    func order(_ sign: Double) -> (Found, Found) -> Bool {
      { left, right in
        let (a, b) = (left.row.specificity * sign, right.row.specificity * sign)
        if a != b { return a > b }
        if left.row.table.r1 != right.row.table.r1 { return left.row.table.r1 > right.row.table.r1 }
        return keys[left.word].lexicographicallyPrecedes(keys[right.word])
      }
    }
    positive = FirstRows(request.limit, by: order(1))
    negative = FirstRows(request.limit, by: order(-1))
  }

  mutating func add(_ word: Int, _ text: String, _ table: ContingencyTable) {
    guard let value = table.lafon, abs(value) >= threshold else { return }
    let found = (Specificities.Table.Row(word: text, table: table, specificity: value), word)
    if table.o11 * table.n >= table.r1 * table.c1 { positive.add(found) } else { negative.add(found) }
  }

  mutating func part(_ name: String?, _ tokenCount: Int) -> Specificities.Table.Part {
    let rows = positive.rows().map(\.row) + negative.rows().reversed().map(\.row)
    return Specificities.Table.Part(
      name: name, tokenCount: tokenCount, rows: rows, positiveCount: positive.seen,
      negativeCount: negative.seen)
  }
}
