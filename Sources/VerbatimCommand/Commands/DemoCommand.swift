import ArgumentParser
import Foundation
import Workbench

struct DemoCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "demo",
      abstract: say(
        "Tout le travail, sur l'étude fournie : importer, coder, compter, citer.",
        "The whole job on the sample study: import, code, count, quote."),
      discussion: say(
        "Le projet est créé dans un dossier neuf, dont le nom est donné à la fin.",
        "The project is created in a new folder, whose name is given at the end."))
  }

  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      say(
        "Le dossier où créer le projet ; un dossier neuf, sinon.",
        "The folder to create the project in; else a new one."),
      valueName: say("dossier", "folder")), completion: .directory)
  var folder: String?

  func run(in session: Session) throws {
    let sample = try SampleFolder.find()
    let folder = try folder ?? Self.newFolder()
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let project = (folder as NSString).appendingPathComponent("numerique.verbatim")
    let inner = Session(color: common.color, output: session.output, isREPL: true)
    for step in Self.steps {
      try session.print()
      try session.print(session.style.strong("$ verbatim " + step.map(Self.shellWord).joined(separator: " ")))
      var arguments = step.map {
        $0.replacingOccurrences(of: "Corpora/", with: sample + "/Corpora/").replacingOccurrences(
          of: "Codebooks/", with: sample + "/Codebooks/")
      }
      arguments = arguments.map {
        $0.hasPrefix("extraits.") ? (folder as NSString).appendingPathComponent($0) : $0
      }
      if Self.listings.contains(step[0]) || step.prefix(2) == ["codebook", "show"] {
        // As on a terminal, also where the demonstration goes to a file.
        arguments += ["--format", "table"]
      }
      arguments += ["-p", project]
      guard let command = try Verbatim.parseAsRoot(arguments) as? any SessionCommand else { continue }
      try command.run(in: inner)
    }
    try session.print()
    try session.print(say("Le projet est là : ", "The project is here: ") + project)
    try session.print(
      say("Pour y travailler : ", "To work in it: ") + "verbatim repl -p \(Self.shellWord(project))")
  }

  private static let listings: Set = ["kwic", "cooccurrences", "crosstab", "history"]

  /// The job, command by command, as the README shows it.
  static let steps: [[String]] = [
    ["import", "Corpora/numerique/reponses.csv"],
    ["codebook", "import", "Codebooks/numerique.yaml"],
    ["kwic", "temps", "NEAR/4", "gagner"],
    ["autocode"],
    [
      "code", "perte de lien", "R003/q1", "--quote", "aucune colonne du tableau ne compte les absents",
      "--coder", "claire",
    ],
    ["import", "Corpora/numerique/codages-anna.csv", "--as", "codings"],
    ["import", "Corpora/numerique/codages-bastien.csv", "--as", "codings"],
    ["codebook", "show"],
    ["cooccurrences", "codes", "--unit", "answer", "--coder", "anna", "--top", "8"],
    [
      "crosstab", "médiation numérique subie", "--by", "groupe", "--coder", "autocode", "--weighted",
    ],
    [
      "excerpts", "--code", "perte de lien", "--coder", "anna", "--limit", "3", "--with", "groupe,territoire",
    ],
    ["excerpts", "--coder", "anna", "--to", "extraits.html"],
    ["history", "--limit", "3"],
  ]

  private static func shellWord(_ word: String) -> String {
    word.contains { " '\"()".contains($0) } ? "\"\(word)\"" : word
  }

  private static func newFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("verbatim-demo-\(ProcessInfo.processInfo.processIdentifier)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandError.cannotWrite(path: folder.path)
    }
    return folder.path
  }
}

/// The folder that holds the sample study.
enum SampleFolder {
  /// Looked for upwards from the program, then from the current folder.
  static func find() throws -> String {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    for start in [program, URL(fileURLWithPath: FileManager.default.currentDirectoryPath)] {
      var folder = start
      for _ in 0..<8 {
        let survey = folder.appendingPathComponent("Corpora/numerique/reponses.csv")
        if FileManager.default.fileExists(atPath: survey.path) { return folder.path }
        folder.deleteLastPathComponent()
      }
    }
    throw ProjectError.noSuchFile(path: "Corpora/numerique/reponses.csv")
  }
}
