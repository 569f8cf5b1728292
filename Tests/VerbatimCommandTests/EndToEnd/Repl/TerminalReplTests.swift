import Foundation
import Testing

@Suite("The REPL on a terminal") struct TerminalReplTests {
  /// The keys that people press.
  private enum Key {
    static let enter = "\r"
    static let tab = "\t"
    static let up = "\u{1B}[A"
    static let interrupt = "\u{3}"
    static let endOfInput = "\u{4}"
    static let startOfLine = "\u{1}"
    static let erase = "\u{7F}"
  }

  private static let prompt = "verbatim▸ "

  private let place: BadInput
  private let terminal: PseudoTerminal

  init() throws {
    place = try BadInput()
    terminal = try PseudoTerminal()
  }

  /// Opens the REPL, does something in it, and ends it by the end-of-input key.
  ///
  /// - Returns: what was shown, from the first prompt on.
  private func work(environment: [String: String?] = [:], _ body: () throws -> Void) throws {
    var environment = environment
    environment["NO_COLOR"] = "1"
    var process = try Binary.Process(
      ["repl"], in: place.folder.path, environment: environment,
      files: [0: terminal.name, 1: terminal.name, 2: terminal.name], ownsTerminal: true)
    defer { process.kill() }
    try terminal.expect(Self.prompt)
    do {
      try body()
    } catch {
      Issue.record("\(error)\nshown:\n\(terminal.shown)")
      return
    }
    terminal.type(Key.endOfInput)
    let end = Date().addingTimeInterval(30)
    var code: Int32?
    while code == nil, Date() < end {
      terminal.readMore()
      code = process.wait(timeout: 0.02)
    }
    #expect(code == 0, "the end-of-input key ends it")
  }

  private func enter(_ line: String) { terminal.type(line + Key.enter) }

  @Test("It greets with what the project holds, prompts, and ends")
  func greeting() throws {
    try work {
      #expect(
        terminal.shown.contains(
          "etude.verbatim · 3\u{A0}répondants · 5\u{A0}réponses · 2\u{A0}codes · 3\u{A0}codages"))
      enter("quit")
    }
  }

  @Test("Tab completes a command, a code with spaces, a value of a variable")
  func completion() throws {
    try work {
      terminal.type("kw" + Key.tab)
      try terminal.expect("kwic ")
      terminal.type("code:per" + Key.tab)
      try terminal.expect("\"perte de lien\" ")
      terminal.type("groupe:" + Key.tab)
      try terminal.expect("groupe:A · groupe:B")
      terminal.type("B ET lien" + Key.enter)
      try terminal.expect("On perd le ⟦lien⟧ avec les familles.")
      try terminal.expect("1\u{A0}occurrence · 1\u{A0}réponse")
      try terminal.expect(Self.prompt)
      terminal.type("zz" + Key.tab + Key.erase + Key.erase)
    }
  }

  @Test("Accents are kept as typed, and erased as one letter")
  func accents() throws {
    try work(environment: ["LANG": "fr_FR.UTF-8"]) {
      terminal.type("count \"été\"\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}" + "âge>=40" + Key.enter)
      try terminal.expect("2\u{A0}réponses · 1\u{A0}répondant")
      try terminal.expect(Self.prompt)
    }
  }

  @Test("Accents are kept where the locale is C, too")
  func accentsInC() throws {
    try work(environment: ["LANG": "C", "LC_ALL": "C"]) {
      enter("count âge:31")
      try terminal.expect("2\u{A0}réponses · 1\u{A0}répondant")
      try terminal.expect(Self.prompt)
    }
  }

  @Test("The up key recalls, in this session and the next")
  func history() throws {
    try work {
      enter("count formulaires")
      try terminal.expect("1\u{A0}occurrence")
      try terminal.expect(Self.prompt)
      enter("count lien")
      try terminal.expect("2\u{A0}occurrences")
      try terminal.expect(Self.prompt)
      terminal.type(Key.up + Key.up + Key.enter)
      try terminal.expect("1\u{A0}occurrence")
      try terminal.expect(Self.prompt)
    }
    let file = place.folder(".local/state/verbatim/history")
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(
      (attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "nobody else may read what was typed")
    let next = try PseudoTerminal()
    var process = try Binary.Process(
      ["repl"], in: place.folder.path, environment: ["NO_COLOR": "1"],
      files: [0: next.name, 1: next.name, 2: next.name], ownsTerminal: true)
    defer { process.kill() }
    try next.expect(Self.prompt)
    next.type(Key.up)
    try next.expect("count formulaires")
  }

  @Test("The interrupt key drops the line and no more")
  func interrupt() throws {
    try work {
      terminal.type("code charge R3/q1" + Key.interrupt)
      try terminal.expect(Self.prompt)
      enter("count uncoded")
      try terminal.expect("3\u{A0}réponses")
      try terminal.expect(Self.prompt)
    }
    #expect(try Binary.run(["check"], in: place.folder).stdout.contains("3\u{A0}codages"))
  }

  @Test("An error in a query points at its place in the line")
  func pointing() throws {
    try work {
      enter("kwic lien ET code:\"perte de liens\"")
      try terminal.expect(
        "\n" + String(repeating: " ", count: 10 + 18) + "╰─ aucun code « perte de liens »\n")
      try terminal.expect("Vouliez-vous dire code:\"perte de lien\" ?")
      try terminal.expect(Self.prompt)
    }
  }
}
