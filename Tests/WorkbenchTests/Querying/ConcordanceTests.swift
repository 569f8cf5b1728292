import Testing

@testable import Workbench

@Suite("Words in context")
struct ConcordanceTests {
  private typealias Request = Concordance.Request

  private func lines(_ page: Concordance.Page) -> [String] {
    page.lines.map { "\($0.answer): \($0.parts.left)⟦\($0.hit)⟧\($0.parts.right)" }
  }

  private static let all = [
    "R1/q1: perd le ⟦lien⟧. Trop", "R3/q1: Le ⟦lien⟧ humain se", "R3/q2: Du ⟦lien⟧, encore",
    "R3/q2: encore du ⟦lien⟧.", "R4/q1: perd le ⟦lien⟧.",
  ]

  private static let orders: [Concordance.Order] = [
    .answer, .left, .right, .hit, .random, .question, .code, .variable("groupe"), .variable("ancienneté"),
  ]

  /// The numbers of the lines in ``all`` in some order.
  private func order(_ order: Concordance.Order..., seed: UInt64 = 1) throws -> [Int?] {
    let page = try Concordance(TestStudy().study).page(
      Request("lien", context: .tokens(2), order: order, seed: seed))
    return lines(page).map { Self.all.firstIndex(of: $0) }
  }

  @Test("Hits with two tokens on each side, in the order of import")
  func answers() throws {
    let page = try Concordance(TestStudy().study).page(
      Request("lien", context: .tokens(2), variables: ["groupe"]))
    #expect(lines(page) == Self.all)
    #expect(page.lines.map(\.values) == [["Éducation"], ["Insertion"], ["Insertion"], ["Insertion"], [""]])
    #expect(page.lines[0].range == TextRange(11, 15))
    #expect([page.count.hits, page.count.answers, page.count.respondents] == [5, 4, 3])
    #expect(page.lineCount == 5)
    #expect(page.variables == ["groupe"])
  }

  @Test("Sorted by what stands before or after, word by word, marks before words; by the hit itself")
  func sorted() throws {
    #expect(try order(.left) == [2, 3, 1, 0, 4])
    // A comma, a full stop and the end, a full stop and more, then words.
    #expect(try order(.right) == [2, 3, 4, 0, 1])
    let concordance = Concordance(try TestStudy().study)
    let wide = try concordance.page(Request("humain", context: .characters(9)))
    #expect(lines(wide) == ["R3/q1: Le lien ⟦humain⟧ se perd,"])
    let hit = try concordance.page(Request("lien OR mails OR trop", context: .tokens(0), order: [.hit]))
    #expect(
      hit.lines.map(\.hit) == [
        "lien", "lien", "lien", "lien", "lien", "mails", "mails", "Trop", "Trop", "Trop",
      ])
  }

  @Test("Sorted by a variable, numbers by size, those without a value last; by question; by several")
  func byWhom() throws {
    #expect(try order(.variable("groupe")) == [0, 1, 2, 3, 4])
    #expect(try order(.variable("ancienneté")) == [0, 1, 2, 3, 4])
    #expect(try order(.question) == [0, 1, 4, 2, 3])
    #expect(try order(.question, .right) == [4, 0, 1, 2, 3])
    #expect(try order(.variable("Groupe"), .left) == [0, 2, 3, 1, 4])
    #expect(throws: StudyError.unknownVariable(name: "group", near: "groupe")) {
      try order(.variable("group"))
    }
  }

  @Test("At random: the same seed gives the same lines, another others, and none is lost")
  func random() throws {
    let one = try order(.random, seed: 7)
    #expect(try order(.random, seed: 7) == one)
    #expect(Set(one) == [0, 1, 2, 3, 4])
    let others = try (1...5).map { try order(.random, seed: $0) }
    #expect(Set(others).count > 1)
    let concordance = Concordance(try TestStudy().study)
    let drawn = try concordance.page(Request("lien", context: .tokens(2), seed: 3, sample: 2))
    #expect(drawn.lineCount == 2 && drawn.count.hits == 5)
    #expect(lines(drawn) == Self.all.filter(lines(drawn).contains))
    #expect(try concordance.page(Request("lien", context: .tokens(2), sample: 99)).lines.count == 5)
    #expect(try concordance.page(Request("lien", context: .tokens(2), sample: -1)).lines.isEmpty)
    // Every hit is drawn as often as any other: 2 of 5 in 200 draws make 80.
    var times = [Int](repeating: 0, count: 5)
    for seed in 1...200 {
      for line in lines(
        try concordance.page(Request("lien", context: .tokens(2), seed: UInt64(seed), sample: 2)))
      {
        times[Self.all.firstIndex(of: line) ?? 0] += 1
      }
    }
    #expect(times.reduce(0, +) == 400 && times.allSatisfy { (60...100).contains($0) }, "\(times)")
  }

  @Test("Only inside what is coded so, by whom; sorted by code, the codebook's order")
  func coded() throws {
    let test = try TestStudy.coded()
    try test.code("surcharge", "R1/q1", .range(TextRange(8, 15)))
    try test.code("lien", "R4/q1", coder: "bastien")
    try test.code("effets", "R4/q1")
    let concordance = Concordance(test.study)
    let inside = try concordance.page(Request("lien", context: .tokens(2), codes: ["Surcharge", "effets"]))
    #expect(lines(inside) == [Self.all[0], Self.all[4]])
    #expect(inside.lines.map(\.codes) == [["Surcharge"], ["Effets", "Perte de lien"]])
    #expect([inside.count.hits, inside.count.answers, inside.count.respondents] == [2, 2, 2])
    let his = try concordance.page(
      Request("lien", context: .tokens(2), codes: ["lien", "effets"], coders: ["bastien"]))
    #expect(lines(his) == [Self.all[4]] && his.lines[0].codes == ["Perte de lien"])
    let below = try concordance.page(
      Request("lien", context: .tokens(2), codes: ["effets"], withChildren: true))
    #expect(lines(below) == [Self.all[0], Self.all[4]])
    let sorted = try concordance.page(Request("lien", context: .tokens(2), order: [.code]))
    #expect(lines(sorted) == [4, 0, 1, 2, 3].map { Self.all[$0] })
    let scoped = try concordance.page(Request("lien", context: .tokens(2), scope: "question:q2"))
    #expect(lines(scoped) == [Self.all[2], Self.all[3]])
    #expect([scoped.count.hits, scoped.count.answers, scoped.count.respondents] == [2, 1, 1])
  }

  @Test("Pages of any order put together are all lines", arguments: orders)
  func pages(order: Concordance.Order) throws {
    let concordance = Concordance(try TestStudy().study)
    func page(_ from: Int = 0, _ limit: Int = .max) throws -> [String] {
      lines(
        try concordance.page(
          Request("lien OR trop", context: .tokens(1), order: [order], from: from, limit: limit)))
    }
    let all = try page()
    #expect(all.count == 8)
    var together: [String] = []
    for start in stride(from: 0, to: 9, by: 3) { together += try page(start, 3) }
    #expect(together == all)
    #expect(try page(-2, -1).isEmpty && page(.max, .max).isEmpty)
  }
}
