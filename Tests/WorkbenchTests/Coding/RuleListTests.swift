import Testing

@testable import Workbench

@Suite("Versions of rules, listed")
struct RuleListTests {
  @Test("Each wording that made codings is listed with them, and the present one though it made none")
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
