import Testing

@testable import Workbench

@Suite("Choosing excerpts")
struct ExcerptSelectionTests {
  private func study() throws -> TestStudy {
    let test = try TestStudy.coded()
    try test.code("surcharge", "R4/q1", .quote("Trop de mails", occurrence: nil))
    try test.code("surcharge", "R1/q1", .range(TextRange(17, 31)), coder: "bruno", memo: "fort")
    try test.code("lien", "R4/q1", .range(TextRange(36, 48)))
    try test.code("lien", "R1/q1", .range(TextRange(3, 15)))
    return test
  }

  private func written(_ excerpts: [Excerpt]) -> [String] {
    excerpts.map {
      "\($0.respondent)/\($0.question) \($0.code): \($0.isCutBefore ? "…" : "")\($0.before)⟦\($0.segment)⟧\($0.after)\($0.isCutAfter ? "…" : "")"
    }
  }

  @Test("By code in the codebook's order, then by answer; context cut between words")
  func characters() throws {
    let excerpts = try ExcerptSelection(study().study).excerpts(.init(context: .characters(7)))
    #expect(
      written(excerpts) == [
        "R1/q1 Perte de lien: On ⟦perd le lien⟧. Trop…", "R4/q1 Perte de lien: …On ⟦perd le lien⟧.",
        "R1/q1 Surcharge: …lien. ⟦Trop de mails.⟧", "R4/q1 Surcharge: …⟦Trop de mails⟧. On…",
      ])
    #expect(excerpts[2].coder == "bruno")
    #expect(excerpts[2].memo == "fort")
    #expect(excerpts[2].colour == Colour("#0000aa"))
    #expect(excerpts[2].origin == .hand)
    #expect(excerpts[2].values == ["Éducation", "3"])
  }

  @Test("Sentences and whole answers as context")
  func wider() throws {
    let selection = ExcerptSelection(try study().study)
    #expect(
      written(try selection.excerpts(.init(codes: ["lien"], context: .sentence))) == [
        "R1/q1 Perte de lien: On ⟦perd le lien⟧.…", "R4/q1 Perte de lien: …On ⟦perd le lien⟧.",
      ])
    #expect(
      written(try selection.excerpts(.init(codes: ["lien"], context: .answer))) == [
        "R1/q1 Perte de lien: On ⟦perd le lien⟧. Trop de mails.",
        "R4/q1 Perte de lien: Trop de tableaux. Trop de mails. On ⟦perd le lien⟧.",
      ])
    #expect(
      try selection.excerpts(.init(context: .characters(.max))).allSatisfy {
        !$0.isCutBefore && !$0.isCutAfter
      })
  }

  @Test("Conditions: codes with those under them, coders, a query, a limit a code, some variables")
  func conditions() throws {
    let selection = ExcerptSelection(try study().study)
    func places(_ request: ExcerptSelection.Request) throws -> [String] {
      try selection.excerpts(request).map { "\($0.respondent) \($0.code)" }
    }
    #expect(try places(.init(codes: ["effets"], withChildren: true)).count == 4)
    #expect(throws: StudyError.nothingToDo(.codings)) { try places(.init(codes: ["effets"])) }
    #expect(try places(.init(coders: ["bruno"])) == ["R1 Surcharge"])
    #expect(try places(.init(query: "tableaux")) == ["R4 Perte de lien", "R4 Surcharge"])
    #expect(try places(.init(limit: 1)) == ["R1 Perte de lien", "R1 Surcharge"])
    let request = ExcerptSelection.Request(coders: ["bruno"], variables: ["anciennete"])
    #expect(
      try selection.list(request) { $0.variables } == [ExcerptVariable(name: "ancienneté", kind: .numeric)])
    #expect(try selection.excerpts(request)[0].values == ["3"])
    #expect(try selection.list(.init()) { $0.variables.map(\.name) } == ["groupe", "ancienneté"])
  }

  @Test("Each excerpt stands in its answer exactly, and its context cuts no word")
  func exact() throws {
    let text = "J’ai\u{A0}perdu le lien…\n\nTrop de mails : 30 par jour, aujourd'hui ça déborde complètement."
    let test = try TestStudy("id,q1\nR1,\"\(text)\"\n", codebook: TestStudy.codebook)
    let scalars = Array(text.unicodeScalars)
    for start in stride(from: 0, to: scalars.count, by: 5) {
      try test.code("lien", "R1", .range(TextRange(start, min(scalars.count, start + 1 + start % 7))))
    }
    for count in [0, 1, 2, 5, 13, 40, 200] {
      let excerpts = try ExcerptSelection(test.study).excerpts(.init(context: .characters(count)))
      #expect(excerpts.count == (scalars.count + 4) / 5)
      for excerpt in excerpts {
        let from = excerpt.range.start - excerpt.before.scalarCount
        let to = excerpt.range.end + excerpt.after.scalarCount
        #expect(text.slice(TextRange(from, to)) == excerpt.before + excerpt.segment + excerpt.after)
        #expect(excerpt.before.scalarCount <= count && excerpt.after.scalarCount <= count)
        #expect(excerpt.isCutBefore == (from > 0) && excerpt.isCutAfter == (to < scalars.count))
        #expect(excerpt.before.isEmpty || from == 0 || scalars[from - 1].properties.isWhitespace)
        #expect(excerpt.after.isEmpty || to == scalars.count || scalars[to].properties.isWhitespace)
      }
    }
  }

  @Test("A stale index is brought up to date for queries and sentences")
  func stale() throws {
    let test = try study()
    let request = ExcerptSelection.Request(query: "lien", context: .sentence)
    let expected = written(try ExcerptSelection(test.study).excerpts(request))
    try test.makeIndexStale()
    #expect(written(try ExcerptSelection(test.reopened()).excerpts(request)) == expected)
    try test.makeIndexStale()
    #expect(written(try ExcerptSelection(test.readOnly()).excerpts(request)) == expected)
  }
}
