import CodingModel
import Testing

@testable import Workbench

@Suite("Proposals of rules")
struct RuleProposalsTests {
  private func proposals(_ test: TestStudy, on answer: Int64, coder: String = "anna") throws -> [String] {
    let session = try CodingSession.begin(
      .init(query: nil), named: "tout", coder: coder, isNew: true, test.study)
    try session.go(to: Int(answer))
    return try session.page()?.proposals.map { "\($0.name) \($0.range.start)-\($0.range.end)" } ?? []
  }

  @Test("The sentences that a code's rule finds are proposed, by code, then by place")
  func found() throws {
    let test = try TestStudy.coded()
    #expect(try proposals(test, on: 1) == ["Perte de lien 0-16", "Surcharge 17-31"])
    #expect(try proposals(test, on: 6) == ["Perte de lien 33-49", "Surcharge 0-17", "Surcharge 18-32"])
    #expect(try proposals(test, on: 2) == [])
  }

  @Test(
    "What the coder has given the code, even in part, or refused is proposed no more; others are asked still")
  func settled() throws {
    let test = try TestStudy.coded()
    try test.code("Surcharge", "R4/q1", .quote("tableaux", occurrence: nil))
    #expect(try proposals(test, on: 6) == ["Perte de lien 33-49", "Surcharge 18-32"])
    try test.study.project.perform(.refuse) { (act: ActWriter) throws in
      let code = try #require(try act.reader.codes().first { $0.name == "Perte de lien" }?.id)
      try act.addRefusal(of: code, on: RowID(6), TextRange(36, 40), by: act.coder("anna"))
    }
    #expect(try proposals(test, on: 6) == ["Surcharge 18-32"])
    #expect(
      try proposals(test, on: 6, coder: "bruno") == [
        "Perte de lien 33-49", "Surcharge 0-17", "Surcharge 18-32",
      ])
    try test.code("Surcharge", "R4/q1")
    #expect(try proposals(test, on: 6) == [])
  }

  @Test("A rule of filters proposes whole answers; one that is no query is named and proposes nothing")
  func rules() throws {
    let test = try TestStudy(
      codebook: """
        codes:
          - name: Court
            rule: groupe:Insertion
          - name: Suite
            rule: code:Court lien

        """)
    try test.study.project.perform(.codebook) {
      _ = try $0.addCode(CodeContent(name: "Faux", rule: "lien ET ("), under: nil)
    }
    #expect(try proposals(test, on: 4) == ["Court 0-30", "Suite 0-30"])
    let session = try CodingSession.begin(.init(query: "lien"), coder: "anna", test.study)
    #expect(try session.wrongRules().map(\.code) == ["Faux"])
  }

  @Test("They are what autocode would code")
  func sameAsAutocode() throws {
    let test = try TestStudy.coded()
    var proposed: [String] = []
    for number in 1...8 {
      let session = try CodingSession.begin(.init(), named: "tout", coder: "anna", isNew: true, test.study)
      try session.go(to: number)
      let page = try #require(try session.page())
      proposed += page.proposals.map { "\(page.answer) \($0.name) \($0.range.start)-\($0.range.end)" }
    }
    _ = try Autocoding(test.study).run()
    #expect(try test.codings().map { $0.replacing(" autocode rule", with: "") }.sorted() == proposed.sorted())
  }
}
