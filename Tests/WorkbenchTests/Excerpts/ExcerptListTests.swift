import Testing

@testable import Workbench

@Suite("Excerpts read one by one")
struct ExcerptListTests {
  private struct Stopped: Error {}

  private static let labels = ExcerptLabels(
    language: "fr", title: "Extraits", excerpt: "extrait", excerpts: "extraits", outOf: "sur", memo: "mémo",
    colon: " : ")

  private func study() throws -> TestStudy {
    let test = try TestStudy.coded()
    for answer in ["R4/q1", "R1/q1", "R3/q1", "R3/q2"] {
      for (code, range) in [
        ("lien", TextRange(0, 4)), ("moyens", TextRange(3, 9)), ("lien", TextRange(2, 12)),
      ] {
        try test.code(code, answer, .range(range))
        try test.code(code, answer, .range(range), coder: "bruno", memo: "de \(answer)")
      }
    }
    return test
  }

  @Test("A code's heading says how many excerpts it has, of how many", arguments: [1, 3, 100])
  func headings(limit: Int) throws {
    try ExcerptSelection(study().study).list(.init(limit: limit)) { list in
      #expect(list.headings.map(\.code) == ["Perte de lien", "Moyens"])
      #expect(list.headings.map(\.colour) == [Colour("#aa0000"), nil])
      #expect(list.headings.map(\.total) == [16, 8])
      #expect(list.headings.map(\.count) == [min(16, limit), min(8, limit)])
      #expect(list.total == 24 && list.count == min(16, limit) + min(8, limit))
      var places: [(Int, String)] = []
      try list.forEach { places.append(($0, $1.code)) }
      #expect(places.map(\.0) == (0..<2).flatMap { Array(repeating: $0, count: list.headings[$0].count) })
      #expect(places.allSatisfy { list.headings[$0].code == $1 })
    }
  }

  @Test("Codings of a code stand in the order in which they are listed")
  func order() throws {
    let study = try study().study
    var listed: [String: [String]] = [:]
    try CodingList(study).forEach { line in
      listed[line.code, default: []].append("\(line.answer) \(line.coding.range) \(line.coder) \(line.memo)")
    }
    var read: [String: [String]] = [:]
    for excerpt in try ExcerptSelection(study).excerpts(.init()) {
      let line = "\(excerpt.respondent)/\(excerpt.question) \(excerpt.range) \(excerpt.coder) \(excerpt.memo)"
      read[excerpt.code, default: []].append(line)
    }
    #expect(read == listed)
  }

  @Test("Written one by one they are what is written of all at once")
  func documents() throws {
    try ExcerptSelection(study().study).list(.init()) { list in
      var excerpts: [Excerpt] = []
      try list.forEach { excerpts.append($1) }
      func written(_ document: some ExcerptDocument) throws -> String {
        var text = ""
        var pieces = ""
        try list.write(as: document, to: &text) {
          pieces += $0
          $0 = ""
        }
        return pieces + text
      }
      var expected = ""
      ExcerptMarkdown.write(excerpts, variables: list.variables, labels: Self.labels, to: &expected)
      #expect(try written(ExcerptMarkdown(variables: list.variables, labels: Self.labels)) == expected)
      expected = ""
      ExcerptHTML.write(excerpts, variables: list.variables, labels: Self.labels, to: &expected)
      #expect(try written(ExcerptHTML(variables: list.variables, labels: Self.labels)) == expected)
      expected = ""
      ExcerptTable.writeCSV(excerpts, variables: list.variables, to: &expected)
      #expect(try written(ExcerptRows(variables: list.variables)) == expected)
      expected = ""
      ExcerptTable.writeJSONLines(excerpts, variables: list.variables, to: &expected)
      #expect(try written(ExcerptJSONLines(variables: list.variables)) == expected)
    }
  }

  @Test("Where writing fails, nothing more is read")
  func stopped() throws {
    var read = 0
    #expect(throws: Stopped.self) {
      try ExcerptSelection(self.study().study).list(.init()) { list in
        try list.forEach { _, _ in
          read += 1
          throw Stopped()
        }
      }
    }
    #expect(read == 1)
  }
}
