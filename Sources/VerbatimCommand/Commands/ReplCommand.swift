import ArgumentParser
import Foundation
import Workbench

struct ReplCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "repl",
      abstract: say(
        "Travailler dans le projet, commande après commande.", "Work in the project, command after command."),
      discussion: say(
        "Les mêmes commandes, le projet et son index restant ouverts ; Tab complète, ↑ rappelle. --coder dit qui code tout au long.",
        "The same commands, the project and its index kept open; Tab completes, ↑ recalls. --coder says who codes throughout."
      ))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption

  @Flag(
    help: ArgumentHelp(
      say(
        "Montrer aussi les lignes lues, comme au terminal.", "Show the lines read, too, as a terminal would.")
    ))
  var echo = false

  func run() throws {
    let session = Session(color: common.color, isREPL: true)
    let study = try session.study(common)
    session.coder = try coder.coder.map { try study.currentCoder($0) }
    let repl = Repl(session, study, common)
    repl.isEchoing = echo
    let code = try repl.run()
    if code != 0 { throw ExitCode(code) }
  }
}
