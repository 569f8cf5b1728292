import ArgumentParser
import Foundation
import Workbench

/// The loop that reads a line, does it, and reads the next.
///
/// Beside the commands it knows the answer read last, which `code CODE "passage"` codes, and short ways into the coding
/// mode: `uncoded`, `work` and `next`.
final class Repl {
  private let session: Session
  private let study: Study
  private let common: CommonOptions
  private var firstError: Int32 = 0
  /// Whether lines that nobody types are shown, too.
  var isEchoing = false

  static let queryCommands: Set = ["search", "kwic", "count", "collocates", "coding", "coder"]
  static let prompt = "verbatim▸ "

  init(_ session: Session, _ study: Study, _ common: CommonOptions) {
    self.session = session
    self.study = study
    self.common = common
  }

  /// Runs until the end of the input or `quit`.
  ///
  /// - Returns: 0, or the exit code of the first error where lines come from a file.
  func run() throws -> Int32 {
    let source = lineSource()
    if isEchoing { source.echo = { [session] in try session.print($0) } }
    session.lines = source
    defer { session.lines = nil }
    if source.isInteractive { try greet() }
    loop: while true {
      switch try source.read(prompt: Self.prompt) {
      case .end: break loop
      case .interrupted: continue
      case .text(let line):
        guard try perform(line, isInteractive: source.isInteractive) else { break loop }
      }
    }
    try session.output.flush()
    return source.isInteractive ? 0 : firstError
  }

  /// Where lines come from, completed as the commands' are.
  func lineSource() -> LineSource {
    LineSource(
      LineCompletion { [self] line in ReplCompletion.applied(completion.result(line), typed: line) })
  }

  private func greet() throws {
    let summary = try StudySummary(study)
    let answers = summary.questions.reduce(0) { $0 + $1.answers }
    try session.print(
      session.style.strong(summary.path)
        + " · \(summary.respondents.respondents) · \(answers.answers) · \(summary.codes.codes) · \(summary.codings.codings)"
    )
    try session.print(
      session.style.faint(
        say(
          "Tab complète · « coder » code réponse après réponse · « help » · « quit »",
          "Tab completes · 'coding' codes answer after answer · 'help' · 'quit'")))
    try session.output.flush()
  }

  /// Does what a line says.
  ///
  /// - Returns: whether to go on.
  func perform(_ line: String, isInteractive: Bool) throws -> Bool {
    let parsed = ReplLine(line)
    guard let first = parsed.words.first, !first.plain.hasPrefix("#") else { return true }
    if ["quit", "exit", "quitter", "q"].contains(first.plain) { return false }
    let language = Language.asked(in: parsed.words.map(\.plain))
    try Language.$ofTask.withValue(language ?? Language.ofTask) {
      do {
        try perform(parsed, first.plain)
      } catch {
        try session.output.flush()
        let report = UsageReport(error) ?? UsageReport(report: ErrorReport(error))
        if report.code != 0 && firstError == 0 { firstError = report.code }
        try show(error, report, line, isInteractive: isInteractive)
      }
    }
    try session.output.flush()
    return true
  }

  /// The exit code of the first error since this was last asked; 0 where there was none.
  func takeFailure() -> Int32 {
    defer { firstError = 0 }
    return firstError
  }

  private func perform(_ line: ReplLine, _ command: String) throws {
    switch command {
    case "help", "aide", "?": try help(line)
    case "uncoded": try run(["coding"] + line.words.map(\.typed))
    case "work" where line.words.count > 1: try run(["coding"] + line.words.dropFirst().map(\.typed))
    case _ where line.words.count == 1 && Self.resuming.contains(command): try run(["coding"])
    case "show", "voir": try show(line)
    default: try run(arguments(line))
    }
  }

  private func run(_ arguments: [String]) throws {
    var command = try Verbatim.command(arguments)
    guard let sessionCommand = command as? any SessionCommand else {
      if command is ReplCommand { return }
      return try command.run()
    }
    if let coder = session.coder, var inNameOf = command as? any CoderCommand, inNameOf.coder.coder == nil {
      inNameOf.coder.coder = coder
      try inNameOf.run(in: session)
    } else {
      try sessionCommand.run(in: session)
    }
    if firstError == 0 { firstError = session.failure }
    session.failure = 0
  }

  private static let resuming: Set = ["work", "next", "n", "suivante", "suivant"]

  /// Shows an answer, or the one read last, which is then what `code` is about.
  private func show(_ line: ReplLine) throws {
    guard line.words.count == 1 else {
      try run(["show"] + line.words.dropFirst().map(\.plain))
      if let answer = line.words.dropFirst().first(where: { !$0.typed.hasPrefix("-") }) {
        session.currentAnswer = answer.plain
      }
      return
    }
    guard let current = session.currentAnswer else { return try run(["show"]) }
    try run(["show", current])
  }

  /// `code CODE "passage"` and `code CODE` code the answer being read.
  private func arguments(_ line: ReplLine) -> [String] {
    let plain = line.arguments(queryCommands: Self.queryCommands)
    guard let current = session.currentAnswer, ["code", "uncode"].contains(plain.first) else { return plain }
    let head = line.words.dropFirst().prefix { !$0.typed.hasPrefix("--") }
    let rest = plain.dropFirst(1 + head.count)
    guard let code = head.first, head.count <= 2 else { return plain }
    guard let second = head.dropFirst().first else { return [plain[0], code.plain, current] + rest }
    return second.isQuoted ? [plain[0], code.plain, current, "--quote", second.plain] + rest : plain
  }

  private func help(_ line: ReplLine) throws {
    guard line.words.count == 1 || !ReplCommands.all.contains(line.words[1].plain) else {
      return try run(line.words.dropFirst().map(\.plain) + ["--help"])
    }
    try session.print(
      say(
        """
          coder REQUÊTE            coder réponse après réponse, comme : coder uncoded question:q1
          coder, next              reprendre où l'on s'était arrêté
          code CODE "passage"      coder un passage de la réponse lue (sans passage : toute la réponse)
          undo, redo               annuler, rétablir
          help COMMANDE            l'aide d'une commande
          quit                     sortir
        Les commandes :
        """,
        """
          coding QUERY             code answer after answer, such as: coding uncoded question:q1
          coding, next             resume where you stopped
          code CODE "passage"      code a part of the answer being read (without: all of it)
          undo, redo               undo, redo
          help COMMAND             a command's help
          quit                     leave
        The commands:
        """))
    try session.print("  " + ReplCommands.all.joined(separator: " · "))
  }

  /// An error in a query points at its place in the line typed.
  private func show(_ error: any Error, _ report: UsageReport, _ line: String, isInteractive: Bool) throws {
    let wording = ErrorReport(error)
    if isInteractive, error is QueryError, let range = wording.queryRange,
      let start = ReplLine.queryStart(in: line)
    {
      let column =
        Self.prompt.displayWidth + String(line.unicodeScalars.prefix(start + range.start)).displayWidth
      let message = wording.message.drop { $0 != " " }.dropFirst()
      StandardStream.write(String(repeating: " ", count: column) + "╰─ " + message + "\n", to: 2)
      if let hint = wording.hint { StandardStream.write(hint + "\n", to: 2) }
      return
    }
    StandardStream.write(report.text, to: report.isHelp ? 1 : 2)
  }

  private var completion: ReplCompletion {
    let names = try? study.project.read { reader in
      ReplCompletion.Names(
        codes: CodeNames(try reader.codes()).all, variables: try reader.variables().map(\.name),
        questions: try reader.questions().map(\.name), coders: try reader.coders().map(\.name),
        values: { [study] name in
          (try? study.project.read { reader in
            guard let variable = try reader.variables().first(where: { $0.name == name }) else { return [] }
            return try reader.distinctValues(of: variable.id, limit: 200).map(\.text)
          }) ?? []
        }, partsOfSpeech: { [study] in (try? WordCounting(study).partsOfSpeech()) ?? PartOfSpeechTag.all })
    }
    return ReplCompletion(
      commands: ReplCommands.all + ReplCommands.aliases + ["uncoded", "next", "help", "quit"],
      subcommands: ReplCommands.subcommands, options: ReplCommands.options,
      names: names ?? ReplCompletion.Names())
  }
}

extension ReplLine {
  /// Where the query of a line starts, in code points: after the command, where no option stands before it.
  static func queryStart(in line: String) -> Int? {
    let scalars = Array(line.unicodeScalars)
    var index = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
    while index < scalars.count, !scalars[index].properties.isWhitespace { index += 1 }
    while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
    return index < scalars.count && scalars[index] != "-" ? index : nil
  }
}

/// The commands by name, for completion and help.
enum ReplCommands {
  static let all: [String] = types.compactMap { $0.configuration.commandName }.filter { $0 != "repl" }

  /// Their other names.
  static let aliases: [String] = types.flatMap { $0.configuration.aliases }

  /// Those in groups are among the subcommands, too.
  private static var types: [any ParsableCommand.Type] { Verbatim.configuration.subcommands }

  static let subcommands: [String: [String]] = {
    var found: [String: [String]] = [:]
    for type in types {
      let below = type.configuration.subcommands.compactMap { $0.configuration.commandName }
      if let name = type.configuration.commandName, !below.isEmpty { found[name] = below }
    }
    return found
  }()

  /// The options of a command, or of all its subcommands, as their help names them.
  static func options(_ command: String) -> [String] {
    let type = types.first {
      $0.configuration.commandName == command || $0.configuration.aliases.contains(command)
    }
    guard let type else { return [] }
    let below = type.configuration.subcommands
    let help = (below.isEmpty ? [type] : below).map { Verbatim.helpMessage(for: $0) }.joined(separator: "\n")
    var seen: Set<Substring> = []
    return help.split { " ,\n[]()/|".contains($0) }.filter { $0.hasPrefix("--") && seen.insert($0).inserted }
      .map(String.init)
  }
}
