import ArgumentParser
import Workbench

struct CodebookCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "codebook",
      abstract: say(
        "Le livre de codes : voir, importer, exporter, vérifier, modifier, comparer.",
        "The codebook: show, import, export, check, change, compare."),
      subcommands: [
        CodebookShow.self, CodebookImportCommand.self, CodebookExport.self, CodebookCheck.self,
        CodebookAdd.self, CodebookRename.self, CodebookMove.self, CodebookReorder.self, CodebookRecolour.self,
        CodebookSet.self, CodebookMerge.self, CodebookSplit.self, CodebookDelete.self,
        CodebookDiffCommand.self, CodebookHistory.self,
      ],
      defaultSubcommand: CodebookShow.self)
  }
}

struct CodebookShow: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: say("L'arbre des codes, avec leurs effectifs.", "The tree of codes, with their counts."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions

  @Option(
    name: .customLong("coder"),
    help: ArgumentHelp(
      say("Ne compter que ces codeurs.", "Count only these coders."), valueName: say("nom", "name")))
  var coders: [String] = []

  @Argument(
    help: ArgumentHelp(
      say("Un code, pour le voir en entier.", "A code, to see all of it."), valueName: "code"))
  var code: String?

  func run(in session: Session) throws {
    let study = try session.study(common)
    let all = try CodebookListing(study).lines(coders: coders)
    guard !all.isEmpty else { throw StudyError.nothingToDo(.codes) }
    var lines = all
    if let code {
      let id = try CodeNames(all.map(\.code)).code(called: code).id
      lines = all.filter { $0.code.id == id }
    }
    let table = DataTable(
      columns: ["code", "key", "parent", "depth", "codings", "answers", "colour", "rule"],
      rows: lines.map {
        [
          .text($0.name), .text($0.code.key), TableValue($0.parent), .integer($0.depth), .integer($0.codings),
          .integer($0.answers), TableValue($0.code.content.colour?.description),
          TableValue($0.code.content.rule),
        ]
      })
    try session.list(listing, table) {
      code == nil ? tree(lines, session) : lines.flatMap { full($0, session) }
    }
  }

  private func tree(_ lines: [CodebookListing.Line], _ session: Session) -> [String] {
    var table = TextTable(columns: [
      .init(heading: say("code", "code"), mayShrink: true),
      .init(heading: say("codages", "codings"), alignment: .right),
      .init(heading: say("réponses", "answers"), alignment: .right), .init(heading: say("règle", "rule")),
    ])
    table.rows = lines.map { line in
      [
        String(repeating: "  ", count: line.depth) + session.style.swatch(line.code.content.colour)
          + line.code.name,
        line.codings == 0 ? "–" : NumberWording.count(line.codings),
        line.answers == 0 ? "–" : NumberWording.count(line.answers), line.code.content.rule == nil ? "" : "✓",
      ]
    }
    return session.lines(table)
  }

  private func full(_ line: CodebookListing.Line, _ session: Session) -> [String] {
    let content = line.code.content
    var lines = [
      session.style.swatch(content.colour) + session.style.strong(line.name) + "  (\(line.code.key))"
    ]
    lines.append("  \(line.codings.codings), \(line.answers.answers)")
    let parts = [
      (say("définition", "definition"), content.definition), (say("inclure", "include"), content.inclusion),
      (say("exclure", "exclude"), content.exclusion),
      (say("exemples", "examples"), content.examples.joined(separator: "\n")),
      (say("règle", "rule"), content.rule ?? ""), (say("mémo", "memo"), MergeNoteWording.shown(content.memo)),
    ]
    for (name, text) in parts where !text.isEmpty {
      let folded = Paragraph.lines(text, width: session.terminal.width - 14)
      lines += folded.enumerated().map { "  " + ($0 == 0 ? name : "").padded(12) + $1 }
    }
    return lines
  }
}

struct CodebookImportCommand: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: say("Lire un livre de codes (YAML ou CSV).", "Read a codebook (YAML or CSV)."),
      discussion: say(
        "Un code est reconnu à son id, sinon à son nom. Ce que dit le fichier remplace ce que dit le projet ; aucun code n'est supprimé.",
        "A code is recognised by its id, else by its name. What the file says replaces what the project says; no code is deleted."
      ))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption

  @Flag(
    help: ArgumentHelp(
      say("Montrer ce qui changerait, sans rien changer.", "Show what would change and change nothing.")))
  var dryRun = false

  @Argument(
    help: ArgumentHelp(say("Le fichier.", "The file."), valueName: say("fichier", "file")),
    completion: .file())
  var file: String

  func run(in session: Session) throws {
    let study = try session.study(common)
    let outcome: CodebookImport.Outcome
    do {
      outcome = try CodebookImport(study).run(file, coder: coder.coder ?? "", isDryRun: dryRun)
    } catch let error as CodebookFileError {
      throw FileError(path: file, underlying: error)
    }
    var parts = [
      NumberWording.things(
        outcome.added.count, ("code ajouté", "codes ajoutés"), ("code added", "codes added"))
    ]
    if !outcome.changed.isEmpty {
      parts.append(say("\(outcome.changed.count) modifié(s)", "\(outcome.changed.count) changed"))
    }
    if !outcome.moved.isEmpty {
      parts.append(say("\(outcome.moved.count) déplacé(s)", "\(outcome.moved.count) moved"))
    }
    if outcome.identical > 0 {
      parts.append(say("\(outcome.identical) inchangé(s)", "\(outcome.identical) unchanged"))
    }
    // The first codebook is all new: its codes need not be named one by one.
    if dryRun || outcome.identical + outcome.changed.count + outcome.moved.count > 0 {
      for line in CodebookDiffScreen.lines(outcome.changes, session) { try session.print(line) }
    }
    try session.print(
      (dryRun
        ? say("Rien n'a été changé (--dry-run) : ", "Nothing was changed (--dry-run): ")
        : say("Livre de codes : ", "Codebook: ")) + parts.joined(separator: ", "))
    if !outcome.absent.isEmpty {
      try session.print(
        say("Absents du fichier, gardés : ", "Not in the file, kept: ")
          + outcome.absent.joined(separator: ", "))
    }
    try session.note(outcome.unresolvedRules.map { ErrorReport($0).sentence })
  }
}

struct CodebookExport: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: say(
        "Écrire le livre de codes (YAML, ou CSV par la terminaison).",
        "Write the codebook (YAML, or CSV by the ending)."))
  }

  @OptionGroup var common: CommonOptions

  @Argument(
    help: ArgumentHelp(
      say("Le fichier ; sinon à l'écran.", "The file; else the screen."), valueName: say("fichier", "file")),
    completion: .file())
  var file: String?

  func run(in session: Session) throws {
    let tree = try CodebookListing(session.study(common)).tree()
    var text = ""
    switch file.flatMap({ FileName($0).ending }) {
    case nil, "yaml", "yml": text = CodebookYAMLWriter.write(tree)
    case "csv": CodebookCSVWriter.write(tree, as: .csv, to: &text)
    case "tsv": CodebookCSVWriter.write(tree, as: .tsv, to: &text)
    default:
      throw CommandError.badValue(
        option: "codebook export", value: file ?? "",
        expected: say("un fichier .yaml, .csv ou .tsv", "a .yaml, .csv or .tsv file"))
    }
    try session.write(text, to: file)
    if let file { try session.print(say("Livre de codes écrit : ", "Codebook written: ") + file) }
  }
}

struct CodebookCheck: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say("Relever ce qui cloche dans le livre de codes.", "Point out what is odd in the codebook.")
    )
  }

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let listing = try CodebookListing(session.study(common))
    let count = try listing.lines().count
    guard count > 0 else { throw StudyError.nothingToDo(.codes) }
    let remarks = try listing.remarks()
    for remark in remarks { try session.print("  " + Self.wording(remark)) }
    try session.print(
      remarks.isEmpty
        ? say("Rien à signaler : ", "Nothing to remark: ") + count.codes
        : say(
          "\(NumberWording.count(remarks.count)) remarque(s) sur ",
          "\(NumberWording.count(remarks.count)) remark(s) on ") + count.codes)
    let broken = remarks.count { if case .badRule = $0 { true } else { false } }
    if broken > 0 { throw CommandError.defectsFound(broken) }
  }

  private static func wording(_ remark: CodebookListing.Remark) -> String {
    switch remark {
    case .noDefinition(let name): say("\(name) : pas de définition", "\(name): no definition")
    case .badRule(let name, let error):
      say("\(name) : règle incorrecte, ", "\(name): bad rule, ") + ErrorReport(error).message
    case .circularRules(let codes) where codes.count == 1:
      say(
        "\(codes[0]) : sa règle nomme ce code même, dont elle ne voit que ce que des personnes ont codé",
        "\(codes[0]): its rule names the code itself, of which it sees only what people have coded")
    case .circularRules(let codes):
      say(
        "\(codes.joined(separator: ", ")) : leurs règles se nomment en cercle, et l'une ne voit pas ce que trouve l'autre",
        "\(codes.joined(separator: ", ")): their rules name each other in a circle, and one does not see what another finds"
      )
    case .repeatedName(let name): say("\(name) : ce nom se répète", "\(name): this name repeats")
    case .likeNames(let one, let other):
      say(
        "\(one) et \(other) : au même endroit, ne diffèrent que par la casse, les espaces ou l'invisible",
        "\(one) and \(other): in the same place, differ only in case, spaces or what cannot be seen")
    case .sameColour(let one, let other):
      say("\(one) et \(other) : même couleur", "\(one) and \(other): same colour")
    case .unused(let name): say("\(name) : jamais donné", "\(name): never given")
    }
  }
}
