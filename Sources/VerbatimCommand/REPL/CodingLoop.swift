import Workbench

/// The loop of the coding mode: it shows an answer, reads a line, does it, and reads the next.
final class CodingLoop {
  private let session: Session
  private let coding: CodingSession
  private let source: LineSource
  /// Runs a command of the REPL; gives its exit code.
  private let runCommand: (String) throws -> Int32
  private var firstError: Int32 = 0

  init(
    _ session: Session, _ coding: CodingSession, _ source: LineSource,
    runCommand: @escaping (String) throws -> Int32
  ) {
    self.session = session
    self.coding = coding
    self.source = source
    self.runCommand = runCommand
  }

  /// Runs until the end of the input or until one leaves.
  ///
  /// - Returns: 0, or the exit code of the first error where lines come from a file.
  func run() throws -> Int32 {
    try session.print(CodingModeWording.opening(coding))
    guard !coding.answers.isEmpty else {
      try session.print(CodingModeWording.empty())
      return 0
    }
    if coding.dropped > 0 { try session.print(CodingModeWording.dropped(coding.dropped)) }
    for rule in try coding.wrongRules() { try session.print(CodingModeWording.wrong(rule)) }
    let alike = try coding.codesLikeCommands()
    if !alike.isEmpty { try session.print(CodingModeWording.likeCommands(alike)) }
    try explainReview()
    if source.isInteractive { try session.print(session.style.faint(CodingModeWording.hints())) }
    try show()
    let outer = source.completer.completions
    source.completer.completions = { [coding] line in
      if line.first == "!" { return outer(String(line.dropFirst())) }
      guard let abbreviations = try? coding.abbreviations() else { return (0, "", "") }
      return ReplCompletion.applied(CodingCompletion.result(line, abbreviations), typed: line)
    }
    defer { source.completer.completions = outer }
    loop: while true {
      try session.output.flush()
      switch try source.read(prompt: CodingModeWording.prompt) {
      case .end: break loop
      case .interrupted: continue
      case .text(let line):
        guard try perform(line) else { break loop }
      }
    }
    try session.print(session.style.faint(CodingModeWording.leaving(coding)))
    try session.output.flush()
    return source.isInteractive ? 0 : firstError
  }

  /// Does what a line says.
  ///
  /// - Returns: whether to go on.
  private func perform(_ line: String) throws -> Bool {
    do {
      let abbreviations = try coding.abbreviations()
      let request = try CodingRequestParser(isCodeName: abbreviations.isName).parse(line)
      if request == .leave { return false }
      try perform(request)
    } catch {
      try session.output.flush()
      let report = UsageReport(error) ?? UsageReport(report: CodingErrorReport.report(error, line, coding))
      if report.code != 0 && firstError == 0 { firstError = report.code }
      StandardStream.write(report.text, to: report.isHelp ? 1 : 2)
      if case CodingSessionError.quoteRepeated(_, let quote, _) = error { try showPlaces(of: quote) }
    }
    return true
  }

  private func perform(_ request: CodingRequest) throws {
    switch request {
    case .nothing, .leave: break
    case .next: try move { try coding.next() }
    case .previous: try move { try coding.previous() }
    case .go(let number): try move { try coding.go(to: number) }
    case .show: try show()
    case .words: try showWords()
    case .help(let codes): try help(codes)
    case .undo:
      let act = try coding.undo()
      try session.print(CodingModeWording.undone(act))
      try show()
    case .redo:
      let act = try coding.redo()
      try session.print(CodingModeWording.redone(act))
      try show()
    case .code(let groups): try report(coding.code(groups))
    case .uncode(let groups): try report(coding.uncode(groups))
    case .uncodeNumbered(let numbers): try report(coding.uncode(numbers: numbers))
    case .inVivo(let part, let name, let parent): try makeCode(part, name, parent)
    case .memo(let text, let onAnswer):
      try session.print(CodingModeWording.memo(on: coding.memo(text, onAnswer: onAnswer)))
    case .accept(let choice): try report(coding.accept(choice))
    case .refuse(let choice): try report(coding.refuse(choice))
    case .command(let line):
      let code = try runCommand(line)
      if firstError == 0 { firstError = code }
    }
  }

  private func report(_ changes: [CodingSession.Change]) throws {
    for line in CodingPageScreen.lines(changes, session) { try session.print(line) }
  }

  private func move(_ body: () throws -> Void) throws {
    try body()
    try show()
  }

  /// The answer to code, or that there is none.
  private func show() throws {
    let before = coding.dropped
    let page = try coding.page()
    if coding.dropped > before { try session.print(CodingModeWording.dropped(coding.dropped - before)) }
    guard let page else { return try session.print(CodingModeWording.end(coding)) }
    session.currentAnswer = page.answer.description
    for line in CodingPageScreen.lines(page, session) { try session.print(line) }
  }

  private func showWords() throws {
    guard let page = try coding.page() else { throw CodingSessionError.atEnd }
    for line in CodingPageScreen.words(page, session) { try session.print(line) }
  }

  /// Which of several places a quote may mean.
  private func showPlaces(of quote: CodingSessionError.QuoteKey) throws {
    for (index, place) in try coding.places(of: quote).enumerated() {
      let hit = session.style.hit(place.text.onOneLine)
      let (left, right) = (place.isCutBefore ? "…" : "", place.isCutAfter ? "…" : "")
      try session.print(
        "    \(index + 1)  " + left + place.before.onOneLine + hit + place.after.onOneLine + right)
    }
  }

  private func help(_ typed: String?) throws {
    guard let typed else { return try session.print(CodingModeWording.help()) }
    let found = try coding.codes(matching: typed)
    guard !found.isEmpty else {
      _ = try coding.abbreviations().code(typed)
      return
    }
    for (name, code) in found {
      let text = code.content.definition.isEmpty ? "" : say(" : ", ": ") + code.content.definition.onOneLine
      let lines = Paragraph.lines(name + text, width: session.terminal.width - 4)
      try session.print("  " + session.style.swatch(code.content.colour) + lines.joined(separator: "\n    "))
    }
  }

  /// Asks for the name and the parent that are not given, and makes the code.
  private func makeCode(_ part: CodingRequest.Part, _ name: String?, _ parent: String?) throws {
    let suggestion = try coding.suggestedName(part)
    guard let name = try name ?? ask(CodingModeWording.askName(suggestion.cut(40)), else: suggestion),
      let parent = try parent ?? ask(CodingModeWording.askParent(), else: "")
    else { return try session.print(CodingModeWording.givenUp()) }
    try report(coding.codeInVivo(part, name: name, under: parent))
  }

  /// What is answered to a question, or what stands for an empty answer; nil where one gives up.
  private func ask(_ question: String, else standard: String) throws -> String? {
    try session.output.flush()
    guard case .text(let line) = try source.read(prompt: question) else { return nil }
    let answer = line.onOneLine.trimmingSpaces
    return answer == "." ? nil : answer.isEmpty ? standard : answer
  }

  /// What the code under review is.
  private func explainReview() throws {
    guard let (name, code, segments) = try coding.reviewed() else { return }
    let text = CodingModeWording.review(name, code, segments: segments)
    for line in Paragraph.lines(text, width: session.terminal.width - 2) {
      try session.print("  " + session.style.faint(line))
    }
  }
}
