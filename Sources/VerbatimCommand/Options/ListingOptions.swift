import ArgumentParser
import Workbench

/// How a listing is written, and where.
struct ListingOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, csv, tsv, json, jsonl
  }

  @Option(
    help: ArgumentHelp(
      say(
        "table, csv, tsv, json ou jsonl (table au terminal, tsv dans un tube).",
        "table, csv, tsv, json or jsonl (table on a terminal, tsv in a pipe)."),
      valueName: "format"))
  var format: Format?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      say("Écrire dans ce fichier plutôt qu'à l'écran.", "Write to this file rather than the screen."),
      valueName: say("fichier", "file")), completion: .file())
  var output: String?

  /// Files that other programs write, by whose ending nobody means a text.
  private static let foreignEndings: Set = ["xlsx", "xls", "ods", "docx", "doc", "odt", "pdf", "html", "htm"]

  func validate() throws {
    guard format == nil, let ending, Self.foreignEndings.contains(ending) else { return }
    throw ValidationError(
      say(
        "-o n'écrit pas de .\(ending) : donnez un fichier .csv, .tsv, .json ou .jsonl ; un tableur ouvre les deux premiers",
        "-o does not write .\(ending): give a .csv, .tsv, .json or .jsonl file; a spreadsheet opens the first two"
      ))
  }

  private var ending: String? { output.flatMap { FileName($0).ending } }

  /// The format in force: what is asked for, else by the output file's ending, else by what standard output is.
  func format(on terminal: Terminal) -> Format {
    if let format { return format }
    if output != nil { return ending.flatMap(Format.init(rawValue:)) ?? .tsv }
    return terminal.isInteractive ? .table : .tsv
  }
}
