import ArgumentParser
import Workbench

struct MergeCommand: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "merge",
      abstract: say("Réunir un autre projet à celui-ci.", "Merge another project into this one."),
      discussion: say(
        """
        Des copies sur lesquelles plusieurs ont travaillé, ou des projets sur la même enquête. Répondants, questions, \
        variables et codeurs se reconnaissent à leur nom, les codes à leur identifiant stable, sinon à leur chemin. \
        Rien n'est perdu : un même code d'un même codeur sur deux passages qui se recouvrent est gardé des deux façons, \
        la seconde au nom de « codeur (2) » ; de deux définitions, la plus longue est gardée et l'autre écrite dans le \
        mémo du code. L'autre fichier n'est que lu. Recommencer ne change rien.
        """,
        """
        Copies that several people worked on, or projects over the same survey. Respondents, questions, variables and \
        coders are told by their names, codes by their stable keys, else by their paths. Nothing is lost: one coder's \
        code on two parts that overlap is kept both ways, the second in the name of 'coder (2)'; of two definitions \
        the longer is kept and the other written into the code's memo. The other file is only read. Doing it again \
        changes nothing.
        """))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var coder: CoderOption

  @Argument(
    help: ArgumentHelp(say("L'autre projet.", "The other project."), valueName: say("fichier", "file")),
    completion: .file(extensions: ["verbatim"]))
  var other: String

  @Flag(
    help: ArgumentHelp(
      say("Montrer ce qui viendrait, sans rien changer.", "Show what would come and change nothing.")))
  var dryRun = false

  func run(in session: Session) throws {
    let report = try Merging(session.study(common)).run(other, isDryRun: dryRun, coder: coder.coder)
    var options = listing
    if options.format == nil && options.output == nil { options.format = .table }
    try session.list(options, MergeScreen.data(report)) {
      MergeScreen.lines(report, isDryRun: dryRun, session)
    }
  }
}
