import Testing

@testable import Workbench

@Suite("Versions of rules, listed")
struct RuleListTests {
  @Test("Each wording that was applied is listed with its codings, and the present one though it was not yet")
  func versions() throws {
    let test = try TestStudy.coded()
    func lines(_ codes: [String] = []) throws -> [String] {
      try RuleList(test.study).lines(codes).map {
        "\($0.code) \($0.version.map(String.init) ?? "-")\($0.isCurrent ? "*" : "") \($0.rule) \($0.codings)"
      }
    }
    #expect(try lines() == ["Perte de lien -* lien 0", "Surcharge -* mails OR tableaux 0"])
    _ = try Autocoding(test.study).run()
    #expect(try lines(["lien"]) == ["Perte de lien 1* lien 4"])
    var texts = CodebookEditing.Texts()
    texts.rule = "lien OU RAS"
    _ = try CodebookEditing(test.study).set("lien", texts)
    #expect(try lines(["lien"]) == ["Perte de lien 1 lien 4", "Perte de lien -* lien OU RAS 0"])
    let tried = try Autocoding(test.study).run(codes: ["lien"], isDryRun: true, samples: .max)
    #expect(
      tried.map { [$0.version, $0.lastVersion ?? 0, $0.added, $0.removed, $0.kept] } == [[2, 1, 1, 0, 4]])
    #expect(
      tried[0].samples.map { "\($0.isAdded) \($0.answer) \($0.range.start)-\($0.range.end) \($0.segment)" }
        == ["true R2/q1 0-3 RAS"])
    _ = try Autocoding(test.study).run(codes: ["lien"])
    // What the first wording made stays its own.
    #expect(try lines(["lien"]) == ["Perte de lien 1 lien 4", "Perte de lien 2* lien OU RAS 1"])
    texts.rule = "lien"
    _ = try CodebookEditing(test.study).set("lien", texts)
    let back = try Autocoding(test.study).run(codes: ["lien"], samples: 1)
    #expect(back.map { [$0.version, $0.added, $0.removed] } == [[1, 0, 1]])
    #expect(back[0].samples.map(\.isAdded) == [false])
    #expect(try lines(["lien"]) == ["Perte de lien 1* lien 4", "Perte de lien 2 lien OU RAS 0"])
    #expect(throws: StudyError.noRule(name: "moyens")) { try lines(["moyens"]) }
  }

  @Test(
    "A version that adds nothing is recorded when it is first applied, and undone with that act",
    arguments: ["\"le lien\"", "licorne", "lien OR licorne"])
  func applied(rule: String) throws {
    let test = try TestStudy.coded()
    _ = try Autocoding(test.study).run(codes: ["lien"])
    var texts = CodebookEditing.Texts()
    texts.rule = rule
    _ = try CodebookEditing(test.study).set("lien", texts)
    func run(isDryRun: Bool = false) throws -> [Autocoding.Line] {
      try Autocoding(test.study).run(codes: ["lien"], isDryRun: isDryRun)
    }
    func versions() throws -> [String] {
      try RuleList(test.study).lines(["lien"]).map {
        "\($0.version ?? 0)\($0.isCurrent ? "*" : "") \($0.date ?? "-")"
      }
    }
    let before = ["1 \(TestStudy.time)", "0* -"]
    let after = ["1 \(TestStudy.time)", "2* \(TestStudy.time)"]
    let acts = try HistoryKeeping(test.study).acts().count
    #expect(try run(isDryRun: true).map(\.hasChangedRule) == [true])
    #expect(try versions() == before)
    #expect(try run().map { $0.hasChangedRule && $0.added == 0 } == [true])
    #expect(try versions() == after)
    let act = try #require(try HistoryKeeping(test.study).acts().first)
    #expect(act.kind == .autocode && act.details["version"] == "2" && act.details["added"] == "0")
    // The rule is the same now: nothing to say and nothing to note.
    #expect(try run().map { $0.hasChangedRule || $0.added + $0.removed > 0 } == [false])
    #expect(try HistoryKeeping(test.study).acts().count == acts + 1)
    _ = try HistoryKeeping(test.study).undo()
    #expect(try versions() == before)
    _ = try HistoryKeeping(test.study).redo()
    #expect(try versions() == after)
    #expect(try run().map(\.hasChangedRule) == [false])
  }

  @Test("An earlier version that is back is told as long as it changes something")
  func back() throws {
    let test = try TestStudy.coded()
    for (rule, isChanged) in [("lien", false), ("lien OU RAS", true), ("lien", true)] {
      var texts = CodebookEditing.Texts()
      texts.rule = rule
      _ = try CodebookEditing(test.study).set("lien", texts)
      #expect(try Autocoding(test.study).run(codes: ["lien"]).map(\.hasChangedRule) == [isChanged])
      #expect(try Autocoding(test.study).run(codes: ["lien"]).map(\.hasChangedRule) == [false])
    }
    #expect(try RuleList(test.study).lines(["lien"]).map(\.version) == [1, 2])
  }

  @Test("A first rule that finds nothing is recorded, too, without a coder")
  func findsNothing() throws {
    let test = try TestStudy(codebook: "codes: [{name: A, rule: licorne}, {name: B, rule: dragon}]\n")
    _ = try Autocoding(test.study).run()
    #expect(try RuleList(test.study).lines().map(\.version) == [1, 1])
    #expect(try CoderList(test.study).lines().isEmpty)
    let acts = try HistoryKeeping(test.study).acts().count
    _ = try Autocoding(test.study).run()
    #expect(try HistoryKeeping(test.study).acts().count == acts)
    try test.importCodebook("codes: [{name: A, rule: sirène}]\n")
    _ = try Autocoding(test.study).run()
    #expect(
      try HistoryKeeping(test.study).acts()[0].details == [
        "codes": "2", "added": "0", "removed": "0", "changed": "1",
      ])
  }

  @Test("What was refused is not coded, and codings refused since are taken away")
  func refused() throws {
    let test = try TestStudy.coded()
    _ = try Autocoding(test.study).run(codes: ["lien"])
    let first = try test.study.project.read { try $0.codings() }[0]
    func refuse(_ range: TextRange) throws {
      try test.study.project.perform(.refuse) {
        try $0.addRefusal(of: first.code, on: first.answer, range, by: $0.coder("anna"))
      }
    }
    // A part refused does not refuse the whole.
    try refuse(TextRange(first.range.start, first.range.end - 1))
    #expect(
      try Autocoding(test.study).run(codes: ["lien"]).map { [$0.added, $0.removed, $0.refused] } == [
        [0, 0, 0]
      ])
    try refuse(first.range)
    #expect(
      try Autocoding(test.study).run(codes: ["lien"]).map { [$0.added, $0.removed, $0.refused] } == [
        [0, 1, 1]
      ])
    #expect(
      try Autocoding(test.study).run(codes: ["lien"]).map { [$0.added, $0.removed, $0.refused] } == [
        [0, 0, 1]
      ])
    #expect(try test.codings().count == 3)
  }
}
