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
            DemoCommand.self, NewCommand.self, ImportCommand.self, InfoCommand.self, CheckCommand.self,
            BackupCommand.self,
            ReindexCommand.self, HistoryCommand.self, UndoCommand.self, RedoCommand.self, ReplCommand.self,
          ]),
        CommandGroup(
          name: say("Lire et compter les mots", "Reading and counting words"),
          subcommands: [
            SearchCommand.self, ShowCommand.self, KwicCommand.self, CountCommand.self,
            FrequenciesCommand.self, CollocatesCommand.self, SpecificitiesCommand.self,
            AnalyzeCommand.self,
          ]),
        CommandGroup(
          name: say("Coder", "Coding"),
          subcommands: [
            CodingModeCommand.self, CodebookCommand.self, CodeCommand.self, UncodeCommand.self,
            AutocodeCommand.self, RulesCommand.self,
            CodingsCommand.self,
            CodersCommand.self, MemoCommand.self,
          ]),
        CommandGroup(
          name: say("Tableaux et extraits", "Tables and excerpts"),
          subcommands: [
            CooccurrencesCommand.self, CrosstabCommand.self, ExcerptsCommand.self, ExportCommand.self,
          ]),
        CommandGroup(
          name: say("En équipe", "As a team"),
          subcommands: [
            MergeCommand.self, AgreementCommand.self, DisagreementsCommand.self, SettleCommand.self,
          ]),
      ])
  }

  static func main() {
    StandardStream.holdDescriptors()
    _ = line_editor_use_utf8()
    signal(SIGPIPE, SIG_DFL)
    do {
      var command = try command(CommonOptions.moved(Array(CommandLine.arguments.dropFirst())))
      try command.run()
    } catch {
      finish(with: error)
    }
  }

  /// The command that arguments ask for. A first word that is no command is said to be none, rather than one
  /// argument too many.
  static func command(_ arguments: [String]) throws -> any ParsableCommand {
    if let command = named(arguments) { return command }
    let known = ReplCommands.all + ReplCommands.aliases + ["repl", "help"]
    if let name = arguments.first, !name.hasPrefix("-"), !known.contains(name) {
      throw CommandError.unknownCommand(name, near: NearName.closest(to: name, among: known))
    }
    return try parseAsRoot(arguments)
  }

  /// The command that the first words name, where the arguments behind them are right. Parsing it by itself spares each
  /// start what the parser does for the commands above it; what is wrong with arguments, and help, is for the parser to
  /// say from the top, where it knows the command's whole name.
  private static func named(_ arguments: [String]) -> (any ParsableCommand)? {
    var type: any ParsableCommand.Type = Verbatim.self
    var rest = arguments[...]
    while case let subcommands = type.configuration.subcommands, !subcommands.isEmpty {
      let below = subcommands.first {
        let configuration = $0.configuration
        return rest.first.map { configuration.commandName == $0 || configuration.aliases.contains($0) }
          ?? false
      }
      guard let below else { return nil }
      type = below
      rest = rest.dropFirst()
    }
    // What asks for help gives another command.
    guard let command = try? type.parseAsRoot(Array(rest)), Swift.type(of: command) == type else {
      return nil
    }
    return command
  }

  /// Ends the process as an error asks: help on standard output, anything else in one line on standard error.
  static func finish(with error: any Error) -> Never {
    if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
    let report = UsageReport(error) ?? UsageReport(report: ErrorReport(error))
    StandardStream.write(report.text, to: report.isHelp ? 1 : 2)
    Foundation.exit(report.code)
  }
}
