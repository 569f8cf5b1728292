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
    let (count, total) = try ExcerptSelection(study).list(request) { list in
      let document = format.document(list.variables)
      try session.writing(to: to) { text in
        try list.write(as: document, to: &text) { try $0.pass() }
      }
      return (list.count, list.total)
    }
    if let to {
      let rest = total > count ? say(" sur ", " of ") + NumberWording.count(total) : ""
      try session.print(say("Écrit : ", "Written: ") + "\(to) (\(count.excerpts)\(rest))")
    }
  }

  private func fileFormat() throws -> ExcerptFormat? {
    guard let to, let ending = FileName(to).ending else { return nil }
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

  /// A document in this format, whose excerpts carry the values of these variables.
  func document(_ variables: [ExcerptVariable]) -> any ExcerptDocument {
    let labels = ExcerptLabels(
      language: Language.current.rawValue, title: say("Extraits", "Excerpts"),
      excerpt: say("extrait", "excerpt"),
      excerpts: say("extraits", "excerpts"), outOf: say("sur", "of"), memo: say("mémo", "memo"),
      colon: say("\u{A0}: ", ": "))
    return switch self {
    case .csv: ExcerptRows(variables: variables, as: .csv)
    case .tsv: ExcerptRows(variables: variables, as: .tsv)
    case .md: ExcerptMarkdown(variables: variables, labels: labels)
    case .html: ExcerptHTML(variables: variables, labels: labels)
    case .jsonl: ExcerptJSONLines(variables: variables)
    }
  }
}
