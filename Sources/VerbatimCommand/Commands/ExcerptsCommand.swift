import ArgumentParser
import Workbench

struct ExcerptsCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "excerpts",
      abstract: say("Les extraits codés, pour les citer.", "Coded excerpts, for quoting."),
      discussion: say(
        "Le format suit la terminaison du fichier : .csv, .tsv, .md, .html, .jsonl.",
        "The format follows the file's ending: .csv, .tsv, .md, .html, .jsonl."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var selection: CodingSelection

  @Option(
    help: ArgumentHelp(
      say("Le fichier à écrire ; à l'écran, sinon.", "The file to write; else the screen."),
      valueName: say("fichier", "file")), completion: .file())
  var to: String?

  @Option(
    help: ArgumentHelp(
      say("Le format : csv, tsv, md, html, jsonl.", "The format: csv, tsv, md, html, jsonl."),
      valueName: "format"))
  var format: ExcerptFormat?

  @Option(
    help: ArgumentHelp(
      say(
        "Le contexte : un nombre de caractères, sentence ou answer.",
        "The context: a number of characters, sentence or answer."), valueName: "n|sentence|answer"))
  var context: ExcerptSelection.Context = .characters(80)

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp(
      say("Les variables à montrer ; toutes, sinon.", "The variables to show; else all."),
      valueName: "variable,…"))
  var with: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      say("Au plus n extraits par code.", "At most n excerpts of each code."), valueName: "n"))
  var limit: Int?

  func validate() throws {
    try OptionChecks.atLeast(0, limit, "--limit")
  }

  func run(in session: Session) throws {
    let study = try session.study(common)
    var request = ExcerptSelection.Request(
      codes: selection.codes, withChildren: selection.withChildren, coders: selection.coders,
      query: selection.scope.query,
      context: context, variables: with.map(ColumnList.names))
    if let limit, limit > 0 { request.limit = limit }
    let format = try format ?? fileFormat() ?? .md
    let found = ExcerptSelection(study)
    let (excerpts, totals) = try found.selection(request)
    var text = ""
    format.write(excerpts, variables: try found.variables(request), totals: totals, to: &text)
    try session.write(text, to: to)
    if let to {
      let total = totals.values.reduce(0, +)
      let rest = total > excerpts.count ? say(" sur ", " of ") + NumberWording.count(total) : ""
      try session.print(say("Écrit : ", "Written: ") + "\(to) (\(excerpts.count.excerpts)\(rest))")
    }
  }

  private func fileFormat() throws -> ExcerptFormat? {
    guard let to, let ending = to.split(separator: ".").last.map({ $0.lowercased() }), to.contains(".") else {
      return nil
    }
    guard
      let format = ExcerptFormat(rawValue: ending == "htm" ? "html" : ending == "markdown" ? "md" : ending)
    else {
      throw CommandError.badValue(
        option: "--to", value: to,
        expected: say(
          "un fichier .csv, .tsv, .md, .html ou .jsonl", "a .csv, .tsv, .md, .html or .jsonl file"))
    }
    return format
  }
}

/// The formats of excerpts.
enum ExcerptFormat: String, CaseIterable, ExpressibleByArgument {
  case csv, tsv, md, html, jsonl

  func write(
    _ excerpts: [Excerpt], variables: [ExcerptVariable], totals: [String: Int], to output: inout String
  ) {
    let labels = ExcerptLabels(
      language: Language.current.rawValue, title: say("Extraits", "Excerpts"),
      excerpt: say("extrait", "excerpt"),
      excerpts: say("extraits", "excerpts"), outOf: say("sur", "of"), memo: say("mémo", "memo"),
      colon: say("\u{A0}: ", ": "))
    switch self {
    case .csv: ExcerptTable.writeCSV(excerpts, variables: variables, as: .csv, to: &output)
    case .tsv: ExcerptTable.writeCSV(excerpts, variables: variables, as: .tsv, to: &output)
    case .md:
      ExcerptMarkdown.write(excerpts, variables: variables, totals: totals, labels: labels, to: &output)
    case .html: ExcerptHTML.write(excerpts, variables: variables, totals: totals, labels: labels, to: &output)
    case .jsonl: ExcerptTable.writeJSONLines(excerpts, variables: variables, to: &output)
    }
  }
}
