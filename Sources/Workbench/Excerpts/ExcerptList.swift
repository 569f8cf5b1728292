public import CodingModel
import CorpusIndex
public import Interchange
import ProjectStore

/// Excerpts in order, of which only the identities of their codings are kept: each is read when it is its turn.
public struct ExcerptList {
  /// The codes with excerpts, in the codebook's order.
  public let headings: [ExcerptHeading]
  /// The variables that the excerpts carry, in the order of their values.
  public let variables: [ExcerptVariable]

  /// The codings of each heading, in order.
  private let codings: [[RowID<Coding>]]
  private let context: ExcerptSelection.Context
  private let names: CodeNames
  private let coders: [RowID<Coder>: String]
  private let memos: [RowID<Coding>: String]
  private let browser: AnswerBrowser
  private let searcher: CorpusSearcher?

  /// Finds the codings that a request asks for.
  ///
  /// - Throws: ``StudyError/nothingToDo(_:)`` where there are none.
  init(
    _ request: ExcerptSelection.Request, _ scope: AnswerSet?, _ searcher: CorpusSearcher?,
    _ reader: ProjectReader
  ) throws {
    let names = CodeNames(try reader.codes())
    let wanted = try request.variables?.map { try reader.variable(called: $0) } ?? reader.variables()
    let filter = try CodingFilters.make(
      codes: request.codes, withChildren: request.withChildren, coders: request.coders, names, reader)
    let places = Dictionary(uniqueKeysWithValues: names.codes.enumerated().map { ($1.id, $0) })
    var codings = [[RowID<Coding>]](repeating: [], count: max(1, names.codes.count))
    var totals = codings.map { _ in 0 }
    try reader.forEachCodingKey(filter) { coding, answer, code in
      if let scope, !scope.contains(answer) { return }
      let place = places[code] ?? 0
      totals[place] += 1
      if totals[place] <= request.limit { codings[place].append(coding) }
    }
    let given = totals.indices.filter { totals[$0] > 0 }
    guard !given.isEmpty else { throw StudyError.nothingToDo(.codings) }
    headings = given.map { place in
      let code = names.codes.indices.contains(place) ? names.codes[place] : nil
      return ExcerptHeading(
        code: code.map { names.name(of: $0.id) } ?? "", colour: code?.content.colour,
        count: codings[place].count,
        total: totals[place])
    }
    self.codings = given.map { codings[$0] }
    variables = wanted.map { ExcerptVariable(name: $0.name, kind: $0.kind) }
    browser = try AnswerBrowser(reader, variables: wanted.map(\.name))
    coders = Dictionary(uniqueKeysWithValues: try reader.coders().map { ($0.id, $0.name) })
    memos = try reader.codingMemos()
    context = request.context
    self.names = names
    self.searcher = searcher
  }

  /// How many excerpts there are.
  public var count: Int { headings.reduce(0) { $0 + $1.count } }
  /// How many there are with those beyond the limit.
  public var total: Int { headings.reduce(0) { $0 + $1.total } }

  /// Calls `body` with the number of each excerpt's heading and the excerpt, in order.
  public func forEach(_ body: (Int, Excerpt) throws -> Void) throws {
    let lookUp = try browser.reader.codingLookUp()
    for (number, codings) in codings.enumerated() {
      var current: (answer: Answer, name: AnswerName)?
      for id in codings {
        guard let coding = try lookUp.coding(id) else { continue }
        if current?.answer.id != coding.answer { current = try browser.answer(coding.answer) }
        guard let current else { continue }
        try body(number, try excerpt(coding, current.answer, current.name))
      }
    }
  }

  /// Writes them all; after each, `afterEach` may pass on what `output` holds.
  public func write<Output: TextOutputStream>(
    as document: some ExcerptDocument, to output: inout Output, afterEach: (inout Output) throws -> Void
  ) throws {
    var open: Int?
    document.begin(headings, to: &output)
    try forEach { number, excerpt in
      if open != number {
        if open != nil { document.endCode(to: &output) }
        document.beginCode(number, headings[number], to: &output)
        open = number
      }
      document.write(excerpt, to: &output)
      try afterEach(&output)
    }
    if open != nil { document.endCode(to: &output) }
    document.end(to: &output)
  }

  private func excerpt(_ coding: Coding, _ answer: Answer, _ name: AnswerName) throws -> Excerpt {
    let range = coding.range
    let length = answer.text.scalarCount
    guard range.end <= length else { throw ProjectReader.damage }
    let around = try ContextRange.around(range, in: answer, length: length, context) {
      try searcher?.sentenceRanges(of: answer.id) ?? []
    }
    return Excerpt(
      respondent: name.respondent, question: name.question ?? "", code: names.name(of: coding.code),
      colour: names[coding.code]?.content.colour, coder: coders[coding.coder] ?? "", origin: coding.origin,
      range: range, before: answer.text.slice(TextRange(around.start, range.start)) ?? "",
      segment: answer.text.slice(range) ?? "",
      after: answer.text.slice(TextRange(range.end, around.end)) ?? "", isCutBefore: around.start > 0,
      isCutAfter: around.end < length, values: try browser.values(of: answer.respondent),
      memo: memos[coding.id] ?? "")
  }
}
