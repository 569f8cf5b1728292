import ArgumentParser
import Workbench

struct SpecificitiesCommand: SessionCommand {
  static let asksOneQuery = true
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "specificities",
      abstract: say(
        "Les mots propres à une modalité, à une question, à un code.",
        "The words typical of a value, a question, a code."),
      discussion: say(
        """
        Spécificités de Lafon : S est positif où un mot est plus fréquent dans une partie que le hasard ne le \
        donnerait, négatif où il l'est moins ; 2 est une chance sur cent, 3 une sur mille. f est sa fréquence dans \
        la partie, F dans le corpus, t et T leurs tailles en mots et signes. Par code, les parties sont les \
        segments qui portent chaque code.
        """,
        """
        Lafon's specificities: S is positive where a word is more frequent in a part than chance would have it, \
        negative where it is less; 2 is one chance in a hundred, 3 in a thousand. f is its frequency in the \
        part, F in the corpus, t and T their sizes in words and marks. By code, the parts are the segments \
        coded so.
        """))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions

  @Option(
    help: ArgumentHelp(
      say("Les parties : une variable, question ou code.", "The parts: a variable, question or code."),
      valueName: say("quoi", "what")))
  var by: String

  @Option(
    help: ArgumentHelp(
      say("Compter par lemma, form ou pos.", "Count by lemma, form or pos."), valueName: "lemma|form|pos"))
  var of: WordKey = .lemma

  @Option(
    help: ArgumentHelp(
      say("Les occurrences de cette requête plutôt que les mots.", "This query's hits rather than words."),
      valueName: say("requête", "query")))
  var query: String?

  @OptionGroup var filter: WordFilterOptions

  @Option(
    help: ArgumentHelp(
      say("Seulement |S| d'au moins n ; 0 pour tout.", "Only |S| of at least n; 0 for all."), valueName: "n"))
  var threshold: Double = 2

  @Option(
    name: .customLong("code"),
    help: ArgumentHelp(
      say("Avec --by code, seulement celui-ci (répétable).", "With --by code, only this one (repeatable)."),
      valueName: "code"))
  var codes: [String] = []

  @Flag(
    help: ArgumentHelp(say("Un code compte aussi ceux placés dessous.", "A code counts those under it, too."))
  )
  var withChildren = false

  @OptionGroup var counted: CountedCoders
  @OptionGroup var breaks: BreaksOption
  @OptionGroup var top: TopOption

  func validate() throws {
    guard threshold >= 0, threshold.isFinite else {
      throw ValidationError(say("--threshold doit être au moins 0", "--threshold must be at least 0"))
    }
  }

  private var parts: Specificities.Parts {
    switch by.lowercased() {
    case "question": .question
    case "code": .code
    default: .variable(by)
    }
  }

  func run(in session: Session) throws {
    if parts != .code, !codes.isEmpty { throw CommandError.exclusive("--code", "--by \(by)") }
    let study = try session.study(common)
    let table = try Specificities(study).table(
      Specificities.Request(
        query.map { .query($0) } ?? .words, by: parts, words: filter.selection(of, minimum: 2),
        threshold: query == nil ? threshold : 0,
        limit: top.limit(listing.format(on: session.terminal), default: 8), codes: codes,
        withChildren: withChildren,
        coders: counted.names, breaks: breaks.numbers()))
    try session.list(listing, data(table)) {
      (query == nil ? words(table, session) : hits(table, session))
        + Paragraph.lines(try footer(table, study), width: session.terminal.width).map(session.style.faint)
    }
    if let query {
      let hasHits = table.parts.contains { $0.rows.contains { $0.table.o11 > 0 } }
      try session.noteRemarks(on: query, coders: counted.names, foundNothing: !hasHits, of: study)
    }
  }

  private func data(_ table: Specificities.Table) -> DataTable {
    let part = parts == .code ? "code" : parts == .question ? "question" : "category"
    var data = DataTable(
      columns: [part, query == nil ? of.column : "query", "f", "F", "t", "T", "expected", "specificity"])
    for part in table.parts {
      for row in part.rows {
        data.rows.append([
          TableValue(part.name), .text(row.word ?? query ?? ""), .integer(Int(row.table.o11)),
          .integer(Int(row.table.r1)), .integer(part.tokenCount), .integer(table.tokenCount),
          TableValue(row.table.expected), .number(row.specificity),
        ])
      }
    }
    return data
  }

  /// Part by part, from the most typical word to the least.
  private func words(_ table: Specificities.Table, _ session: Session) -> [String] {
    var text = TextTable(
      columns: [.init(heading: of.wording, mayShrink: true)]
        + ["S", "f", "F", say("attendu", "expected")].map { .init(heading: $0, alignment: .right) },
      indent: 4)
    for row in table.parts.flatMap(\.rows) {
      text.rows.append([
        row.word ?? "", NumberWording.decimal(row.specificity, places: 1, signed: true),
        NumberWording.count(Int(row.table.o11)), NumberWording.count(Int(row.table.r1)),
        row.table.expected.map { NumberWording.decimal($0, places: 1) } ?? "–",
      ])
    }
    let rows = session.lines(text)
    var lines = rows.prefix(1).map { $0 }
    var next = 1
    for part in table.parts {
      lines.append(
        "  " + session.style.strong(name(of: part)) + "  "
          + session.style.faint(
            "t = \(NumberWording.count(part.tokenCount)), \(shown(part))"))
      lines += rows[next..<next + part.rows.count]
      next += part.rows.count
    }
    return lines
  }

  /// `12 mots en plus, 3 en moins`.
  private func shown(_ part: Specificities.Table.Part) -> String {
    say(
      "\(part.positiveCount.words) en plus, \(NumberWording.count(part.negativeCount)) en moins",
      "\(part.positiveCount.words) more, \(NumberWording.count(part.negativeCount)) less frequent")
  }

  /// The query, part by part.
  private func hits(_ table: Specificities.Table, _ session: Session) -> [String] {
    let heading = parts == .code ? "code" : parts == .question ? "question" : table.variable ?? by
    var text = TextTable(
      columns: [.init(heading: heading, mayShrink: true)]
        + ["S", "f", say("attendu", "expected"), "t", say("pour 10 000", "per 10,000")]
        .map { .init(heading: $0, alignment: .right) })
    for part in table.parts {
      for row in part.rows {
        text.rows.append([
          name(of: part), NumberWording.decimal(row.specificity, places: 1, signed: true),
          NumberWording.count(Int(row.table.o11)),
          row.table.expected.map { NumberWording.decimal($0, places: 1) } ?? "–",
          NumberWording.count(part.tokenCount),
          part.tokenCount > 0
            ? NumberWording.decimal(row.table.o11 / Double(part.tokenCount) * 10_000, places: 1) : "–",
        ])
      }
    }
    return session.lines(text)
  }

  private func name(of part: Specificities.Table.Part) -> String {
    (part.name ?? say("(sans valeur)", "(no value)")).onOneLine
  }

  private func footer(_ table: Specificities.Table, _ study: Study) throws -> String {
    var notes = ["T = \(table.tokenCount.tokens)."]
    if query != nil, let frequency = table.parts.first?.rows.first?.table.r1 {
      notes = ["F = \(Int(frequency).hits), " + notes[0]]
    } else {
      notes.append(
        say(
          "Spécificité de Lafon, |S| d'au moins \(NumberWording.decimal(threshold, places: 1)).",
          "Lafon's specificity, |S| of at least \(NumberWording.decimal(threshold, places: 1))."))
    }
    if !table.coders.isEmpty {
      notes.append(say("Codeur : ", "Coder: ") + table.coders.joined(separator: ", ") + ".")
      let coverage = try CoverageNote.text(
        CodingCoverage(
          table.coders, coded: table.codedAnswers, of: table.allAnswers, query: filter.scope.query, in: study)
      )
      if !coverage.isEmpty { notes.append(coverage.trimmingSpaces) }
    }
    return notes.joined(separator: " ")
  }
}
