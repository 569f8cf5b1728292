import Testing

@testable import Workbench

@Suite("Words in context")
struct ConcordanceTests {
  private func lines(_ page: Concordance.Page) -> [String] {
    page.lines.map { "\($0.answer): \($0.left)⟦\($0.hit)⟧\($0.right)" }
  }

  private static let all = [
    "R1/q1: perd le ⟦lien⟧. Trop", "R3/q1: Le ⟦lien⟧ humain se", "R3/q2: Du ⟦lien⟧, encore",
    "R3/q2: encore du ⟦lien⟧.", "R4/q1: perd le ⟦lien⟧.",
  ]

  @Test("Hits with two tokens on each side, in the order of import")
  func answers() throws {
    let page = try Concordance(TestStudy().study).page("lien", context: .tokens(2), variables: ["groupe"])
    #expect(lines(page) == Self.all)
    #expect(page.lines.map(\.values) == [["Éducation"], ["Insertion"], ["Insertion"], ["Insertion"], [""]])
    #expect(page.lines[0].range == TextRange(11, 15))
    #expect([page.count.hits, page.count.answers, page.count.respondents] == [5, 4, 3])
    #expect(page.variables == ["groupe"])
  }

  @Test("Sorted by what stands before, the nearest word first, or after")
  func sorted() throws {
    let concordance = Concordance(try TestStudy().study)
    let left = try concordance.page("lien", context: .tokens(2), order: .left)
    #expect(lines(left) == [2, 3, 1, 0, 4].map { Self.all[$0] })
    let right = try concordance.page("lien", context: .tokens(2), order: .right)
    #expect(lines(right) == [1, 2, 3, 4, 0].map { Self.all[$0] })
    let wide = try concordance.page("humain", context: .characters(9))
    #expect(lines(wide) == ["R3/q1: Le lien ⟦humain⟧ se perd,"])
    let hit = try concordance.page("lien OR mails OR trop", context: .tokens(0), order: .hit)
    #expect(
      hit.lines.map(\.hit) == [
        "lien", "lien", "lien", "lien", "lien", "mails", "mails", "Trop", "Trop", "Trop",
      ])
  }

  @Test("Pages of any order put together are all lines", arguments: Concordance.Order.allCases)
  func pages(order: Concordance.Order) throws {
    let concordance = Concordance(try TestStudy().study)
    let all = lines(try concordance.page("lien OR trop", context: .tokens(1), order: order))
    #expect(all.count == 8)
    var together: [String] = []
    for start in stride(from: 0, to: 9, by: 3) {
      together += lines(
        try concordance.page("lien OR trop", context: .tokens(1), order: order, from: start, limit: 3))
    }
    #expect(together == all)
    #expect(
      try concordance.page("lien", context: .tokens(1), order: order, from: -2, limit: -1).lines.isEmpty)
  }
}
