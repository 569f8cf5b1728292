import Testing

@testable import Workbench

@Suite("Words specific of a part")
struct SpecificitiesTests {
  private func table(
    _ request: Specificities.Request, in test: TestStudy? = nil
  ) throws -> Specificities.Table {
    try Specificities(try test?.study ?? TestStudy().study).table(request)
  }

  @Test("Each word of each part, as a frequency list of the part and of all has it")
  func agreement() throws {
    let study = try TestStudy().study
    let all = try Specificities(study).table(
      .init(by: .variable("groupe"), words: .init(key: .form), threshold: 0))
    #expect(all.parts.map(\.name) == ["Éducation", "Insertion", nil])
    #expect(all.variable == "groupe" && all.parts.reduce(0) { $0 + $1.tokenCount } == all.tokenCount)
    let counting = WordCounting(study)
    let whole = try counting.frequencies(.init(key: .form)).rows
    for (part, query) in zip(
      all.parts, ["groupe:Éducation", "groupe:Insertion", "question:q1 groupe!=Éducation"])
    {
      #expect(part.rows.count == whole.count)
      #expect(part.positiveCount + part.negativeCount == whole.count)
      guard part.name != nil else { continue }
      let inside = try counting.frequencies(.init(key: .form, query: query)).rows
      for row in part.rows {
        let frequency = whole.first { $0.key == row.word }?.count
        #expect(Int(row.table.r1) == frequency)
        #expect(Int(row.table.o11) == inside.first { $0.key == row.word }?.count ?? 0)
        #expect(row.specificity == row.table.lafon)
      }
      let values = part.rows.map(\.specificity)
      #expect(values == values.sorted(by: >))
    }
  }

  @Test("The most positive and the most negative, those that reach the threshold")
  func limits() throws {
    let all = try table(.init(by: .question, words: .init(key: .form), threshold: 0)).parts[0]
    let cut = try table(.init(by: .question, words: .init(key: .form), threshold: 0, limit: 2)).parts[0]
    #expect(cut.rows.map(\.word) == (all.rows.prefix(2) + all.rows.suffix(2)).map(\.word))
    #expect((cut.positiveCount, cut.negativeCount) == (all.positiveCount, all.negativeCount))
    let threshold = 0.5
    let some = try table(.init(by: .question, words: .init(key: .form), threshold: threshold)).parts[0]
    #expect(some.rows.map(\.word) == all.rows.filter { abs($0.specificity) >= threshold }.map(\.word))
    #expect(some.rows.count > 0 && some.rows.count < all.rows.count)
  }

  @Test("By code: the words wholly inside the segments, each once, against all words")
  func codes() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1", .range(TextRange(0, 16)))
    try test.code("lien", "R1/q1", .range(TextRange(8, 21)))
    try test.code("surcharge", "R4/q1", .range(TextRange(0, 16)))
    try test.code("surcharge", "R4/q1", coder: "bastien")
    let table = try table(
      .init(by: .code, words: .init(key: .form), threshold: 0, coders: ["anna"]), in: test)
    #expect(table.parts.map(\.name) == ["Perte de lien", "Surcharge"] && table.coders == ["anna"])
    // On perd le lien. Trop
    #expect(table.parts.map(\.tokenCount) == [6, 3])
    let first = Dictionary(
      uniqueKeysWithValues: table.parts[0].rows.map { ($0.word ?? "", Int($0.table.o11)) })
    #expect(first["perd"] == 1 && first["trop"] == 1 && first["mails"] == 0)
    #expect((table.codedAnswers, table.allAnswers) == (2, 8))
    let one = try self.table(
      .init(by: .code, words: .init(key: .form), threshold: 0, codes: ["Surcharge"], coders: ["bastien"]),
      in: test)
    #expect(one.parts.map(\.name) == ["Surcharge"] && one.parts[0].tokenCount > 6)
    let parent = try self.table(
      .init(
        by: .code, words: .init(key: .form), threshold: 0, withChildren: true, coders: ["anna"]), in: test)
    #expect(parent.parts.map(\.name) == ["Effets", "Perte de lien", "Surcharge"])
    #expect(parent.parts.map(\.tokenCount) == [9, 6, 3])
    #expect(throws: StudyError.coderNeeded(coders: ["anna", "bastien"])) {
      try self.table(.init(by: .code), in: test)
    }
  }

  @Test("A query's hits instead of words")
  func query() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1", .range(TextRange(0, 16)))
    let groups = try table(.init(.query("lien"), by: .variable("groupe"), threshold: 0), in: test)
    #expect(groups.parts.flatMap(\.rows).map { Int($0.table.o11) } == [1, 3, 1])
    #expect(groups.parts.flatMap(\.rows).allSatisfy { $0.table.r1 == 5 && $0.word == nil })
    let codes = try table(.init(.query("lien"), by: .code), in: test)
    #expect(codes.parts.map { Int($0.rows[0].table.o11) } == [1])
    let scoped = try table(
      .init(.query("lien"), by: .question, words: .init(query: "groupe:Insertion")), in: test)
    #expect(scoped.parts.map { Int($0.rows[0].table.o11) } == [1, 2])
    #expect(scoped.parts[0].rows[0].table.r1 == 3)
    #expect(throws: StudyError.noPlaces) { try table(.init(.query("uncoded"), by: .question), in: test) }
  }
}
