import ArgumentParser
import Workbench

struct SearchCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "search",
      abstract: say("Les réponses que trouve une requête.", "The answers that a query finds."),
      discussion: QueryHelp.text)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var language: QueryLanguageOption

  @Argument(help: ArgumentHelp(say("La requête.", "The query."), valueName: say("requête", "query")))
  var query: [String]

  func run(in session: Session) throws {
    let study = try session.study(common)
    let format = listing.format(on: session.terminal)
    let found = try language.read(query) { query in
      try AnswerSearch(study).page(
        query, from: page.from, limit: page.limit(format, default: 20), variables: page.columns)
    }
    let table = DataTable(
      columns: ["respondent", "question"] + found.variables + ["hits", "codings", "text"],
      rows: found.lines.map { line in
        [.text(line.answer.respondent), .text(line.answer.question ?? "")] + line.values.map { .text($0) }
          + [.integer(line.hits.count), .integer(line.codings), .text(line.text)]
      })
    try session.list(listing, table) {
      found.lines.flatMap { AnswerScreen.lines($0, found.variables, session) }
        + [PageFooter.text(found.count, shown: found.lines.count, from: page.from, of: found.count.answers)]
    }
  }
}

struct KwicCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "kwic",
      abstract: say("Les mots dans leur contexte.", "Words in context."), discussion: QueryHelp.text)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var language: QueryLanguageOption

  @Option(
    help: ArgumentHelp(
      say(
        "Le contexte de chaque côté : 40 (caractères) ou 8w (mots).",
        "The context on each side: 40 (characters) or 8w (words)."),
      valueName: "n|nw"))
  var context: ContextWidth?

  @Option(
    help: ArgumentHelp(
      say("L'ordre : answer, left, right ou hit.", "The order: answer, left, right or hit."),
      valueName: say("ordre", "order")))
  var sort: Concordance.Order = .answer

  @Argument(help: ArgumentHelp(say("La requête.", "The query."), valueName: say("requête", "query")))
  var query: [String]

  func run(in session: Session) throws {
    let study = try session.study(common)
    let format = listing.format(on: session.terminal)
    let found = try language.read(query) { query in
      try Concordance(study).page(
        query, context: context ?? .characters(format == .table ? session.terminal.width / 2 : 40),
        order: sort, from: page.from, limit: page.limit(format, default: 40), variables: page.columns)
    }
    let table = DataTable(
      columns: ["respondent", "question", "start", "end", "left", "hit", "right"] + found.variables,
      rows: found.lines.map { line in
        [
          .text(line.answer.respondent), .text(line.answer.question ?? ""), .integer(line.range.start),
          .integer(line.range.end), .text(line.left), .text(line.hit), .text(line.right),
        ] + line.values.map { .text($0) }
      })
    try session.list(listing, table) {
      KwicScreen.lines(found, from: page.from, session)
        + [PageFooter.text(found.count, shown: found.lines.count, from: page.from, of: found.count.hits ?? 0)]
    }
  }
}

struct CountCommand: SessionCommand {
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

  @Argument(help: ArgumentHelp(say("La requête.", "The query."), valueName: say("requête", "query")))
  var query: [String]

  func run(in session: Session) throws {
    let counting = QueryCounting(try session.study(common))
    let count = try language.read(query) { try counting.count($0) }
    let table = DataTable(
      columns: ["query", "hits", "answers", "respondents", "all_answers", "all_respondents"]
        + (count.tokens == nil ? [] : ["tokens"]),
      rows: [
        [
          .text(count.query), count.hits.map { .integer($0) } ?? .missing, .integer(count.answers),
          .integer(count.respondents), .integer(count.allAnswers), .integer(count.allRespondents),
        ] + (count.tokens.map { [.integer($0)] } ?? [])
      ])
    if listing.format(on: session.terminal) == .json {
      // One count is one object, not a list of one.
      return try session.write(table.text(as: .jsonl), to: listing.output)
    }
    try session.list(listing, table) { [PageFooter.counts(count)] }
  }
}

/// Which page of a long listing.
struct PageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Combien de lignes ; 0 pour toutes.", "How many lines; 0 for all."), valueName: "n"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      say("Combien de lignes sauter.", "How many lines to leave out at the start."), valueName: "n"))
  var from: Int = 0

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp(
      say("Les variables à montrer à côté.", "The variables to show beside."), valueName: "variable,…"))
  var with: String?

  var columns: [String] { with.map(ColumnList.names) ?? [] }

  func limit(_ format: ListingOptions.Format, default count: Int) -> Int {
    guard let limit else { return format == .table ? count : .max }
    return limit <= 0 ? .max : limit
  }

  func validate() throws {
    guard from >= 0 else {
      throw ValidationError(say("--from doit être au moins 0", "--from must be at least 0"))
    }
  }
}

/// The language of queries in short.
enum QueryHelp {
  static var text: String {
    say(
      """
      Requêtes : un mot (forme ou lemme), =exact, lemma:perdre, numéri*, "perte de lien", perte NEAR/5 lien, \
      perte BEFORE/5 lien, [lemma="perdre"] []{0,3} [pos="NOUN"] within s (CQL), code:"perte de lien", \
      question:q1, coder:anna, ancienneté>=10, uncoded, memo:mot, ET OU SAUF, parenthèses, … within code:"…". Tout : Documentation/queries.md.
      """,
      """
      Queries: a word (form or lemma), =exact, lemma:perdre, numéri*, "perte de lien", perte NEAR/5 lien, \
      perte BEFORE/5 lien, [lemma="perdre"] []{0,3} [pos="NOUN"] within s (CQL), code:"perte de lien", \
      question:q1, coder:anna, ancienneté>=10, uncoded, memo:word, AND OR NOT, parentheses, … within code:"…". All of it: Documentation/queries.md.
      """)
  }

  /// The query from the words that the shell left of it. Quotes that belong to the query must be kept from
  /// the shell, by single quotes around the whole.
  static func joined(_ words: [String]) -> String { words.joined(separator: " ") }
}
