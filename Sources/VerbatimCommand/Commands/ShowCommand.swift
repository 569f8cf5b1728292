import ArgumentParser
import Workbench

struct ShowCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: say(
        "Lire une réponse, ou toutes celles d'un répondant, avec ses codages.",
        "Read an answer, or all of a respondent's, with the codings."))
  }

  @OptionGroup var common: CommonOptions

  @Argument(
    help: ArgumentHelp(
      say("RÉPONDANT/QUESTION, ou RÉPONDANT.", "RESPONDENT/QUESTION, or RESPONDENT."),
      valueName: say("réponse", "answer")))
  var answer: String

  func run(in session: Session) throws {
    for page in try AnswerReading(session.study(common)).pages(answer) {
      try session.print(AnswerScreen.lines(page, session).joined(separator: "\n"))
    }
  }
}
