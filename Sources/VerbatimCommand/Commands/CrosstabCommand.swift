import ArgumentParser
import Workbench

struct CrosstabCommand: SessionCommand {
  static let asksOneQuery = true
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "crosstab",
      abstract: say("Les codes selon une variable.", "Codes by a variable."),
      discussion: say(
        "Effectifs, parts en colonne avec leur intervalle de confiance à 95 % (Wilson), χ² et V de Cramér.",
        "Counts, column shares with their 95 % confidence interval (Wilson), χ² and Cramér's V."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions

  @Argument(
    help: ArgumentHelp(
      say("Les codes ; tous ceux qui ont servi, sinon.", "The codes; else all that were given."),
      valueName: "code"))
  var codes: [String] = []

  @Option(help: ArgumentHelp(say("La variable.", "The variable."), valueName: "variable"))
  var by: String

  @Option(
    help: ArgumentHelp(
      say(
        "Ce qui est compté : respondents, answers ou codings.",
        "What is counted: respondents, answers or codings."), valueName: say("unité", "unit")))
  var of: CrossTabulating.Unit = .respondents

  @Option(
    help: ArgumentHelp(
      say(
        "La base des parts : all, ou answered (ceux qui ont répondu).",
        "The base of shares: all, or answered (those with an answer)."), valueName: "base"))
  var base: CrossTabulating.Base = .all

  @Flag(help: ArgumentHelp(say("Avec la pondération de l'enquête.", "With the survey's weight.")))
  var weighted = false

  @Flag(
    help: ArgumentHelp(say("Un code compte aussi ceux placés dessous.", "A code counts those under it, too."))
  )
  var withChildren = false

  @Flag(
    help: ArgumentHelp(
      say("Laisser de côté les répondants sans valeur.", "Leave out respondents without a value.")))
  var leaveOutMissing = false

  @OptionGroup var breaks: BreaksOption

  @OptionGroup var counted: CountedCoders

  @OptionGroup var scope: WhereOption

  func run(in session: Session) throws {
    let study = try session.study(common)
    let table = try CrossTabulating(study).table(
      CrossTabulating.Request(
        codes: codes, variable: by, unit: of, base: base, isWeighted: weighted, withChildren: withChildren,
        coders: counted.names,
        query: scope.query, leavesOutMissing: leaveOutMissing, breaks: breaks.numbers()))
    try session.list(listing, CrosstabScreen.data(table)) {
      CrosstabScreen.lines(
        table, session,
        coverage: try CodingCoverage(
          table.coders, coded: table.codedAnswers, of: table.allAnswers, query: scope.query, in: study))
    }
  }
}
