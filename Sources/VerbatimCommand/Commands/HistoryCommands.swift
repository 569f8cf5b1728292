import ArgumentParser
import Foundation
import Workbench

struct HistoryCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "history",
      abstract: say("Ce qui a été fait, par qui et quand.", "What was done, by whom and when."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions

  @Option(
    help: ArgumentHelp(
      say("Combien d'actes, les derniers ; 0 pour tous.", "How many acts, the latest; 0 for all."),
      valueName: "n"))
  var limit: Int?

  func validate() throws {
    try OptionChecks.atLeast(0, limit, "--limit")
  }

  func run(in session: Session) throws {
    let format = listing.format(on: session.terminal)
    let count = limit.map { $0 == 0 ? nil : $0 } ?? (format == .table ? 20 : nil)
    let acts = try HistoryKeeping(session.study(common)).acts(limit: count)
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
      guard !acts.isEmpty else { return [say("Rien n'a encore été fait.", "Nothing has been done yet.")] }
      var text = TextTable(columns: [
        .init(heading: say("n°", "no."), alignment: .right), .init(heading: say("date", "date")),
        .init(heading: say("codeur", "coder")),
        .init(heading: say("acte", "act"), mayShrink: true), .init(heading: ""),
      ])
      text.rows = acts.map { act in
        [
          String(act.id.value),
          act.date.replacingOccurrences(of: "T", with: " ").replacingOccurrences(of: "Z", with: ""),
          act.coder,
          ActWording.text(act), ActWording.state(act.state),
        ]
      }
      return session.lines(text)
    }
  }
}

struct UndoCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo", abstract: say("Annuler le dernier acte.", "Undo the latest act."))
  }

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let act = try HistoryKeeping(session.study(common)).undo()
    try session.print(say("Annulé : ", "Undone: ") + ActWording.signed(act))
  }
}

struct RedoCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "redo", abstract: say("Rétablir le dernier acte annulé.", "Redo the act undone last."))
  }

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let act = try HistoryKeeping(session.study(common)).redo()
    try session.print(say("Rétabli : ", "Redone: ") + ActWording.signed(act))
  }
}
