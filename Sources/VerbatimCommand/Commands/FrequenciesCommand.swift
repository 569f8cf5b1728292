import ArgumentParser
import Workbench

/// Which words a command counts.
struct WordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(say("Compter par lemma ou form.", "Count by lemma or form."), valueName: "lemma|form"))
  var by: WordKey = .lemma

  @Option(
    help: ArgumentHelp(
      say(
        "Seulement ces catégories, comme NOUN,VERB,ADJ.", "Only these parts of speech, such as NOUN,VERB,ADJ."
      ), valueName: "POS,…"))
  var pos: String?

  @OptionGroup var scope: WhereOption

  @Option(
    help: ArgumentHelp(
      say("Seulement les mots d'au moins n occurrences.", "Only words of at least n occurrences."),
      valueName: "n"))
  var minimum: Int?

  func selection(minimum standard: Int) throws -> WordCounting.Selection {
    var parts: Set<PartOfSpeech>?
    if let pos {
      parts = []
      for name in ColumnList.names(pos) {
        guard let tag = PartOfSpeech(tag: name.uppercased()) else {
          throw CommandError.badValue(
            option: "--pos", value: name,
            expected: say("une catégorie : ", "a part of speech: ")
              + PartOfSpeechTag.all.joined(separator: " "))
        }
        parts?.insert(tag)
      }
    }
    return WordCounting.Selection(
      key: by, partsOfSpeech: parts, query: scope.query, minimum: max(1, minimum ?? standard))
  }
}

struct FrequenciesCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "frequencies", abstract: say("Les mots les plus fréquents.", "The most frequent words."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var words: WordOptions

  @Option(
    help: ArgumentHelp(say("Combien de mots ; 0 pour tous.", "How many words; 0 for all."), valueName: "n"))
  var top: Int?

  func run(in session: Session) throws {
    let list = try WordCounting(session.study(common)).frequencies(words.selection(minimum: 1))
    let format = listing.format(on: session.terminal)
    let limit = top.map { $0 <= 0 ? Int.max : $0 } ?? (format == .table ? 30 : .max)
    let rows = list.rows.prefix(limit)
    let name = words.by == .form ? "form" : words.by == .lemma ? "lemma" : "pos"
    let table = DataTable(
      columns: [name, "count", "answers"],
      rows: rows.map { [.text($0.key), .integer($0.count), .integer($0.answers)] })
    try session.list(listing, table) {
      var text = TextTable(columns: [
        .init(
          heading: words.by == .form
            ? say("forme", "form")
            : words.by == .lemma ? say("lemme", "lemma") : say("catégorie", "part of speech")),
        .init(heading: say("occurrences", "count"), alignment: .right),
        .init(heading: say("réponses", "answers"), alignment: .right),
        .init(heading: say("part", "share"), alignment: .right),
      ])
      text.rows = rows.map { row in
        [
          row.key, NumberWording.count(row.count), NumberWording.count(row.answers),
          list.answerCount > 0
            ? NumberWording.share(Double(row.answers) / Double(list.answerCount), places: 1) : "–",
        ]
      }
      let base = say(
        "Part des \(list.answerCount.answers) ; \(list.tokenCount.words) comptés.",
        "Share of the \(list.answerCount.answers); \(list.tokenCount.words) counted.")
      return session.lines(text) + [session.style.faint(base)]
    }
  }
}
