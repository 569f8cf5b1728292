import Testing

@testable import Workbench

@Suite("What a query finds, by groups")
struct GroupedCountingTests {
  private func table(
    _ query: String, _ grouping: GroupedCounting.Grouping, scope: String? = nil,
    base: CrossTabulating.Base = .all, isWeighted: Bool = false, coders: [String] = [],
    breaks: [Double]? = nil, in test: TestStudy? = nil
  ) throws -> GroupedCounting.Table {
    try GroupedCounting(try test?.study ?? TestStudy().study).table(
      .init(
        .init(query, scope: scope, base: base, isWeighted: isWeighted), by: grouping, coders: coders,
        breaks: breaks))
  }

  /// `name: hits answers respondents/base`.
  private func written(_ rows: [GroupedCounting.Row]) -> [String] {
    rows.map { row in
      "\(row.name ?? "–"): \(row.hits.map(String.init) ?? "–") \(row.answers) \(row.respondents)"
        + (row.cell.map { "/\($0.base)" } ?? "")
    }
  }

  @Test("By the words of the hits, the most frequent first, then in French order")
  func words() throws {
    let forms = try table("lien OR mails OR perdre OR \"du lien\"", .word(.form))
    #expect(
      written(forms.rows) == ["lien: 5 4 3", "perd: 3 3 3", "du lien: 2 1 1", "mails: 2 2 2"])
    #expect(forms.rows.map(\.part) == [5, 3, 2, 2].map { $0 / 12.0 })
    #expect(written([forms.total]) == ["–: 12 4 3"])
    #expect(throws: StudyError.noPlaces) { try table("question:q1", .word(.lemma)) }
  }

  @Test("By a variable: respondents as shares of the group, answers, hits per ten thousand tokens")
  func variable() throws {
    let groups = try table("lien", .variable("Groupe"))
    #expect(written(groups.rows) == ["Éducation: 1 1 1/2", "Insertion: 3 2 1/2", "–: 1 1 1/1"])
    #expect(written([groups.total]) == ["–: 5 4 3/5"])
    #expect(groups.variable == "groupe")
    #expect(groups.total.cell?.share == 0.6)
    #expect(groups.total.cell?.interval == ConfidenceInterval.wilson(share: 0.6, n: 5))
    let tokens = try TestStudy().study.index().searcher.tokenCount
    #expect(groups.total.tokens == tokens)
    #expect(groups.rows.reduce(0) { $0 + ($1.tokens ?? 0) } == tokens)
    #expect(groups.total.perTenThousand == 5.0 / Double(tokens) * 10_000)
    #expect(groups.test != nil)
  }

  @Test("Weights and bases; classes of numbers; a filter instead of words")
  func options() throws {
    let weighted = try table("lien", .variable("groupe"), isWeighted: true)
    #expect(written(weighted.rows) == ["Éducation: 1 1 1/2", "Insertion: 3 2 1/2", "–: 1 1 1/1"])
    #expect(weighted.rows.map { $0.cell?.share } == [1.0 / 3, 0.6, 1])
    #expect(weighted.total.cell?.weighted == 3 && weighted.total.cell?.weightedBase == 6)
    #expect(weighted.count.share == 0.5 && weighted.withoutWeight == 0)
    let some = try table("lien", .variable("groupe"), scope: "question:q2", base: .answered)
    #expect(written(some.rows) == ["Éducation: 0 0 0/1", "Insertion: 2 1 1/2", "–: 0 0 0/1"])
    #expect([some.count.allAnswers, some.count.allRespondents] == [4, 4])
    let classes = try table("lien", .variable("ancienneté"), breaks: [10])
    #expect(written(classes.rows) == ["<10: 4 3 2/2", "≥10: 0 0 0/2", "–: 1 1 1/1"])
    let filter = try table("question:q2", .variable("groupe"))
    #expect(written(filter.rows) == ["Éducation: – 1 1/2", "Insertion: – 2 2/2", "–: – 1 1/1"])
    #expect(filter.rows[0].perTenThousand == nil)
  }

  @Test("By question, of everybody or of those who answered it")
  func question() throws {
    let all = try table("lien", .question)
    #expect(written(all.rows) == ["q1: 3 3 3/5", "q2: 2 1 1/5"])
    #expect(written([all.total]) == ["–: 5 4 3/5"])
    let answered = try table("lien", .question, base: .answered, isWeighted: true)
    #expect(written(answered.rows) == ["q1: 3 3 3/4", "q2: 2 1 1/4"])
    #expect(answered.rows.map { $0.cell?.share } == [3.0 / 5, 1.5 / 4])
  }

  @Test("By the codes and coders of the segments around hits; by those on answers where there are no hits")
  func codes() throws {
    let test = try TestStudy.coded()
    try test.code("surcharge", "R1/q1", .range(TextRange(8, 15)))
    try test.code("lien", "R3/q2")
    try test.code("surcharge", "R3/q2")
    try test.code("lien", "R4/q1", coder: "bastien")
    #expect(throws: StudyError.coderNeeded(coders: ["anna", "bastien"])) {
      try table("lien", .code, in: test)
    }
    let hers = try table("lien", .code, coders: ["anna"], in: test)
    #expect(written(hers.rows) == ["Surcharge: 3 2 2", "Perte de lien: 2 1 1", "–: 2 2 2"])
    #expect(hers.rows.map(\.part) == [0.6, 0.4, 0.4] && hers.coders == ["anna"])
    let both = try table("lien", .code, coders: ["anna", "bastien"], in: test)
    #expect(written(both.rows) == ["Perte de lien: 3 2 2", "Surcharge: 3 2 2", "–: 1 1 1"])
    #expect(
      written(try table("lien", .coder, in: test).rows) == ["anna: 3 2 2", "bastien: 1 1 1", "–: 1 1 1"])
    let answers = try table("question:q1", .coder, in: test)
    #expect(written(answers.rows) == ["anna: – 1 1", "bastien: – 1 1", "–: – 2 2"])
    #expect(answers.rows.map(\.part) == [0.25, 0.25, 0.5])
    let codes = try table("question:q2", .code, coders: ["anna"], in: test)
    #expect(written(codes.rows) == ["Perte de lien: – 1 1", "Surcharge: – 1 1", "–: – 3 3"])
    #expect(throws: StudyError.nothingToDo(.codings)) { try table("lien", .code) }
  }

  @Test(
    "Groups of answers add up to what is found, whatever the query",
    arguments: ["lien", "trop", "mails OR lien", "question:q1", "zzz", "groupe:Insertion lien"])
  func sums(query: String) throws {
    let count = try QueryCounting(TestStudy().study).count(query)
    for grouping in [GroupedCounting.Grouping.variable("groupe"), .variable("ancienneté"), .question] {
      let table = try table(query, grouping)
      #expect(table.rows.reduce(0) { $0 + $1.answers } == count.answers)
      #expect(table.rows.reduce(0) { $0 + ($1.hits ?? 0) } == count.hits ?? 0)
      #expect(table.total.respondents == count.respondents)
      if grouping != .question { #expect(table.rows.reduce(0) { $0 + $1.respondents } == count.respondents) }
    }
  }

  @Test(
    "By coder, codes in the query are each coder's own: as counted one by one",
    arguments: [
      "code:lien", "lien within code:lien", "lien AND code:surcharge", "lien AND NOT code:lien",
      "code:lien OR code:surcharge", "lien OR mails within code:surcharge", "[lemma=\"lien\"] :: code:lien",
    ], [nil, "question:q1"])
  func ownCodes(query: String, scope: String?) throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1", .range(TextRange(0, 16)))
    try test.code("surcharge", "R1/q1", .range(TextRange(17, 31)))
    try test.code("surcharge", "R3/q2")
    try test.code("surcharge", "R1/q1", coder: "bastien")
    try test.code("lien", "R4/q1", coder: "bastien")
    try test.code("moyens", "R4/q2", coder: "carla")
    let table = try table(query, .coder, scope: scope, in: test)
    #expect(table.isByCodersCodes)
    for coder in ["anna", "bastien", "carla"] {
      // What she finds with her codes, of that what lies in her segments.
      let found = try test.study.search(query, by: [coder])
      let result = try scope.map { try found.restricted(to: test.study.answers(matching: $0)) } ?? found
      var segments: [RowID<Answer>: [TextRange]] = [:]
      try test.study.project.read { reader in
        let id = try reader.coder(called: coder).id
        try reader.forEachCoding { if $0.coder == id { segments[$0.answer, default: []].append($0.range) } }
      }
      let hits = try result.hits().filter { hit in
        segments[hit.answer]?.contains { $0.contains(hit.range) } ?? false
      }
      let answers =
        result.hasHits
        ? Set(hits.map(\.answer)) : Set(try result.answers()).intersection(segments.keys)
      let row = table.rows.first { $0.name == coder }
      #expect(row?.answers ?? 0 == answers.count, "\(coder)")
      if result.hasHits { #expect(row?.hits ?? 0 == hits.count, "\(coder)") }
    }
    let named = try GroupedCounting(test.study).table(
      .init(.init(query, scope: scope, coders: ["Anna"]), by: .coder))
    #expect(named.rows.allSatisfy { $0.name == "anna" || $0.name == nil })
    #expect(try !self.table("lien", .coder, in: test).isByCodersCodes)
  }
}
