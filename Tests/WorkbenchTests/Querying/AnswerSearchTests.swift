import Testing

@testable import Workbench

@Suite("Finding answers to read")
struct AnswerSearchTests {
  @Test("Answers come with their hits, codings and values, in the order of import")
  func page() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R3/q2")
    let page = try AnswerSearch(test.study).page("lien", variables: ["Ancienneté", "groupe"])
    #expect(page.lines.map(\.answer.description) == ["R1/q1", "R3/q1", "R3/q2", "R4/q1"])
    #expect(
      page.lines.map(\.hits) == [
        [TextRange(11, 15)], [TextRange(3, 7)], [TextRange(3, 7), TextRange(19, 23)], [TextRange(44, 48)],
      ])
    #expect(page.lines.map(\.codings) == [0, 0, 1, 0])
    #expect(
      page.lines.map(\.values) == [["3", "Éducation"], ["7", "Insertion"], ["7", "Insertion"], ["", ""]])
    #expect(page.variables == ["ancienneté", "groupe"])
    #expect(page.lines[0].text == "On perd le lien. Trop de mails.")
    #expect(page.count.hits == 5)
  }

  @Test(
    "A page is a part of them, with the numbers of all",
    arguments: [
      (0, 2, ["R1/q1", "R3/q1"]), (3, 9, ["R4/q1"]), (4, 1, []), (-1, 1, ["R1/q1"]), (0, -1, []),
      (1, .max, ["R3/q1", "R3/q2", "R4/q1"]),
    ])
  func part(from: Int, limit: Int, expected: [String]) throws {
    let page = try AnswerSearch(TestStudy().study).page("lien", from: from, limit: limit)
    #expect(page.lines.map(\.answer.description) == expected)
    #expect(page.lines.allSatisfy { !$0.hits.isEmpty })
    #expect(page.count.answers == 4)
  }

  @Test("Read one by one they are the page's; who stops is asked for no more")
  func list() throws {
    struct Stopped: Error {}
    let search = AnswerSearch(try TestStudy().study)
    let page = try search.page("lien", from: 1, limit: 2, variables: ["groupe"])
    var lines: [String] = []
    #expect(throws: Stopped.self) {
      try search.list("lien", from: 1, limit: 2, variables: ["groupe"]) { list in
        #expect(list.count.answers == 4 && list.variables == ["groupe"])
        try list.forEach { lines.append("\($0)") }
        #expect(lines == page.lines.map { "\($0)" })
        try list.forEach { _ in throw Stopped() }
      }
    }
    #expect(lines.count == 2)
  }

  @Test("Filters alone have no hits")
  func filters() throws {
    let page = try AnswerSearch(TestStudy().study).page("groupe:Insertion AND question:q1")
    #expect(page.lines.map(\.hits) == [[]])
    #expect(page.count.hits == nil)
  }
}
