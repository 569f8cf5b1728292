import ArgumentParser
import Workbench

struct SearchCommand: SessionCommand {
  static let asksOneQuery = true
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
    let (from, limit) = page.range(format, default: 20)
    try language.read(query) { query in
      let count = try AnswerSearch(study).list(
        query, from: from, limit: limit, variables: page.columns
      ) { found in
        try show(found, from: from, limit: limit, in: session)
        return found.count
      }
      try session.noteRemarks(on: query, foundNothing: count.answers == 0, of: study)
    }
  }

  private func show(_ found: AnswerList, from: Int, limit: Int, in session: Session) throws {
    let columns = ["respondent", "question"] + found.variables + ["hits", "codings", "text"]
    try session.list(listing, columns: columns) {
      var screen: [String] = []
      var shown = 0
      try found.forEach { line in
        screen += AnswerScreen.lines(line, found.variables, session)
        shown += 1
      }
      return screen + [
        PageFooter.text(
          found.count, shown: shown, from: from, of: found.count.answers, page: page.page, limit: limit)
      ]
    } rows: { add in
      try found.forEach { line in
        try add(
          [.text(line.answer.respondent), .text(line.answer.question ?? "")] + line.values.map { .text($0) }
            + [.integer(line.hits.count), .integer(line.codings), .text(line.text)])
      }
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
