import ArgumentParser
import Workbench

/// What every command understands.
struct CommonOptions: ParsableArguments {
  @Option(
    name: [.customShort("p"), .customLong("project")],
    help: ArgumentHelp(
      say(
        "Le projet ; sinon $VERBATIM_PROJECT, sinon le seul *.verbatim du dossier.",
        "The project; else $VERBATIM_PROJECT, else the only *.verbatim in the folder."),
      valueName: say("fichier", "file")),
    completion: .file(extensions: ["verbatim"]))
  var project: String?

  @Option(
    help: ArgumentHelp(say("La langue : fr ou en.", "The language: fr or en."), valueName: "fr|en"))
  var lang: Language?

  @Option(
    help: ArgumentHelp(
      say("Les couleurs : auto, always ou never.", "Colours: auto, always or never."),
      valueName: "auto|always|never"))
  var color: Terminal.ColourChoice = .auto
}

extension CommonOptions {
  /// Arguments with what stands before the command (`verbatim -p etude.verbatim info`) moved behind it, where
  /// the parser takes it.
  static func moved(_ arguments: [String]) -> [String] {
    let names = ["-p", "--project", "--lang", "--color"]
    var leading: [String] = []
    var rest = arguments[...]
    while let first = rest.first {
      if names.contains(first), rest.count > 1 {
        leading += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if names.contains(where: { first.hasPrefix($0 + "=") }) {
        leading.append(first)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    guard !leading.isEmpty, !rest.isEmpty else { return arguments }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return rest[..<end] + leading + rest[end...]
  }
}

extension Language: ExpressibleByArgument {}
extension Terminal.ColourChoice: ExpressibleByArgument {}

/// Who codes.
struct CoderOption: ParsableArguments {
  @Option(
    name: .customLong("coder"),
    help: ArgumentHelp(
      say(
        "Le codeur ; sinon $VERBATIM_CODER, sinon celui de « coders use », sinon l'utilisateur.",
        "The coder; else $VERBATIM_CODER, else that of `coders use`, else the user."),
      valueName: say("nom", "name")))
  var coder: String?
}
