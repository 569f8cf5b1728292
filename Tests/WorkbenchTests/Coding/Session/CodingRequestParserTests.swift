import Testing

@testable import Workbench

@Suite("Lines typed while coding")
struct CodingRequestParserTests {
  private typealias Request = CodingRequest

  private func parse(_ line: String) throws(CodingRequestError) -> CodingRequest {
    let names: Set = ["covid 19", "accueil, orientation", "aide", "perte de lien", "12", "m et m"]
    return try CodingRequestParser { names.contains($0) }.parse(line)
  }

  private func code(_ line: String) throws -> [String] {
    guard case .code(let groups) = try parse(line) else { return ["no coding"] }
    return groups.map { group in
      group.codes.joined(separator: "+")
        + group.parts.map { part in
          switch part {
          case .quote(let text, let occurrence): " «\(text)»" + (occurrence.map { "\($0)" } ?? "")
          case .words(let words): " \(words.lowerBound)-\(words.upperBound)"
          }
        }.joined()
    }
  }

  @Test(
    "What needs no code",
    arguments: [
      ("", Request.next), ("   ", .next), ("→", .next), ("suivante", .next), ("NEXT", .next),
      ("n", .refuse(.only)),
      ("N", .refuse(.only)),
      ("non", .refuse(.only)), ("p", .previous), ("précédente", .previous), ("Precedent", .previous),
      ("←", .previous),
      ("7", .go(7)), ("0", .go(0)), ("s", .show), ("voir", .show), ("#", .words),
      ("# une remarque", .nothing),
      ("?", .help(nil)), ("? su", .help("su")), ("help", .help(nil)), ("u", .undo), ("annuler", .undo),
      ("r", .redo),
      ("q", .leave), ("fin", .leave), ("quitter", .leave), ("o", .accept(.only)), ("y", .accept(.only)),
      ("oui", .accept(.only)), ("o 2", .accept(.numbers([2]))), ("y 2,3 4", .accept(.numbers([2, 3, 4]))),
      ("o *", .accept(.all)), ("n tout", .refuse(.all)), ("n 3", .refuse(.numbers([3]))),
      ("m à revoir", .memo("à revoir", onAnswer: false)), ("M 2 choses", .memo("2 choses", onAnswer: true)),
      ("mémo \"cité\", voilà", .memo("\"cité\", voilà", onAnswer: false)),
      ("! kwic lien", .command("kwic lien")),
      ("!", .nothing), ("- 2", .uncodeNumbered([2])), ("-2, 3", .uncodeNumbered([2, 3])),
      ("\u{1B}[A", .code([.init(codes: ["[A"], parts: [])])),
    ])
  func commands(line: String, request: CodingRequest) throws {
    #expect(try parse(line) == request)
  }

  @Test(
    "Codes and parts",
    arguments: [
      ("su", ["su"]), ("su ad", ["su ad"]), (" su , li ", ["su+li"]),
      ("su \"des tableaux\"", ["su «des tableaux»"]),
      ("su « des tableaux »", ["su « des tableaux »"]), ("su “x” 2", ["su «x»2"]),
      ("su \"x\"2 \"y\"", ["su «x»2 «y»"]),
      ("su 3-7", ["su 3-7"]), ("su 3", ["su 3-3"]), ("su 3–7 9", ["su 3-7 9-9"]),
      ("su \"x\" 2 5-6", ["su «x»2 5-6"]),
      ("su \"x\" 5-6", ["su «x» 5-6"]), ("su, li \"a, b\"", ["su+li «a, b»"]),
      ("su \"x\", li \"y\"", ["su «x»", "li «y»"]), ("su 1, li", ["su 1-1", "li"]), ("su,,li,", ["su+li"]),
      ("covid 19", ["covid 19"]), ("covid 19 3-4", ["covid 19-19 3-4"]),
      ("accueil, orientation", ["accueil, orientation"]),
      ("su, accueil, orientation, li", ["su+accueil, orientation+li"]), ("= aide", ["aide"]),
      ("= voir", ["voir"]),
      ("=s", ["s"]), ("12", ["12"]), ("m et m", ["m et m"]), ("o'", ["o'"]), ("nu", ["nu"]),
      ("n re", ["n re"]),
      ("surcharge\tadmin", ["surcharge admin"]), ("l'écran", ["l'écran"]), ("R1", ["R1"]), ("٣", ["٣"]),
    ])
  func codes(line: String, expected: [String]) throws {
    #expect(try code(line) == expected)
  }

  @Test(
    "After an equals sign what comes first is the code, be it digits or quotes, and parts follow",
    arguments: [
      ("= 12 1-2", ["12 1-2"]), ("= 3-7 1-2", ["3-7 1-2"]), ("= 3-7", ["3-7"]), ("= 14", ["14"]),
      ("= \"q\" 1-2", ["\"q\" 1-2"]), ("= \"q\" \"x\" 2", ["\"q\" «x»2"]), ("= « q » 3", ["« q » 3-3"]),
      ("= covid 19 3-4", ["covid 19 3-4"]), ("= accueil, orientation \"x\"", ["accueil, orientation «x»"]),
      ("= 12, su 1-2", ["12+su 1-2"]), ("= 12 1, su 2", ["12 1-1", "su 2-2"]),
      ("= 3 4-5, 12", ["3 4-5", "12"]),
      ("= su ad 3-7", ["su ad 3-7"]), ("= aide au 3", ["aide au 3-3"]), ("=aide 2", ["aide 2-2"]),
    ])
  func named(line: String, expected: [String]) throws {
    #expect(try code(line) == expected)
    let taken = try parse("- " + line)
    #expect(taken == (try parse("−" + line)))
    guard case .code(let groups) = try parse(line) else { return }
    #expect(taken == .uncode(groups))
  }

  @Test("Codes taken away, and made of a part")
  func signs() throws {
    #expect(try parse("- su \"x\"") == .uncode([.init(codes: ["su"], parts: [.quote("x", occurrence: nil)])]))
    #expect(try parse("−su") == .uncode([.init(codes: ["su"], parts: [])]))
    let part = CodingRequest.Part.quote("perdu le lien", occurrence: nil)
    #expect(try parse("+ \"perdu le lien\"") == .inVivo(part, name: nil, parent: nil))
    #expect(
      try parse("+\"perdu le lien\" = lien perdu > Effets")
        == .inVivo(part, name: "lien perdu", parent: "Effets"))
    #expect(try parse("+ 3-5 = a > ") == .inVivo(.words(3...5), name: "a", parent: ""))
    #expect(try parse("+ \"x\" 2 > e") == .inVivo(.quote("x", occurrence: 2), name: nil, parent: "e"))
    #expect(try parse("+ 4") == .inVivo(.words(4...4), name: nil, parent: nil))
  }

  @Test(
    "What says nothing is said to",
    arguments: [
      ("su \"a", CodingRequestError.unclosedQuote), ("su «a", .unclosedQuote), ("su \" \"", .emptyQuote),
      ("\"a\"", .codeMissing), ("3-7", .codeMissing), ("-", .codeMissing), ("=", .codeMissing),
      (",", .codeMissing),
      ("su \"a\" encore", .unexpected("encore")), ("su 7-3", .badWords("7-3")), ("su 0-3", .badWords("0-3")),
      ("su 3-99999999999999999999", .badWords("3-99999999999999999999")), ("+", .partMissing),
      ("+ \"a\" \"b\"", .partMissing), ("+ 2-3 4", .partMissing), ("+ mots", .unexpected("mots")),
      ("m", .memoMissing),
      ("M  ", .memoMissing),
    ])
  func errors(line: String, error: CodingRequestError) {
    #expect(throws: error) { try parse(line) }
  }

  @Test("No line, however hostile, does more than throw")
  func hostile() {
    var random = SplitMix64(seed: 9)
    let pieces = [
      "\"", "«", "»", ",", "-", "+", "=", ">", "3", "-7", " ", "su", "\u{0}", "\u{1B}", "é", "👩‍👧", "\u{301}",
      "m", "n", "*",
    ]
    for _ in 0..<3000 {
      let line = (0..<Int.random(in: 0..<9, using: &random)).map { _ in pieces.randomElement(using: &random)!
      }.joined()
      let request = try? parse(line)
      if case .code(let groups) = request {
        #expect(
          !groups.isEmpty && groups.allSatisfy { !$0.codes.isEmpty && !$0.codes.contains("") },
          "\(line.debugDescription)")
      }
    }
    #expect((try? parse(String(repeating: "a,", count: 20_000))) != nil)
  }
}
