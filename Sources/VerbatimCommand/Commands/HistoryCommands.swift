import ArgumentParser
import Foundation
import Workbench

struct HistoryCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "history",
      abstract: say("Ce qui a été fait, par qui et quand.", "What was done, by whom and when."),
      subcommands: [HistoryList.self, HistoryExportCommand.self], defaultSubcommand: HistoryList.self)
  }
}

struct HistoryList: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: say("La liste des actes, les derniers d'abord.", "The list of acts, the latest first."),
      discussion: say(
        "Les dates montrées et demandées sont à l'heure d'ici (TZ) ; suivies de Z, et en CSV, TSV et JSON, en UTC.",
        "Dates shown and asked for are in local time (TZ); with a Z at the end, and in CSV, TSV and JSON, in UTC."
      ))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      say("Combien d'actes, les derniers ; 0 pour tous.", "How many acts, the latest; 0 for all."),
      valueName: "n"))
  var limit: Int?

  @Option(
    name: .customLong("coder"),
    help: ArgumentHelp(
      say("Seulement de ce codeur (répétable).", "Only by this coder (repeatable)."),
      valueName: say("nom", "name")))
  var coders: [String] = []

  @Option(
    name: .customLong("kind"),
    help: ArgumentHelp(
      say("Seulement les actes de ce genre (répétable) : ", "Only acts of this kind (repeatable): ")
        + Act.Kind.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: say("genre", "kind")))
  var kinds: [Act.Kind] = []

  @Option(
    help: ArgumentHelp(
      say("Seulement ce qui touche à ce code.", "Only what had to do with this code."), valueName: "code"))
  var code: String?

  @Option(
    help: ArgumentHelp(
      say("Seulement ce qui touche à cette réponse.", "Only what had to do with this answer."),
      valueName: say("réponse", "answer")))
  var answer: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Depuis ce jour ou ce moment : 2026-11-22, 2026-11-22T10:30.",
        "From this day or moment on: 2026-11-22, 2026-11-22T10:30."),
      valueName: "date"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      say("Jusqu'à ce jour ou ce moment, compris.", "Up to this day or moment, included."), valueName: "date")
  )
  var until: String?

  func validate() throws {
    try OptionChecks.atLeast(0, limit, "--limit")
  }

  func run(in session: Session) throws {
    let format = listing.format(on: session.terminal)
    let count = limit.map { $0 == 0 ? nil : $0 } ?? (format == .table ? 20 : nil)
    var filter = HistoryKeeping.Filter()
    (filter.coders, filter.kinds, filter.code, filter.answer) = (coders, Set(kinds), code, answer)
    (filter.since, filter.until) = (since, until)
    try HistoryScreen.list(
      try HistoryKeeping(session.study(common)).acts(filter, limit: count), listing, session,
      empty: filter.isEmpty
        ? say("Rien n'a encore été fait.", "Nothing has been done yet.")
        : say("Aucun acte ne correspond.", "No act matches."))
  }
}

/// Acts as a listing.
enum HistoryScreen {
  /// - Parameter empty: what to say where there are none.
  static func list(_ acts: [Act], _ listing: ListingOptions, _ session: Session, empty: String) throws {
    let table = DataTable(
      columns: ["act", "date", "coder", "kind", "state", "details"],
      rows: acts.map {
        [
          .integer(Int($0.id.value)), .text($0.date), .text($0.coder), .text($0.kind.rawValue),
          .text($0.state.rawValue),
          .text(ActWording.text($0)),
        ]
      })
    try session.list(listing, table) {
      guard !acts.isEmpty else { return [empty] }
      var text = TextTable(columns: [
        .init(heading: say("n°", "no."), alignment: .right), .init(heading: "date (\(HistoryTime.name()))"),
        .init(heading: say("codeur", "coder")),
        .init(heading: say("acte", "act"), mayShrink: true), .init(heading: ""),
      ])
      text.rows = acts.map { act in
        [
          String(act.id.value),
          HistoryTime.local(act.date), act.coder,
          ActWording.text(act), ActWording.state(act.state),
        ]
      }
      return session.lines(text)
    }
  }
}

struct HistoryExportCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: say(
        "Écrire tout l'historique comme données, acte par acte et changement par changement.",
        "Write the whole history as data, act by act and change by change."),
      discussion: say(
        "En JSON Lines, ou en CSV ou TSV par la terminaison. Le texte des réponses n'y figure jamais ; celui des mémos et des exemples, qui peuvent en citer, seulement avec --with-memos.",
        "As JSON Lines, or as CSV or TSV by the ending. Answers' texts are never in it; those of memos and examples, which may quote them, only with --with-memos."
      ))
  }

  @OptionGroup var common: CommonOptions

  @Flag(
    help: ArgumentHelp(
      say("Avec le texte des mémos et des exemples.", "With the texts of memos and examples.")))
  var withMemos = false

  @Argument(
    help: ArgumentHelp(
      say(
        "Le fichier (.jsonl, .csv ou .tsv) ; à l'écran, sinon.",
        "The file (.jsonl, .csv or .tsv); else the screen."),
      valueName: say("fichier", "file")), completion: .file())
  var file: String?

  func run(in session: Session) throws {
    let export = try HistoryExport(session.study(common), withMemos: withMemos)
    guard let file else { return try export.write(as: .jsonl) { try session.output.write($0) } }
    guard let format = FileName(file).ending.flatMap(TableFormat.init), format != .json else {
      throw CommandError.badValue(
        option: "export", value: file,
        expected: say("un fichier .jsonl, .csv ou .tsv", "a .jsonl, .csv or .tsv file"))
    }
    try Output.writeFile(file) { write in try export.write(as: format, write) }
    try session.print(say("Écrit : ", "Written: ") + file)
  }
}

struct UndoCommand: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo",
      abstract: say("Annuler le dernier acte, ou un autre.", "Undo the latest act, or another."),
      discussion: say(
        "Avec un numéro de l'historique, cet acte-là, si rien de ce qui a été fait depuis n'en dépend.",
        "With a number of the history, that act, where nothing done since depends on it."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption

  @Argument(help: ArgumentHelp(say("Le numéro de l'acte.", "The act's number."), valueName: "n"))
  var act: Int64?

  func run(in session: Session) throws {
    let act = try HistoryKeeping(session.study(common)).undo(act, coder: coder.coder)
    try session.print(say("Annulé : ", "Undone: ") + ActWording.signed(act))
  }
}

struct RedoCommand: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "redo",
      abstract: say("Rétablir le dernier acte annulé, ou un autre.", "Redo the act undone last, or another."),
      discussion: say(
        "Sans numéro : pas à pas, tant que rien d'autre n'a été fait depuis l'annulation. Avec un numéro : cet acte-là, si rien ne s'y oppose.",
        "Without a number: step by step, as long as nothing else was done since the undoing. With a number: that act, where nothing is in its way."
      ))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption

  @Argument(help: ArgumentHelp(say("Le numéro de l'acte.", "The act's number."), valueName: "n"))
  var act: Int64?

  func run(in session: Session) throws {
    let act = try HistoryKeeping(session.study(common)).redo(act, coder: coder.coder)
    try session.print(say("Rétabli : ", "Redone: ") + ActWording.signed(act))
  }
}
