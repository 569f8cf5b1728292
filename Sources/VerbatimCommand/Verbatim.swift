import ArgumentParser
import CLineEditor
import Foundation
import Workbench

/// The program: from a survey export to coded excerpts.
@main
struct Verbatim: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verbatim",
      abstract: say(
        "Coder les réponses ouvertes des enquêtes : lire, coder, compter, citer.",
        "Code the open-ended answers of surveys: read, code, count, quote."),
      discussion: say(
        "Pour commencer : verbatim demo, ou verbatim import ENQUETE.csv.",
        "To start: verbatim demo, or verbatim import SURVEY.csv."),
      version: "0.1.0",
      groupedSubcommands: [
        CommandGroup(
          name: say("Projet", "Project"),
          subcommands: [
            DemoCommand.self, NewCommand.self, ImportCommand.self, InfoCommand.self, CheckCommand.self, BackupCommand.self,
            ReindexCommand.self, HistoryCommand.self, UndoCommand.self, RedoCommand.self, ReplCommand.self,
          ]),
        CommandGroup(
          name: say("Lire et compter les mots", "Reading and counting words"),
          subcommands: [
            SearchCommand.self, ShowCommand.self, KwicCommand.self, CountCommand.self, FrequenciesCommand.self,
            AnalyzeCommand.self,
          ]),
        CommandGroup(
          name: say("Coder", "Coding"),
          subcommands: [
            CodebookCommand.self, CodeCommand.self, UncodeCommand.self, AutocodeCommand.self, CodingsCommand.self,
            CodersCommand.self, MemoCommand.self,
          ]),
        CommandGroup(
          name: say("Tableaux et extraits", "Tables and excerpts"),
          subcommands: [CooccurrencesCommand.self, CrosstabCommand.self, ExcerptsCommand.self, ExportCommand.self]),
      ])
  }

  static func main() {
    _ = line_editor_use_utf8()
    signal(SIGPIPE, SIG_DFL)
    do {
      var command = try parseAsRoot(CommonOptions.moved(Array(CommandLine.arguments.dropFirst())))
      try command.run()
    } catch {
      finish(with: error)
    }
  }

  /// Ends the process as an error asks: help on standard output, anything else in one line on standard error.
  static func finish(with error: any Error) -> Never {
    let report = UsageReport(error) ?? UsageReport(report: ErrorReport(error))
    FileHandle(fileDescriptor: report.isHelp ? 1 : 2).write(Data(report.text.utf8))
    Foundation.exit(report.code)
  }
}
