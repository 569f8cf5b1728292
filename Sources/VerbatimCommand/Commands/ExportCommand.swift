import ArgumentParser
import Workbench

struct ExportCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: say(
        "Écrire les codages, ou tout le projet, dans un fichier.",
        "Write the codings, or the whole project, to a file."),
      discussion: say(
        "--as codings (sinon) : les codages, en CSV ou TSV, qui se réimportent. --as seen : les réponses parcourues par chaque codeur, de même. --as project : tout ce que contient le projet, une ligne JSON par objet, toujours dans le même ordre, pour comparer deux projets. --as final : une seule décision par réponse et par code, pour publier : ce que le consensus a réglé, sinon ce sur quoi s'accordent ceux qui ont parcouru la réponse, sinon ce qu'en a fait le seul qui l'a parcourue ; ce qui reste en désaccord est laissé de côté, et dit.",
        "--as codings (default): the codings, as CSV or TSV, to be imported again. --as seen: the answers that each coder has gone through, likewise. --as project: all that the project holds, a line of JSON a thing, always in the same order, to compare two projects. --as final: one decision an answer and code, to publish: what was settled, else what those agree on who have gone through the answer, else what the only one who has gave; what is still disputed is left out, and told."
      ))
  }

  enum Content: String, CaseIterable, ExpressibleByArgument {
    case codings, `final`, project, seen
  }

  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      say(
        "Ce qui est écrit : codings, final, seen ou project.",
        "What is written: codings, final, seen or project."),
      valueName: say("contenu", "content")))
  var `as`: Content = .codings

  @Option(
    name: .customLong("coder"),
    help: ArgumentHelp(
      say("Seulement ce codeur (répétable).", "Only this coder (repeatable)."), valueName: say("nom", "name"))
  )
  var coders: [String] = []

  @OptionGroup var scope: WhereOption

  @Argument(
    help: ArgumentHelp(
      say(
        "Le fichier (.csv ou .tsv ; .jsonl pour project) ; à l'écran, sinon.",
        "The file (.csv or .tsv; .jsonl for project); else the screen."),
      valueName: say("fichier", "file")), completion: .file())
  var file: String?

  func run(in session: Session) throws {
    switch `as` {
    case .codings: try writeCodings(session)
    case .project: try writeProject(session)
    case .seen: try writeSeen(session)
    case .final: try writeFinal(session)
    }
  }

  private func writeProject(_ session: Session) throws {
    if !coders.isEmpty { throw CommandError.exclusive("--as project", "--coder") }
    if scope.query != nil { throw CommandError.exclusive("--as project", "--where") }
    if let file, FileName(file).ending != "jsonl" {
      throw CommandError.badValue(
        option: "export", value: file, expected: say("un fichier .jsonl", "a .jsonl file"))
    }
    let export = try ProjectExport(session.study(common))
    guard let file else { return try export.write { try session.output.write($0) } }
    var count = 0
    try Output.writeFile(file) { write in
      try export.write {
        try write($0)
        count += 1
      }
    }
    try session.print(say("Écrit : ", "Written: ") + "\(file) (\(count.lines))")
  }

  private func writeSeen(_ session: Session) throws {
    let format = try tableFormat()
    let records = try SeenList(session.study(common)).records(coders: coders, query: scope.query)
    var text = ""
    let writer = SeenFileWriter(format)
    writer.begin(&text)
    for record in records { writer.write(record, to: &text) }
    try session.write(text, to: file)
    if let file { try session.print(say("Écrit : ", "Written: ") + "\(file) (\(records.count.answers))") }
  }

  private func writeFinal(_ session: Session) throws {
    let writer = try tableFormat()
    let outcome = try FinalCoding(session.study(common)).run(coders: coders, query: scope.query)
    var text = ""
    writer.write(
      ["respondent", "question", "code", "start", "end", "coder", "memo", "basis", "given_by"], to: &text)
    for line in outcome.lines {
      writer.write(
        [
          line.answer.respondent, line.answer.question ?? "", line.code, String(line.range.start),
          String(line.range.end), FinalCoding.coder, line.memo, line.basis.rawValue,
          line.coders.joined(separator: ", "),
        ], to: &text)
    }
    try session.write(text, to: file)
    let notes = FinalCodingWording.notes(outcome, query: scope.query)
    guard let file else {
      try session.output.flush()
      return StandardStream.write(notes.map { $0 + "\n" }.joined(), to: 2)
    }
    try session.print(
      say("Écrit : ", "Written: ") + "\(file) (\(FinalCodingWording.counts(outcome)))")
    for note in notes { try session.print(note) }
  }

  /// How the table is written: by the file's ending.
  private func tableFormat() throws -> DelimitedWriter {
    guard let file else { return .csv }
    switch FileName(file).ending {
    case "csv": return .csv
    case "tsv", "txt": return .tsv
    default:
      throw CommandError.badValue(
        option: "export", value: file, expected: say("un fichier .csv ou .tsv", "a .csv or .tsv file"))
    }
  }

  private func writeCodings(_ session: Session) throws {
    let format = try tableFormat()
    let records = try CodingExport(session.study(common)).records(coders: coders, query: scope.query)
    var text = ""
    let writer = CodingFileWriter(format)
    writer.begin(&text)
    for record in records { writer.write(record, to: &text) }
    try session.write(text, to: file)
    if let file { try session.print(say("Écrit : ", "Written: ") + "\(file) (\(records.count.codings))") }
  }
}
