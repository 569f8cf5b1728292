import Foundation
import Testing

@testable import Workbench

@Suite("Applying rules")
struct AutocodingTests {
  private func counts(_ lines: [Autocoding.Line]) -> [[Int]] {
    lines.map { [$0.answers, $0.added, $0.removed, $0.kept, $0.alsoByHand] }
  }

  private static let bySentence = [
    "R1/q1 Perte de lien 0-16 autocode rule", "R1/q1 Surcharge 17-31 autocode rule",
    "R3/q1 Perte de lien 0-30 autocode rule", "R3/q2 Perte de lien 0-24 autocode rule",
    "R4/q1 Surcharge 0-17 autocode rule", "R4/q1 Surcharge 18-32 autocode rule",
    "R4/q1 Perte de lien 33-49 autocode rule",
  ]

  @Test("A text that damage has left shorter than the index says is an error, and codes nothing")
  func damaged() throws {
    let test = try TestStudy.coded()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: test.study.path))
    let place = try #require(bytes.range(of: Data("On perd le lien. Trop de mails.".utf8)))
    // As many bytes, half as many letters.
    bytes.replaceSubrange(place, with: Data((String(repeating: "é", count: 15) + "a").utf8))
    let copy = test.folder.file("abîmé.verbatim")
    try bytes.write(to: URL(fileURLWithPath: copy))
    let study = try Study(opening: copy)
    #expect(throws: ProjectError.damaged(path: copy)) {
      try Autocoding(study).run(isDryRun: true, samples: 2)
    }
    #expect(throws: ProjectError.damaged(path: copy)) { try Autocoding(study).run() }
    #expect(try study.writtenCodings() == [])
  }

  @Test("A dry run says what would be coded, and changes nothing")
  func dryRun() throws {
    let test = try TestStudy.coded()
    let lines = try Autocoding(test.study).run(isDryRun: true, samples: 2)
    #expect(lines.map(\.code) == ["Perte de lien", "Surcharge"])
    #expect(lines.map(\.rule) == ["lien", "mails OR tableaux"])
    #expect(counts(lines) == [[4, 4, 0, 0, 0], [2, 3, 0, 0, 0]])
    #expect(lines[0].samples.map(\.answer.description) == ["R1/q1", "R3/q1"])
    #expect(lines[1].samples.map(\.segment) == ["Trop de mails.", "Trop de tableaux."])
    #expect(try test.codings() == [])
    #expect(try CoderList(test.study).lines().isEmpty)
    #expect(try HistoryKeeping(test.study).acts().count == 2)
  }

  @Test("The sentences with hits are coded; twice changes nothing")
  func twice() throws {
    let test = try TestStudy.coded()
    #expect(counts(try Autocoding(test.study).run()) == [[4, 4, 0, 0, 0], [2, 3, 0, 0, 0]])
    #expect(try test.codings() == Self.bySentence)
    #expect(counts(try Autocoding(test.study).run()) == [[4, 0, 0, 4, 0], [2, 0, 0, 3, 0]])
    #expect(try test.codings() == Self.bySentence)
    let acts = try HistoryKeeping(test.study).acts()
    #expect(acts.map(\.kind) == [.autocode, .importCodebook, .importSurvey])
    #expect(acts[0].coder == "autocode")
    #expect(acts[0].details == ["codes": "2", "added": "7", "removed": "0"])
  }

  @Test("Hits alone, or whole answers, can be coded instead")
  func extents() throws {
    let test = try TestStudy.coded()
    _ = try Autocoding(test.study).run(codes: ["lien"], extent: .hit)
    #expect(
      try test.codings().map { $0.replacing(" Perte de lien", with: "") } == [
        "R1/q1 11-15 autocode rule", "R3/q1 3-7 autocode rule", "R3/q2 3-7 autocode rule",
        "R3/q2 19-23 autocode rule", "R4/q1 44-48 autocode rule",
      ])
    let lines = try Autocoding(test.study).run(codes: ["lien", "Perte de lien"], extent: .answer)
    #expect(counts(lines) == [[4, 4, 5, 0, 0]])
    #expect(try test.codings().first == "R1/q1 Perte de lien 0-31 autocode rule")
  }

  @Test("A rule of filters alone codes whole answers")
  func filters() throws {
    let test = try TestStudy(codebook: "codes: [{name: A, rule: 'groupe:Insertion AND question:q2'}]\n")
    _ = try Autocoding(test.study).run()
    #expect(try test.codings() == ["R3/q2 A 0-24 autocode rule", "R5/q2 A 0-19 autocode rule"])
  }

  @Test("A changed rule changes only what differs; a rule taken away leaves its codings")
  func changedRule() throws {
    let test = try TestStudy.coded()
    _ = try Autocoding(test.study).run()
    try test.importCodebook("codes: [{id: surcharge, name: Surcharge, rule: 'mails OR moyens'}]\n")
    #expect(counts(try Autocoding(test.study).run(codes: ["Surcharge"])) == [[3, 1, 1, 2, 0]])
    #expect(
      try test.codings().filter { $0.contains("Surcharge") } == [
        "R1/q1 Surcharge 17-31 autocode rule", "R4/q1 Surcharge 18-32 autocode rule",
        "R4/q2 Surcharge 0-11 autocode rule",
      ])
    try test.importCodebook("codes: [{id: surcharge, name: Surcharge}]\n")
    _ = try Autocoding(test.study).run()
    #expect(try test.codings().count { $0.contains("Surcharge") } == 3)
    #expect(throws: StudyError.noRule(name: "Surcharge")) {
      try Autocoding(test.study).run(codes: ["surcharge"])
    }
  }

  @Test("Codings by people are never touched, on the same range and in the rules' own name too")
  func byHand() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1", .range(TextRange(0, 16)), memo: "à la main")
    try test.importCodings(
      """
      respondent,question,code,start,end,coder,memo
      R3,q1,lien,,,autocode,à la main
      R2,q1,lien,,,autocode,
      R4,q1,lien,33,49,autocode,

      """)
    let people = try test.codings()
    let dry = counts(try Autocoding(test.study).run(codes: ["lien"], isDryRun: true))
    #expect(dry == [[4, 2, 0, 2, 3]])
    #expect(counts(try Autocoding(test.study).run(codes: ["lien"])) == dry)
    #expect(counts(try Autocoding(test.study).run(codes: ["lien"])) == [[4, 0, 0, 4, 3]])
    #expect(try test.codings().filter { !$0.hasSuffix("rule") } == people)
    try test.importCodebook("codes: [{id: lien, name: Perte de lien, rule: formation}]\n")
    _ = try Autocoding(test.study).run(codes: ["lien"])
    #expect(try test.codings() == people)
    #expect(try MemoKeeping(test.study).lines().count == 2)
  }

  @Test(
    "Rules that refer to codes follow these codes' rules at once, whatever their order; twice changes nothing"
  )
  func references() throws {
    let test = try TestStudy(
      codebook: """
        codes:
          - {name: Les deux, rule: 'code:Lien AND code:Mails'}
          - {name: Lien, rule: lien}
          - {name: Mails, rule: mails}
          - {name: Reste, rule: 'uncoded AND NOT code:Lien'}
          - {name: Soi, rule: 'moyens AND NOT code:Soi'}
          - {name: Machine, rule: 'coder:autocode OR temps'}
          - {name: Dedans, rule: 'perd within code:Lien'}

        """)
    try test.code("Soi", "R2", coder: "anna")
    try test.importCodings("respondent,question,code,coder\nR2,q1,Soi,autocode\n")
    let lines = try Autocoding(test.study).run(extent: .answer)
    #expect(
      lines.map { "\($0.code) \($0.added) \($0.removed)" } == [
        "Les deux 2 0", "Lien 4 0", "Mails 2 0", "Reste 3 0", "Soi 1 0", "Machine 2 0", "Dedans 3 0",
      ])
    let stored = try test.codings()
    #expect(try Autocoding(test.study).run(extent: .answer).allSatisfy { $0.added + $0.removed == 0 })
    #expect(try test.codings() == stored)
    _ = try Autocoding(test.study).run(codes: ["Reste", "Les deux"], extent: .answer)
    #expect(try test.codings() == stored)
    // What people code is seen.
    try test.code("Mails", "R3/q1", coder: "anna")
    let after = try Autocoding(test.study).run(extent: .answer)
    #expect(after.filter { $0.added + $0.removed > 0 }.map { "\($0.code) \($0.added)" } == ["Les deux 1"])
  }

  @Test("A rule that does not fit the project stops everything, with the code's name")
  func badRule() throws {
    let test = try TestStudy(codebook: "codes: [{name: A, rule: lien}, {name: B, rule: 'coder:zoé'}]\n")
    let error = #expect(throws: StudyError.self) { try Autocoding(test.study).run() }
    guard case .badRule("B", let underlying)? = error else {
      Issue.record("another error")
      return
    }
    #expect((underlying as? QueryError)?.problem == .unknownCoder("zoé"))
    #expect(try test.codings() == [])
    #expect(throws: StudyError.noRule(name: nil)) { try Autocoding(try TestStudy().study).run() }
  }

  @Test("New answers are coded when rules are applied again; undoing takes just that away")
  func newAnswers() throws {
    let test = try TestStudy.coded()
    _ = try Autocoding(test.study).run()
    try test.add("id;q1\nR6;Sans lien.\n", roles: SurveyRoles(respondent: "id", answers: ["q1"]))
    #expect(counts(try Autocoding(test.study).run()) == [[5, 1, 0, 4, 0], [2, 0, 0, 3, 0]])
    #expect(try HistoryKeeping(test.study).undo().kind == .autocode)
    #expect(try test.codings() == Self.bySentence)
    _ = try HistoryKeeping(test.study).redo()
    #expect(try test.codings().last == "R6/q1 Perte de lien 0-10 autocode rule")
    #expect(try Checking(test.study).run().isClean)
  }
}
