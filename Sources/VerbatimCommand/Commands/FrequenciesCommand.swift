import ArgumentParser
import Workbench

struct FrequenciesCommand: SessionCommand {
  static let asksOneQuery = true
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "frequencies", abstract: say("Les mots les plus fréquents.", "The most frequent words."),
      discussion: say(
        "Avec le nombre de réponses et de répondants chez qui chaque mot figure.",
        "With the number of answers, and of respondents, in which each word stands."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var words: WordOptions
  @OptionGroup var top: TopOption

  func run(in session: Session) throws {
    let list = try WordCounting(session.study(common)).frequencies(words.selection(minimum: 1))
    let rows = list.rows.prefix(top.limit(listing.format(on: session.terminal), default: 30))
    let table = DataTable(
      columns: [words.by.column, "count", "answers", "respondents"],
      rows: rows.map {
        [.text($0.key), .integer($0.count), .integer($0.answers), .integer($0.respondents ?? 0)]
      })
    try session.list(listing, table) {
      var text = TextTable(columns: [
        .init(heading: words.by.wording),
        .init(heading: say("occurrences", "count"), alignment: .right),
        .init(heading: say("réponses", "answers"), alignment: .right),
        .init(heading: say("part", "share"), alignment: .right),
        .init(heading: say("répondants", "respondents"), alignment: .right),
      ])
      text.rows = rows.map { row in
        [
          row.key, NumberWording.count(row.count), NumberWording.count(row.answers),
          list.answerCount > 0
            ? NumberWording.share(Double(row.answers) / Double(list.answerCount), places: 1) : "–",
          NumberWording.count(row.respondents ?? 0),
        ]
      }
      var base = say(
        "Part des \(list.answerCount.answers) (\(list.respondentCount.respondents)) ; \(list.tokenCount.words) comptés.",
        "Share of the \(list.answerCount.answers) (\(list.respondentCount.respondents)); \(list.tokenCount.words) counted."
      )
      if rows.count < list.rows.count {
        base += say(
          " \(rows.count) sur \(NumberWording.count(list.rows.count)) ; tout : --top 0.",
          " \(rows.count) of \(NumberWording.count(list.rows.count)); all: --top 0.")
      }
      return session.lines(text)
        + Paragraph.lines(base, width: session.terminal.width).map(session.style.faint)
    }
  }
}
