import Testing

@testable import Workbench

@Suite("Lines of a concordance, one by one")
struct ConcordanceListTests {
  @Test("In every order the lines of the page, with their number before they are read")
  func asPages() throws {
    let concordance = Concordance(try TestStudy().study)
    for order in [[], [.left], [.random, .right]] as [[Concordance.Order]] {
      for (from, limit) in [(0, Int.max), (1, 3), (4, 9), (9, 1)] {
        let request = Concordance.Request(
          "lien", context: .tokens(2), order: order, from: from, limit: limit, variables: ["groupe"])
        let page = try concordance.page(request)
        try concordance.list(request) { list in
          #expect(list.count == page.lines.count && list.lineCount == 5)
          #expect(list.found.hits == 5 && list.variables == ["groupe"])
          for _ in 0..<2 {
            var lines: [String] = []
            try list.forEach { lines.append("\($0.answer) \($0.range.start) \($0.values)") }
            #expect(lines == page.lines.map { "\($0.answer) \($0.range.start) \($0.values)" })
          }
        }
      }
    }
  }
}
