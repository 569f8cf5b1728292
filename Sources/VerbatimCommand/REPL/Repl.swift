import ArgumentParser
import Foundation
import Workbench

/// The loop that reads a line, does it, and reads the next.
///
/// Beside the commands it knows a list of answers to go through: `uncoded` makes it, `next` reads on, and
/// `code CODE "passage"` codes the answer being read.
final class Repl {
  private let session: Session
  private let study: Study
  private let common: CommonOptions
  private var list: WorkingList?
  private var current: String?
  private var firstError: Int32 = 0

  static let queryCommands: Set = ["search", "kwic", "count", "collocates"]
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
    let completer = LineCompletion { [self] line in
      let result = completion.result(line)
      return ReplCompletion.applied(result, typed: line)
    }
    let source = LineSource(completer)
    if source.isInteractive { try greet() }
    loop: while true {
      switch source.read(prompt: Self.prompt) {
      case .end: break loop
      case .interrupted: continue
      case .text(let line):
        guard try perform(line, isInteractive: source.isInteractive) else { break loop }
      }
    }
    try session.output.flush()
    return source.isInteractive ? 0 : firstError
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
          "Tab complète · « uncoded » liste ce qui reste à coder · « next » lit la suivante · « help » · « quit »",
          "Tab completes · 'uncoded' lists what is left to code · 'next' reads on · 'help' · 'quit'")))
    try session.output.flush()
  }

  /// Does what a line says.
  ///
  /// - Returns: whether to go on.
  func perform(_ line: String, isInteractive: Bool) throws -> Bool {
    let parsed = ReplLine(line)
    guard let first = parsed.words.first, !first.plain.hasPrefix("#") else { return true }
    if ["quit", "exit", "quitter", "q"].contains(first.plain) { return false }
    do {
      try perform(parsed, first.plain)
    } catch {
      try session.output.flush()
      let report = UsageReport(error) ?? UsageReport(report: ErrorReport(error))
      if report.code != 0 && firstError == 0 { firstError = report.code }
      try show(error, report, line, isInteractive: isInteractive)
    }
    try session.output.flush()
    return true
  }

  private func perform(_ line: ReplLine, _ command: String) throws {
    switch command {
    case "help", "aide", "?": try help(line)
    case "uncoded", "work": try makeList(line)
    case "next", "n", "suivante", "suivant": try read(list?.move(by: 1))
    case "previous", "précédente", "précédent": try read(list?.move(by: -1))
    case _ where line.words.count == 1 && ["show", "voir"].contains(command): try read(current)
    case _ where line.words.count == 1 && Int(command) != nil:
      try read(Int(command).flatMap { list?.go(to: $0) })
    default: try run(arguments(line))
    }
  }

  private func run(_ arguments: [String]) throws {
    var command = try Verbatim.command(arguments)
    guard let sessionCommand = command as? any SessionCommand else {
      if command is ReplCommand { return }
      return try command.run()
    }
    try sessionCommand.run(in: session)
    if arguments.first == "show", arguments.count > 1 {
      current = arguments[1]
      list?.go(toAnswer: arguments[1])
    }
  }

  /// `code CODE "passage"` and `code CODE` code the answer being read.
  private func arguments(_ line: ReplLine) -> [String] {
    let plain = line.arguments(queryCommands: Self.queryCommands)
    guard let current, ["code", "uncode"].contains(plain.first) else { return plain }
    let head = line.words.dropFirst().prefix { !$0.typed.hasPrefix("--") }
    let rest = plain.dropFirst(1 + head.count)
    guard let code = head.first, head.count <= 2 else { return plain }
    guard let second = head.dropFirst().first else { return [plain[0], code.plain, current] + rest }
    return second.isQuoted ? [plain[0], code.plain, current, "--quote", second.plain] + rest : plain
  }

  private func makeList(_ line: ReplLine) throws {
    let typed = line.words.dropFirst().map(\.typed).joined(separator: " ")
    let query = line.words[0].plain == "work" ? typed : typed.isEmpty ? "uncoded" : "uncoded AND (\(typed))"
    let found: [AnswerName]
    do {
      found = try AnswerSearch(study).names(query)
    } catch let error as QueryError where query != typed && !typed.isEmpty {
      throw error.shifted(by: -"uncoded AND (".count)
    }
    list = WorkingList(query: query, answers: found.map(\.description))
    current = nil
    let shown = try AnswerSearch(study).page(query, limit: 10)
    let width = shown.lines.map(\.answer.description.displayWidth).max() ?? 0
    for (index, answer) in shown.lines.enumerated() {
      let head = " " + String(index + 1).paddedLeft(3) + "  " + answer.answer.description.padded(width) + "  "
      try session.print(head + answer.text.onOneLine.cut(session.terminal.width - head.displayWidth))
    }
    try session.print(
      found.count.answers
        + session.style.faint(
          say(
            " · « next » lit la première, un numéro lit celle-là",
            " · 'next' reads the first, a number reads that one")))
  }

  private func read(_ name: String?) throws {
    guard let name else {
      let text =
        list == nil
        ? say(
          "Aucune liste : « uncoded » ou « work REQUÊTE » en fait une.",
          "No list: 'uncoded' or 'work QUERY' makes one.")
        : say("Fin de la liste.", "End of the list.")
      return try session.print(text)
    }
    current = name
    for page in try AnswerReading(study).pages(name) {
      try session.print(AnswerScreen.lines(page, session).joined(separator: "\n"))
    }
    if let list, let position = list.position {
      try session.print(
        session.style.faint(
          "  \(NumberWording.count(position + 1)) / \(NumberWording.count(list.answers.count)) · "
            + say("code CODE « passage »   next   undo", "code CODE \"passage\"   next   undo")))
    }
  }

  private func help(_ line: ReplLine) throws {
    guard line.words.count == 1 || !ReplCommands.all.contains(line.words[1].plain) else {
      return try run(line.words.dropFirst().map(\.plain) + ["--help"])
    }
    try session.print(
      say(
        """
          uncoded [REQUÊTE]        lister les réponses sans aucun codage, pour les parcourir
          work REQUÊTE             lister d'autres réponses, comme : work NON coder:claire
          next, previous, 7        lire la suivante, la précédente, la septième
          code CODE "passage"      coder un passage de la réponse lue (sans passage : toute la réponse)
          undo, redo               annuler, rétablir
          help COMMANDE            l'aide d'une commande
          quit                     sortir
        Les commandes :
        """,
        """
          uncoded [QUERY]          list the answers without codings, to go through
          work QUERY               list other answers, to go through
          next, previous, 7        read the next, the one before, the seventh
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
        })
    }
    return ReplCompletion(
      commands: ReplCommands.all + ["uncoded", "work", "next", "previous", "help", "quit"],
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

  /// Those in groups are among the subcommands, too.
  private static var types: [any ParsableCommand.Type] { Verbatim.configuration.subcommands }

  static let subcommands: [String: [String]] = [
    "codebook": [
      "show", "import", "export", "check", "add", "rename", "move", "reorder", "recolour", "set", "merge",
      "split",
      "delete", "diff", "history",
    ], "history": ["list", "export"], "rules": ["list", "score"],
    "coders": [
      "list", "add", "use", "assign", "unassign", "progress", "seen", "mark",
    ],
    "memo": ["list", "add", "remove"],
    "cooccurrences": ["codes", "words", "code-words"],
  ]

  /// The options of a command, or of all its subcommands, as their help names them.
  static func options(_ command: String) -> [String] {
    guard let type = types.first(where: { $0.configuration.commandName == command }) else { return [] }
    let below = type.configuration.subcommands
    let help = (below.isEmpty ? [type] : below).map { Verbatim.helpMessage(for: $0) }.joined(separator: "\n")
    var seen: Set<Substring> = []
    return help.split { " ,\n[]()/|".contains($0) }.filter { $0.hasPrefix("--") && seen.insert($0).inserted }
      .map(String.init)
  }
}
