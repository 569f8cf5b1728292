import CodingModel
import Testing

@testable import Workbench

@Suite("The answer on show")
struct CodingSessionPageTests {
  private func written(_ page: CodingSession.Page?) -> [String] {
    (page?.marks ?? []).map { mark in
      let by: String
      switch mark.kind {
      case .proposal: by = "?"
      case .coding(_, let coder, let origin, let memo):
        by = "\(coder) \(origin.rawValue)" + (memo.isEmpty ? "" : " \(memo)")
      }
      return
        "\(mark.number) \(mark.name) \(mark.range.start)-\(mark.range.end)\(mark.isWhole ? " whole" : "") \(by)"
    }
  }

  @Test(
    "Codings of parts come first, then those of the whole, then proposals; a rule's coding is not said twice")
  func marks() throws {
    let test = try TestStudy.coded()
    _ = try Autocoding(test.study).run()
    try test.code("Moyens", "R1/q1", coder: "bruno", memo: "hésite")
    try test.code("Moyens", "R1/q1", .quote("mails", occurrence: nil))
    let session = try CodingSession.begin(.init(query: "lien"), coder: "anna", test.study)
    let page = try #require(try session.page())
    #expect(
      written(page) == [
        "1 Moyens 25-30 anna hand", "2 Moyens 0-31 whole bruno hand hésite", "3 Perte de lien 0-16 ?",
        "4 Surcharge 17-31 ?",
      ])
    #expect(page.answer.description == "R1/q1" && page.values == ["Éducation", "3"] && page.wording == "q1")
    #expect(page.number == 1 && page.total == 4 && page.seen == 1)
    #expect(page.marks[2].colour == Colour("#aa0000"))
    _ = try session.refuse(.numbers([3]))
    #expect(
      written(try session.page()) == [
        "1 Perte de lien 0-16 autocode rule", "2 Moyens 25-30 anna hand",
        "3 Moyens 0-31 whole bruno hand hésite",
        "4 Surcharge 17-31 ?",
      ])
  }

  @Test(
    "Who codes blind sees no codings but the own, no memo of others, and nothing that rules propose or have coded"
  )
  func blind() throws {
    let test = try TestStudy.coded()
    try test.code("Moyens", "R1/q1", coder: "bruno")
    try test.code("Effets", "R1/q1", coder: "anna")
    let request = CodingListRequest(query: "lien", isBlind: true)
    let session = try CodingSession.begin(request, coder: "anna", test.study)
    _ = try Autocoding(test.study).run()
    #expect(try written(session.page()) == ["1 Effets 0-31 whole anna hand"])
    #expect(throws: CodingSessionError.noProposal) { try session.accept(.all) }
    #expect(try session.wrongRules().isEmpty)
    // Who is told looks for no rule's proposals either; with them they are back.
    #expect(session.knownProposals == nil)
    let open = try CodingSession.begin(.init(query: "lien"), coder: "bruno", test.study)
    #expect(try open.page()?.proposals.count == 2)
    #expect(try CodingSession.resume(coder: "anna", test.study).request.isBlind)
  }

  @Test("Codes made and renamed by another process are known at once")
  func elsewhere() throws {
    let test = try TestStudy.coded()
    let session = try CodingSession.begin(.init(query: "lien"), coder: "anna", test.study)
    _ = try session.page()
    let other = try test.reopened()
    try other.project.perform(.codebook) { (act: ActWriter) throws in
      _ = try act.addCode(CodeContent(name: "Nouveau", rule: "mails"), under: nil)
      let code = try #require(try act.reader.codes().first { $0.name == "Moyens" })
      _ = try act.setContent(CodeContent(name: "Ressources"), of: code)
    }
    #expect(
      try session.code([.init(codes: ["ress", "nou"], parts: [])]).map(\.code) == ["Ressources", "Nouveau"])
    try session.go(to: 4)
    #expect(
      try session.page()?.proposals.map(\.name) == ["Perte de lien", "Surcharge", "Surcharge", "Nouveau"])
  }

  @Test("The code under review is told with its segments")
  func review() throws {
    let test = try TestStudy.coded()
    try test.code("Moyens", "R1/q1", coder: "bruno")
    try test.code("Moyens", "R4/q1", .range(TextRange(0, 4)))
    try test.code("Moyens", "R4/q1", .range(TextRange(5, 7)))
    let session = try CodingSession.begin(.init(review: "moyens"), coder: "anna", test.study)
    let reviewed = try #require(try session.reviewed())
    #expect(reviewed.name == "Moyens" && reviewed.segments == 3 && session.answers.count == 2)
    #expect(try CodingSession.begin(.init(query: "lien"), coder: "anna", test.study).reviewed() == nil)
  }
}
