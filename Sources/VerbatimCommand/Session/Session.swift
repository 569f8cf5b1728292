import Foundation
import Workbench

/// What commands share while they run: the terminal, the project kept open, and where output goes.
///
/// A command run from the shell has a session of its own; in the REPL one session serves them all.
final class Session {
  let terminal: Terminal
  let style: Style
  let output: Output
  /// Whether the REPL keeps the project open between commands.
  let isREPL: Bool
  /// Whether its only command asks one query.
  var isForOneQuery = false
  /// Who codes in the coding mode that commands are given in, where they name nobody.
  var coder: String?
  /// Where lines come from while a REPL or the coding mode runs.
  var lines: LineSource?
  /// The answer read last, which `code` is about where it names no other.
  var currentAnswer: String?
  /// The exit code of the first error in what a command read as lines; 0 where there was none.
  var failure: Int32 = 0
  private var opened: (path: String, study: Study)?

  convenience init(color: Terminal.ColourChoice, output: Output = Output(), isREPL: Bool = false) {
    self.init(terminal: Terminal.current(color), output: output, isREPL: isREPL)
  }

  init(terminal: Terminal, output: Output = Output(), isREPL: Bool = false) {
    self.terminal = terminal
    style = Style(terminal: terminal)
    self.output = output
    self.isREPL = isREPL
  }

  /// Writes a line to standard output.
  func print(_ line: String = "") throws {
    try output.write(line + "\n")
  }

  /// The project that the options name, opened once.
  func study(_ options: CommonOptions) throws -> Study {
    let path = try options.project ?? opened?.path ?? Self.defaultPath()
    if let opened, opened.path == path { return opened.study }
    let study = try Study(opening: path)
    study.progress = Progress.indicator(terminal)
    study.isForOneQuery = isForOneQuery
    opened = (path, study)
    return study
  }

  /// Keeps a project open that has just been created.
  func keep(_ study: Study) {
    study.progress = Progress.indicator(terminal)
    opened = (study.path, study)
  }

  /// The project in force where no option names one.
  static func defaultPath() throws(CommandError) -> String {
    if let path = EnvironmentVariable.value("VERBATIM_PROJECT") { return path }
    let found = projectsInFolder()
    guard let only = found.first else { throw .noProject }
    guard found.count == 1 else { throw .severalProjects(found) }
    return only
  }

  /// The project files of the current folder, sorted.
  static func projectsInFolder() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: ".")) ?? []
    return names.filter { $0.hasSuffix(".verbatim") && !$0.hasPrefix(".") }.sorted()
  }
}
