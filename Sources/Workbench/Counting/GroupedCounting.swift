public import CodingAnalysis
import CodingModel
public import CorpusIndex
import FrenchText
import ProjectStore
import QueryLanguage

/// What a query finds, group by group: by the words of its hits, by a variable, by question, by code or by
/// coder.
public struct GroupedCounting {
  /// What makes a group.
  public enum Grouping: Hashable, Sendable {
    /// Hits made of the same forms, lemmas or parts of speech.
    case word(WordKey)
    /// The respondents' value of a variable; numbers in classes where they are many.
    case variable(String)
    /// The question that is answered.
    case question
    /// The codes of the segments that a hit is inside; a hit may be in several groups, or in none.
    case code
    /// The coders who coded a segment that a hit is inside. Codes in the query are for each coder those that this one
    /// gave: a search a coder.
    case coder
  }

  /// What to count.
  public struct Request: Sendable {
    /// The query, where to look, and what shares are shares of.
    public var counting: QueryCounting.Request
    /// What makes a group.
    public var grouping: Grouping
    /// Whose codings count where groups are codes; see ``CoderChoice``.
    public var coders: [String]
    /// Where the classes of a variable of numbers begin, ascending; nil to find them.
    public var breaks: [Double]?

    /// A request to count a query by groups.
    public init(
      _ counting: QueryCounting.Request, by grouping: Grouping, coders: [String] = [],
      breaks: [Double]? = nil
    ) {
      self.counting = counting
      self.grouping = grouping
      self.coders = coders
      self.breaks = breaks
    }
  }

  /// One group.
  public struct Row: Sendable {
    /// What it is called; nil for respondents without a value, and for hits under no code or coder.
    public let name: String?
    /// How many hits; nil for a query of filters alone.
    public let hits: Int?
    /// In how many answers.
    public let answers: Int
    /// Of how many respondents.
    public let respondents: Int
    /// By variable and question: the respondents as a share of the group's, with its interval.
    public var cell: CrossTabulation.Cell?
    /// By variable and question: how many tokens the group's answers have, words and marks.
    public var tokens: Int?
    /// By word, code and coder: the share of the query's hits; of its answers where it has no hits.
    public var part: Double?

    /// How often per 10,000 tokens; nil where these are not known.
    public var perTenThousand: Double? {
      guard let hits, let tokens, tokens > 0 else { return nil }
      return Double(hits) / Double(tokens) * 10_000
    }
  }

  /// A table with all that it must say of itself.
  public struct Table: Sendable {
    /// The groups: by word, code and coder the most frequent first, else in their own order.
    public var rows: [Row]
    /// Everything found.
    public let total: Row
    /// Hits, answers and respondents in all.
    public let count: QueryCount
    /// The variable's name as the project has it, where there is one.
    public var variable: String?
    /// Whose codings were counted, where groups are codes.
    public var coders: [String] = []
    /// By coder: whether codes in the query are in each row those that this coder gave.
    public var isByCodersCodes = false
    /// By variable: the test of found or not found by category.
    public var test: IndependenceTest?
    /// How many respondents have no weight and count for 1 (when weighted).
    public var withoutWeight = 0
  }

  private let study: Study

  /// Counting in a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Counts a query's hits, answers and respondents by group.
  ///
  /// - Throws: `QueryError`, ``StudyError``, `ProjectError`.
  public func table(_ request: Request) throws -> Table { try study.consistently { try counted(request) } }

  private func counted(_ request: Request) throws -> Table {
    let counting = request.counting
    let scope = try counting.scope.map { try study.answers(matching: $0, by: counting.coders) }
    let search = try study.search(counting.query, by: counting.coders)
    let result = try scope.map { try search.restricted(to: $0) } ?? search
    let (count, withoutWeight): (QueryCount, Int)
    // Let go before words and codes are grouped, which have no use for it.
    do {
      let base = try counting.needsBase ? QueryCounting(study).base(counting, scope) : nil
      count = try QueryCounting(study).count(result, counting, scope, base)
      withoutWeight = counting.isWeighted ? base?.withoutWeight ?? 0 : 0
    }
    let found = Found(
      result: result, answers: try result.answers(), scope: scope, owners: try study.answerOwners(),
      count: count)
    var table =
      switch request.grouping {
      case .word(let key): try byWord(key, found)
      case .variable(let name): try byVariable(name, request, found)
      case .question: try byQuestion(request, found)
      case .code: try byCode(request, found)
      case .coder: try byCoder(request, found)
      }
    table.withoutWeight = withoutWeight
    return table
  }

  /// What a query found, and of what it is a part.
  private struct Found {
    let result: SearchResult
    let answers: AnswerSet
    let scope: AnswerSet?
    let owners: AnswerOwners
    let count: QueryCount

    var total: Row {
      Row(name: nil, hits: count.hits, answers: count.answers, respondents: count.respondents)
    }

    /// The rows of a tally by word, code or coder, the most frequent first; groups without anything left out.
    func rows(_ tally: GroupTally, names: [String?], keys: [[UInt8]]) -> [Row] {
      let counts = tally.groups()
      let whole = count.hits ?? count.answers
      func size(_ group: Int) -> Int { count.hits == nil ? counts[group].answers : counts[group].hits }
      return names.indices.filter { counts[$0].answers > 0 }.sorted { left, right in
        if (names[left] == nil) != (names[right] == nil) { return names[right] == nil }
        if size(left) != size(right) { return size(left) > size(right) }
        return keys[left] == keys[right] ? left < right : keys[left].lexicographicallyPrecedes(keys[right])
      }.map { group in
        Row(
          name: names[group], hits: count.hits == nil ? nil : counts[group].hits,
          answers: counts[group].answers, respondents: counts[group].respondents,
          // By coder `NOT code:…` can find more than it does by everybody: that is no part of the whole.
          part: whole > 0 && size(group) <= whole ? Double(size(group)) / Double(whole) : nil)
      }
    }
  }

  private func byWord(_ key: WordKey, _ found: Found) throws -> Table {
    guard found.result.hasHits else { throw StudyError.noPlaces }
    var tally = GroupTally(found.owners)
    let names = try study.index().searcher.group(found.result, by: key) { tally.addHit($0, $1) }
    let collator = FrenchCollator()
    let rows = found.rows(tally, names: names, keys: names.map { collator.sortKey($0) })
    return Table(rows: rows, total: found.total, count: found.count)
  }

  private func byVariable(_ name: String, _ request: Request, _ found: Found) throws -> Table {
    let respondents = try study.project.read {
      try RespondentCategories(of: name, study, $0, breaks: request.breaks)
    }
    let labels = respondents.classes.labels
    let missing = labels.count
    var base = try QueryCounting(study).base(request.counting, found.scope)
    base.categorize { respondents[$0] }
    let categories = found.owners.respondents.map { respondents[$0] ?? missing }
    let tabulation = CrossTabulation(
      units: base.units, categoryCount: missing, coded: [base.places(of: found.answers)],
      weighted: request.counting.isWeighted)
    let (groups, tokens) = try groups(found, count: missing + 1) { respondent, _ in categories[respondent] }
    let row = tabulation.rows[0]
    var table = Table(
      rows: row.cells.map { cell in
        let group = cell.category ?? missing
        return Row(
          name: cell.category.map { labels[$0] },
          hits: found.count.hits == nil ? nil : groups[group].hits,
          answers: groups[group].answers, respondents: cell.n, cell: cell, tokens: tokens[group])
      },
      total: Row(
        name: nil, hits: found.count.hits, answers: found.count.answers, respondents: row.total.n,
        cell: row.total, tokens: tokens.reduce(0, +)), count: found.count)
    table.variable = respondents.variable.name
    table.test = row.test
    return table
  }

  private func byQuestion(_ request: Request, _ found: Found) throws -> Table {
    let questions = found.owners.questions
    let whole = try QueryCounting(study).base(request.counting, found.scope)
    let (groups, tokens) = try groups(found, count: questions.count) { _, question in question }
    var rows: [Row] = []
    for (place, question) in questions.enumerated() {
      var answers = AnswerSet()
      found.owners.forEach { answer, _, to in
        if to == place, found.scope?.contains(answer) ?? true { answers.insert(answer) }
      }
      // Of those who answered: each question has its own.
      let base =
        request.counting.base == .all
        ? whole
        : try RespondentBase(study, .answered, answers, isWeighted: request.counting.isWeighted)
      let places = base.places(of: found.answers.intersection(answers))
      rows.append(
        Row(
          name: question.name, hits: found.count.hits == nil ? nil : groups[place].hits,
          answers: groups[place].answers, respondents: places.count, cell: base.share(places),
          tokens: tokens[place]))
    }
    let total = Row(
      name: nil, hits: found.count.hits, answers: found.count.answers, respondents: found.count.respondents,
      cell: whole.share(whole.places(of: found.answers)), tokens: tokens.reduce(0, +))
    return Table(rows: rows, total: total, count: found.count)
  }

  private func byCode(_ request: Request, _ found: Found) throws -> Table {
    let coders = try study.project.read { reader in
      try CoderChoice.coders(request.coders, reader).map(\.name)
    }
    guard !coders.isEmpty else { throw StudyError.nothingToDo(.codings) }
    let codings = try HitCodes(study, coders: coders)
    let none = codings.names.count
    var tally = GroupTally(groupCount: none + 1, found.owners)
    if found.result.hasHits {
      try found.result.forEachHit { hit in
        let codes = codings.codes(of: hit)
        for code in codes.isEmpty ? [none] : codes {
          tally.addHit(code, hit.answer)
        }
      }
    } else {
      for answer in found.answers {
        let codes = codings.codes(on: answer)
        for code in codes.isEmpty ? [none] : codes {
          tally.addAnswer(code, answer)
        }
      }
    }
    let rows = found.rows(
      tally, names: codings.names + [nil], keys: Array(repeating: [], count: none + 1))
    var table = Table(rows: rows, total: found.total, count: found.count)
    table.coders = coders
    return table
  }

  private func byCoder(_ request: Request, _ found: Found) throws -> Table {
    let all = try study.project.read { try $0.coders() }
    let codings = try HitCodes(study)
    var tally = GroupTally(groupCount: all.count + 1, found.owners)
    let counting = request.counting
    let speaksOfCodes = try [counting.query, counting.scope].compactMap(\.self).contains {
      try !QueryParser.parse($0).codeFilters.isEmpty
    }
    if !speaksOfCodes {
      let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.id, $0) })
      try tally.add(found.result, codings) { coders in
        coders.isEmpty ? [all.count] : coders.compactMap { places[$0] }
      }
    } else {
      // Codes are then those that the coder gave whose row it is, not anybody's.
      let named = try study.project.read { reader in
        try request.counting.coders.map { try reader.coder(called: $0).id }
      }
      for (place, coder) in all.enumerated() where named.isEmpty || named.contains(coder.id) {
        let search = try study.search(counting.query, by: [coder.name])
        let scope = try counting.scope.map { try study.answers(matching: $0, by: [coder.name]) }
        let result = try scope.map { try search.restricted(to: $0) } ?? search
        try tally.add(result, codings) { $0.contains(coder.id) ? [place] : [] }
      }
      try tally.add(found.result, codings) { $0.isEmpty ? [all.count] : [] }
    }
    let rows = found.rows(
      tally, names: all.map(\.name) + [nil], keys: Array(repeating: [], count: all.count + 1))
    var table = Table(rows: rows, total: found.total, count: found.count)
    table.isByCodersCodes = speaksOfCodes
    return table
  }

  /// Hits and answers by groups that every answer belongs to one of, and the tokens of these groups.
  private func groups(
    _ found: Found, count: Int, _ group: (_ respondent: Int, _ question: Int) -> Int
  ) throws -> (groups: [GroupTally.Count], tokens: [Int]) {
    var tally = GroupTally(groupCount: count, found.owners)
    var answers = [AnswerSet](repeating: AnswerSet(), count: count)
    found.owners.forEach { answer, respondent, question in
      guard found.scope?.contains(answer) ?? true else { return }
      let group = group(respondent, question)
      answers[group].insert(answer)
      if found.answers.contains(answer) { tally.addAnswer(group, answer) }
    }
    try found.result.forEachAnswerOfHits { answer, hits in
      guard let respondent = found.owners.respondent(of: answer),
        let question = found.owners.question(of: answer)
      else { return }
      tally.addHits(group(respondent, question), hits)
    }
    let searcher = try study.index().searcher
    return (tally.groups(), try answers.map { try searcher.tokenCount(in: .answers($0)) })
  }
}
