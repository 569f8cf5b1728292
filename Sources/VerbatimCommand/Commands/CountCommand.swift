import ArgumentParser
import Workbench

struct CountCommand: SessionCommand {
  static let asksOneQuery = true
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "count",
      abstract: say(
        "Combien de fois, dans combien de réponses, chez combien de répondants.",
        "How often, in how many answers, by how many respondents."),
      discussion: QueryHelp.text)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var language: QueryLanguageOption

  @Option(
    help: ArgumentHelp(
      say(
        "Par form, lemma, pos, question, code, coder ou une variable.",
        "By form, lemma, pos, question, code, coder or a variable."), valueName: say("quoi", "what")))
  var by: String?

  @OptionGroup var scope: WhereOption

  @Option(
    help: ArgumentHelp(
      say(
        "La base des parts : all, ou answered (ceux qui ont répondu).",
        "The base of shares: all, or answered (those with an answer)."), valueName: "base"))
  var base: CrossTabulating.Base = .all

  @Flag(help: ArgumentHelp(say("Avec la pondération de l'enquête.", "With the survey's weight.")))
  var weighted = false

  @OptionGroup var breaks: BreaksOption
  @OptionGroup var counted: CountedCoders
  @OptionGroup var top: TopOption

  @Argument(help: ArgumentHelp(say("La requête.", "The query."), valueName: say("requête", "query")))
  var query: [String]

  func run(in session: Session) throws {
    try language.read(query) { try count($0, in: session) }
  }

  private func count(_ query: String, in session: Session) throws {
    let study = try session.study(common)
    let request = QueryCounting.Request(
      query, scope: scope.query, base: base, isWeighted: weighted, coders: counted.names)
    guard let by else {
      let count = try QueryCounting(study).count(request)
      try show(count, session)
      return try note(count, query, study, session)
    }
    let grouping = GroupedCounting.Grouping(by)
    var table: GroupedCounting.Table
    do {
      table = try GroupedCounting(study).table(
        GroupedCounting.Request(request, by: grouping, coders: counted.names, breaks: breaks.numbers()))
    } catch StudyError.unknownVariable(let name, nil) where name == by {
      throw StudyError.unknownVariable(name: name, near: GroupedCounting.Grouping.french[name.lowercased()])
    }
    let all = table.rows.count
    let limit =
      grouping.hasOwnOrder
      ? top.top.map { $0 == 0 ? .max : $0 } ?? .max
      : top.limit(
        listing.format(on: session.terminal), default: 30)
    table.rows = Array(table.rows.prefix(limit))
    try session.list(listing, CountScreen.data(table, grouping, isWeighted: weighted)) {
      CountScreen.lines(table, grouping, request, of: all, session)
    }
    try note(table.count, query, study, session)
  }

  private func note(_ count: QueryCount, _ query: String, _ study: Study, _ session: Session) throws {
    try session.noteRemarks(
      on: query, in: scope.query, coders: counted.names, foundNothing: count.answers == 0, of: study)
  }

  private func show(_ count: QueryCount, _ session: Session) throws {
    var table = DataTable(
      columns: [
        "query", "hits", "answers", "respondents", "all_answers", "all_respondents", "share", "lower",
        "upper",
      ],
      rows: [
        [
          .text(count.query), count.hits.map { .integer($0) } ?? .missing, .integer(count.answers),
          .integer(count.respondents), .integer(count.allAnswers), .integer(count.allRespondents),
          TableValue(count.share), TableValue(count.interval?.lower), TableValue(count.interval?.upper),
        ]
      ])
    if let tokens = count.tokens {
      table.columns.append("tokens")
      table.rows[0].append(.integer(tokens))
    }
    if let cell = count.weighted {
      table.columns += ["weighted_respondents", "weighted_all"]
      table.rows[0] += [.number(cell.weighted), .number(cell.weightedBase)]
    }
    if listing.format(on: session.terminal) == .json {
      // One count is one object, not a list of one.
      return try session.write(table.text(as: .jsonl), to: listing.output)
    }
    try session.list(listing, table) { [CountScreen.line(count)] }
  }
}

extension GroupedCounting.Grouping {
  /// The grouping as an option names it: its own name, else a variable's.
  init(_ name: String) {
    switch name.lowercased() {
    case "form": self = .word(.form)
    case "lemma": self = .word(.lemma)
    case "pos": self = .word(.partOfSpeech)
    case "question": self = .question
    case "code": self = .code
    case "coder": self = .coder
    default: self = .variable(name)
    }
  }

  /// The names of groupings that headings show in French, with the options' own.
  static let french = [
    "forme": "form", "mot": "form", "lemme": "lemma", "catégorie": "pos", "codeur": "coder",
  ]

  /// Whether groups stand in an order of their own and shares are shares of respondents.
  var hasOwnOrder: Bool {
    switch self {
    case .variable, .question: true
    case .word, .code, .coder: false
    }
  }
}
