import Testing

@testable import Workbench

@Suite("Merging, splitting and deleting codes")
struct CodeRemovalTests {
  private func study() throws -> TestStudy {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1", .range(TextRange(0, 10)), memo: "premier")
    try test.code("surcharge", "R1/q1", .range(TextRange(5, 20)), memo: "second")
    try test.code("surcharge", "R1/q1", .range(TextRange(0, 10)), coder: "bruno")
    try test.code("surcharge", "R3/q1")
    return test
  }

  @Test("A code merged into another leaves it all that it had; overlaps of one coder become one coding")
  func merge() throws {
    let test = try study()
    let before = try ProjectExport(test.study).text()
    let outcome = try CodebookEditing(test.study).merge("Surcharge", into: "lien", coder: "chloé")
    #expect(outcome.code == "Surcharge" && outcome.target == "Perte de lien")
    #expect((outcome.codings, outcome.united, outcome.children) == (3, 1, 0))
    #expect(outcome.rule == .joined)
    #expect(
      try test.codings() == [
        "R1/q1 Perte de lien 0-10 bruno hand", "R1/q1 Perte de lien 0-20 anna hand",
        "R3/q1 Perte de lien 0-30 anna hand",
      ])
    let code = try #require(try CodebookListing(test.study).lines().first { $0.code.key == "lien" }).code
    #expect(code.content.rule == "(lien) OR (mails OR tableaux)")
    let memos = try MemoKeeping(test.study).lines()
    #expect(memos.map(\.text) == ["premier", "second"])
    #expect(Set(memos.map(\.subject)) == ["R1/q1 · Perte de lien"])
    #expect(
      try HistoryKeeping(test.study).acts(limit: 1).map(\.details) == [
        [
          "did": "merge", "code": "Surcharge", "key": "surcharge", "into": "Perte de lien", "codings": "3",
          "united": "1",
        ]
      ])
    let after = try ProjectExport(test.study).text()
    _ = try HistoryKeeping(test.study).undo()
    #expect(try ProjectExport(test.study).text() == before)
    _ = try HistoryKeeping(test.study).redo()
    #expect(try ProjectExport(test.study).text() == after)
    #expect(try Checking(test.study).run().isClean)
  }

  @Test("Children, memos on the code, refusals and versions of the rule go along; rules that name it follow")
  func mergeEverything() throws {
    let test = try TestStudy.coded()
    let editing = CodebookEditing(test.study)
    _ = try Autocoding(test.study).run()
    try MemoKeeping(test.study).add("sur Effets", on: .code("Effets"), coder: "anna")
    try test.study.project.perform(.refuse) { act in
      let names = CodeNames(try act.reader.codes())
      for name in ["surcharge", "lien"] {
        try act.addRefusal(
          of: names.code(called: name).id, on: RowID(1), TextRange(0, 5), by: act.coder("anna"))
      }
    }
    var texts = CodebookEditing.Texts()
    (texts.rule, texts.memo, texts.examples) = ("code:Effets OU code:surcharge", "note", ["exemple"])
    _ = try editing.set("moyens", texts)
    let outcome = try editing.merge("Effets", into: "Surcharge")
    #expect(outcome.children == 1 && outcome.rewritten == ["Moyens"])
    let lines = try CodebookListing(test.study).lines()
    // The code inside takes the place of the one around it.
    #expect(lines.map { "\($0.depth) \($0.name)" } == ["0 Surcharge", "1 Perte de lien", "0 Moyens"])
    #expect(lines.last?.code.content.rule == "code:\"Surcharge\" OU code:surcharge")
    #expect(try MemoKeeping(test.study).lines(on: .code("Surcharge")).map(\.text) == ["sur Effets"])
    let second = try editing.merge("Perte de lien", into: "Surcharge")
    #expect(second.rule == .joined)
    #expect(try test.study.project.read { try $0.refusals().count } == 1)
    let rules = try RuleList(test.study).lines(["Surcharge"])
    #expect(rules.map(\.rule) == ["mails OR tableaux", "lien", "(mails OR tableaux) OR (lien)"])
    #expect(rules.map(\.isCurrent) == [false, false, true])
    #expect(try rules.reduce(0) { $0 + $1.codings } == test.codings().count)
    // The joined rule finds what both found.
    let again = try Autocoding(test.study).run(codes: ["surcharge"])
    #expect(again.map(\.added) == [0])
    #expect(throws: StudyError.sameCode("Surcharge")) { try editing.merge("surcharge", into: "Surcharge") }
    #expect(try Checking(test.study).run().isClean)
  }

  @Test("A merge that would put two codes of one name beside each other is refused")
  func mergeClash() throws {
    let test = try TestStudy.coded()
    let editing = CodebookEditing(test.study)
    _ = try editing.add("Surcharge", under: .code("Moyens"))
    #expect(throws: ActError.codeExists(name: "Surcharge")) { try editing.merge("Effets", into: "Moyens") }
  }

  @Test("A split takes the segments with a hit inside, or those of the answers found")
  func split() throws {
    let test = try study()
    let editing = CodebookEditing(test.study)
    let before = try ProjectExport(test.study).text()
    let tried = try editing.split("Surcharge", by: "lien", into: "Lien", isDryRun: true)
    #expect((tried.outcome.codings, tried.of) == (2, 3))
    #expect(try ProjectExport(test.study).text() == before)
    // « On perd le lien. Trop de mails. »: the word stands at 11 to 15.
    let outcome = try editing.split("Surcharge", by: "perdre", into: "Part", coder: "anna").outcome
    #expect(outcome.codings == 2)
    #expect(
      try CodebookListing(test.study).lines().map(\.name) == [
        "Effets", "Perte de lien", "Surcharge", "Part", "Moyens",
      ])
    #expect(
      try test.codings().filter { $0.contains("Part") } == [
        "R1/q1 Part 0-10 bruno hand", "R3/q1 Part 0-30 anna hand",
      ])
    #expect(throws: StudyError.nothingToDo(.codings)) {
      try editing.split("Surcharge", by: "tableaux", into: "Autre")
    }
    #expect(throws: StudyError.sameCode("Part")) {
      try editing.split("Part", by: "question:q1", into: "Part")
    }
    let byAnswer = try editing.split("Part", by: "groupe:Insertion", into: "Perte de lien", coders: ["anna"])
      .outcome
    #expect(byAnswer.codings == 1 && byAnswer.target == "Perte de lien")
    #expect(try Checking(test.study).run().isClean)
  }

  @Test("A code with codings or codes under it goes only when it is said what becomes of them")
  func delete() throws {
    let test = try study()
    let editing = CodebookEditing(test.study)
    #expect(throws: ActError.codeInUse(name: "Surcharge", codings: 3, children: 0)) {
      try editing.delete("surcharge")
    }
    #expect(throws: ActError.codeInUse(name: "Effets", codings: 0, children: 2)) {
      try editing.delete("effets")
    }
    #expect(throws: ActError.codeInUse(name: "Effets", codings: 4, children: 0)) {
      try editing.delete("effets", children: .deleted)
    }
    #expect(throws: StudyError.sameCode("Surcharge")) {
      try editing.delete("effets", codings: .moved(to: "surcharge"), children: .deleted)
    }
    #expect(try editing.delete("surcharge", codings: .moved(to: "moyens")).codings == 3)
    #expect(try editing.delete("effets", children: .moveUp).children == 1)
    #expect(try CodebookListing(test.study).lines().map(\.name) == ["Perte de lien", "Moyens"])
    let last = try editing.delete("Perte de lien", codings: .deleted)
    #expect(last.codings == 1 && last.target == nil)
    #expect(try MemoKeeping(test.study).lines().map(\.text) == ["second"])
    for _ in 0..<3 { _ = try HistoryKeeping(test.study).undo() }
    #expect(try MemoKeeping(test.study).lines().count == 2)
    #expect(try Checking(test.study).run().isClean)
  }

  @Test("A code that another's rule names goes only when its codings go somewhere")
  func deleteNamed() throws {
    let test = try TestStudy.coded()
    let editing = CodebookEditing(test.study)
    var texts = CodebookEditing.Texts()
    texts.rule = "code:surcharge"
    _ = try editing.set("moyens", texts)
    #expect(throws: StudyError.codeInRules(name: "Surcharge", codes: ["Moyens"])) {
      try editing.delete("surcharge")
    }
    #expect(try editing.delete("surcharge", codings: .moved(to: "lien")).rewritten == ["Moyens"])
  }
}
