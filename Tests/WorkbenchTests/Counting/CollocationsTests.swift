import Testing

@testable import Workbench

@Suite("Words beside what a query finds")
struct CollocationsTests {
  private func table(_ request: Collocations.Request) throws -> Collocations.Table {
    try Collocations(TestStudy().study).table(request)
  }

  private func request(
    _ query: String = "lien", _ context: CollocateContext = .window(left: 2, right: 2),
    scope: String? = nil, sort: Collocations.Order = .measure(.lafon), limit: Int = .max,
    only parts: [String]? = nil
  ) -> Collocations.Request {
    .init(
      query, context: context, words: .init(key: .form, partsOfSpeech: parts, query: scope), sort: sort,
      limit: limit)
  }

  @Test("f, F, t and T are what the measures rest on; marks are counted but not listed")
  func counts() throws {
    let table = try table(request(sort: .measure(.f)))
    let row = try #require(table.rows.first { $0.counts.word == "le" })
    #expect([row.counts.cofrequency, row.counts.frequency] == [3, 3])
    #expect(row.counts.meanDistance == 1)
    #expect(row.table == ContingencyTable(o11: 3, r1: 3, c1: table.positionCount, n: table.tokenCount))
    #expect(table.tokenCount == (try TestStudy().study.index().searcher.tokenCount))
    #expect(!table.rows.contains { $0.counts.word == "." })
    let marks = try self.table(request(only: ["PUNCT"]))
    #expect(Set(marks.rows.map(\.counts.word)) == [".", ","])
    #expect((marks.positionCount, marks.tokenCount) == (table.positionCount, table.tokenCount))
    #expect((table.hitCount, table.answerCount) == (5, 4))
  }

  @Test("In a scope, everything is counted in it")
  func scope() throws {
    let table = try table(request(scope: "question:q2"))
    #expect((table.hitCount, table.answerCount) == (2, 1))
    let searcher = try TestStudy().study.index().searcher
    #expect(table.tokenCount < searcher.tokenCount)
    #expect(table.rows.first { $0.counts.word == "du" }?.counts.frequency == 2)
    #expect(throws: StudyError.noPlaces) { try self.table(request("question:q2")) }
  }

  @Test("Sorted by any measure, distance or spelling; the first of them alone", arguments: [2, Int.max])
  func sorted(limit: Int) throws {
    for measure in AssociationMeasure.allCases {
      let rows = try table(request(sort: .measure(measure), limit: limit)).rows
      let values = rows.map { measure.value(of: $0.table) ?? -.infinity }
      #expect(values == values.sorted(by: >), "\(measure)")
      #expect(rows.count == min(limit, try table(request()).rowCount))
      let best = try table(request()).rows.map { measure.value(of: $0.table) ?? -.infinity }.max()
      #expect(values.first == best)
    }
    let near = try table(request(sort: .distance, limit: limit)).rows.map(\.counts.meanDistance)
    #expect(near == near.sorted())
    let words = try table(request(sort: .word, limit: limit)).rows.map(\.counts.word)
    let collator = FrenchCollator()
    #expect(words == words.sorted { collator.precedes($0, $1) })
  }

  @Test("The sentence is a unit, too")
  func sentence() throws {
    let words = try table(request("mails", .sentence)).rows.map(\.counts.word)
    #expect(Set(words) == ["trop", "de"])
  }
}
