import ArgumentParser

/// Which answers a command looks at.
struct WhereOption: ParsableArguments {
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      say("Seulement dans les réponses que trouve la requête.", "Only in the answers that the query finds."),
      valueName: say("requête", "query")))
  var query: String?
}

/// Whose codings a table counts.
struct CountedCoders: ParsableArguments {
  @Option(
    name: .customLong("coder"),
    help: ArgumentHelp(
      say("Les codages de ce codeur (répétable).", "This coder's codings (repeatable)."),
      valueName: say("nom", "name")))
  var names: [String] = []
}
