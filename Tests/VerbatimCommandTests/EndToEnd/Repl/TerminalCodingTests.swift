import Foundation
import Testing

@Suite("The coding mode on a terminal") struct TerminalCodingTests {
  private let place: BadInput
  private let terminal: PseudoTerminal

  init() throws {
    place = try BadInput()
    terminal = try PseudoTerminal()
  }

  /// Runs a command on the terminal until `body` has ended it.
  private func work(_ arguments: [String], _ body: () throws -> Void) throws {
    var process = try Binary.Process(
      arguments, in: place.folder.path, environment: ["NO_COLOR": "1", "USER": "dora"],
      files: [0: terminal.name, 1: terminal.name, 2: terminal.name], ownsTerminal: true)
    defer { process.kill() }
    do {
      try body()
    } catch {
      Issue.record("\(error)\nshown:\n\(terminal.shown)")
      return
    }
    let end = Date().addingTimeInterval(30)
    var code: Int32?
    while code == nil, Date() < end {
      terminal.readMore()
      code = process.wait(timeout: 0.02)
    }
    #expect(code == 0, "it ends")
  }

  private func enter(_ line: String) { terminal.type(line + "\r") }

  @Test("A day's work from the REPL: Tab completes codes, parts, questions asked, undo, the place kept")
  func day() throws {
    try work(["repl"]) {
      try terminal.expect("verbatim▸ ")
      enter("coder uncoded")
      try terminal.expect("uncoded · 3\u{A0}réponses · codeur : dora")
      try terminal.expect("CODE (quelques lettres)")
      try terminal.expect("─ R1 · q2 ─")
      try terminal.expect("1 / 3 · 0\u{A0}vue")
      try terminal.expect("code› ")
      terminal.type("lie\t")
      try terminal.expect("perte de lien ")
      terminal.type("\r")
      try terminal.expect("+ perte de lien  toute la réponse")
      try terminal.expect("code› ")
      enter("")
      try terminal.expect("─ R2 · q2 ─")
      try terminal.expect("¹ charge  proposé par règle, toute la réponse : o accepter, n refuser")
      try terminal.expect("code› ")
      enter("n")
      try terminal.expect("× charge  refusé toute la réponse")
      try terminal.expect("code› ")
      enter("+ 2-4")
      try terminal.expect("nom du code [remplit les formulaires]")
      enter("remplir à leur place")
      try terminal.expect("sous quel code [aucun]")
      terminal.type("ch\t")
      try terminal.expect("charge ")
      terminal.type("\r")
      try terminal.expect("+ remplir à leur place  « remplit les formulaires »")
      try terminal.expect("code› ")
      enter("u")
      try terminal.expect("annulé : nouveau code et codage de R2/q2 3-26 · remplir à leur place")
      try terminal.expect("code› ")
      terminal.type("charge 2-\u{3}")
      try terminal.expect("code› ")
      enter("fin")
      try terminal.expect("La place est gardée")
      try terminal.expect("verbatim▸ ")
      enter("next")
      try terminal.expect("Reprise : uncoded · réponse 2 / 3 · 1\u{A0}vue")
      try terminal.expect("code› ")
      enter("! count lien")
      try terminal.expect("2\u{A0}occurrences")
      try terminal.expect("code› ")
      terminal.type("\u{4}")
      try terminal.expect("verbatim▸ ")
      enter("code charge \"formulaires\"")
      try terminal.expect("R2/q2 · charge · dora · 15-26 codé « formulaires »")
      try terminal.expect("verbatim▸ ")
      enter("quit")
    }
    #expect(try Binary.run(["check"], in: place.folder).stdout.contains("5\u{A0}codages"))
  }

  @Test(
    "Two people code the same project at once: each sees what the other has done, and undoes only the own")
  func together() throws {
    try work(["coding", "lien"]) {
      try terminal.expect("─ R2 · q1 ─")
      try terminal.expect("code› ")
      enter("charge")
      try terminal.expect("+ charge")
      try terminal.expect("code› ")
      let other = try Binary.run(
        ["coding", "lien", "--coder", "eva"], in: place.folder, input: "perte de lien 1-3\n\ncharge\n")
      #expect(other.code == 0 && other.stderr == "")
      enter("s")
      try terminal.expect("⟦On perd ⟦le⟧¹ lien⟧²")
      try terminal.expect("perte de lien  (eva)")
      try terminal.expect("code› ")
      enter("u")
      try terminal.expect("a été fait depuis, ailleurs ; rien n'est annulé")
      try terminal.expect("code› ")
      enter("- charge")
      try terminal.expect("− charge  toute la réponse")
      try terminal.expect("code› ")
      enter("u")
      try terminal.expect("annulé : retrait de 1\u{A0}codage · R2/q1 · charge")
      try terminal.expect("code› ")
      enter("q")
    }
    let codings = try Binary.run(["codings", "--format", "csv"], in: place.folder).stdout
    #expect(codings.split(whereSeparator: \.isNewline).count == 1 + 3 + 3)
  }
}
