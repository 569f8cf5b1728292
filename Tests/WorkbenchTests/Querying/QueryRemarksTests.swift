import Testing

@testable import Workbench

@Suite("Remarks on queries")
struct QueryRemarksTests {
  private func remarks(
    _ query: String, coders: [String] = [], in test: TestStudy? = nil
  ) throws -> [QueryRemark] {
    let study = try test?.study ?? TestStudy.coded().study
    let count = try QueryCounting(study).count(QueryCounting.Request(query, coders: coders))
    return try QueryRemarks(study).remarks(on: query, coders: coders, foundNothing: count.answers == 0)
  }

  @Test("Words that no answer has, with the nearest that two respondents at least have written")
  func absent() throws {
    #expect(try remarks("lien AND mials") == [.absentWord("mials", near: "mails")])
    // Only R4 has written `tableaux`: that word is theirs.
    #expect(try remarks("tableuax") == [.absentWord("tableuax", near: nil)])
    #expect(
      try remarks("\"perte de lein\" OR xyzzy").map(\.self) == [
        .absentWord("perte", near: nil), .absentWord("lein", near: "lien"),
        .absentWord("xyzzy", near: nil),
      ])
    #expect(try remarks("lemma:liens") == [.absentLemma("liens", near: "lien")])
    #expect(try remarks("lemma:mials") == [.absentLemma("mials", near: "mail")])
    // Only R4 has written a form of it.
    #expect(try remarks("lemma:tableaux") == [.absentLemma("tableaux", near: nil)])
    #expect(try remarks("=Mails") == [.absentSpelling("Mails", near: "mails")])
    #expect(try remarks("[word=\"mials\"]") == [.absentSpelling("mials", near: "mails")])
    #expect(try remarks("[lemma=\"liens\"]") == [.absentLemma("liens", near: "lien")])
    #expect(try remarks("lien") == [])
    #expect(try remarks("mials OR lien") == [], "something was found")
    #expect(try remarks("lien moyens") == [], "both are there, not together")
  }

  @Test("What restricts a query is looked at as well, and nothing is said twice")
  func scope() throws {
    let remarks = try QueryRemarks(TestStudy.coded().study)
      .remarks(on: "lien et mials", in: "trop et mials", foundNothing: true)
    #expect(remarks == [.operatorLikeWord("et"), .absentWord("mials", near: "mails")])
  }

  @Test("Words like operators")
  func operators() throws {
    #expect(try remarks("lien et mails") == [.operatorLikeWord("et")])
    #expect(
      try remarks("lien sauf mials") == [.operatorLikeWord("sauf"), .absentWord("mials", near: "mails")])
    #expect(try remarks("lien ET mails") == [])
  }

  @Test("A coder beside a code, where it is not said whose codes")
  func coders() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1")
    #expect(try remarks("code:lien coder:anna", in: test) == [.coderBesideCode("anna")])
    #expect(try remarks("lien within code:lien coder:anna", in: test) == [.coderBesideCode("anna")])
    #expect(try remarks("code:lien coder:anna", coders: ["anna"], in: test) == [])
    #expect(try remarks("code:lien seen:anna", in: test) == [])
    #expect(try remarks("coder:anna lien", in: test) == [])
  }
}
