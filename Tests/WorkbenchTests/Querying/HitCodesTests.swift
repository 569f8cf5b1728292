import Testing

@testable import Workbench

@Suite("The codes around hits")
struct HitCodesTests {
  @Test("Of the segments that hold the whole hit, by whom, with those under a code")
  func codes() throws {
    let test = try TestStudy.coded()
    // On perd le lien. Trop de mails.
    try test.code("lien", "R1/q1", .range(TextRange(8, 15)))
    try test.code("surcharge", "R1/q1", .range(TextRange(3, 13)))
    try test.code("lien", "R1/q1", .range(TextRange(0, 16)), coder: "bastien")
    let hits = try test.study.search("lien OR perd OR mails").hits().prefix(3)
    func found(_ codes: HitCodes) -> [[String]] { hits.map { codes.codes(of: $0).map { codes.names[$0] } } }
    let all = try HitCodes(test.study)
    #expect(found(all) == [["Perte de lien", "Surcharge"], ["Perte de lien"], []])
    #expect(hits.map { all.coders(of: $0).count } == [2, 2, 0])
    #expect(all.codes(on: hits[0].answer).count == 2 && all.coders(on: hits[0].answer).count == 2)
    #expect(
      found(try HitCodes(test.study, coders: ["bastien"])) == [["Perte de lien"], ["Perte de lien"], []])
    #expect(found(try HitCodes(test.study, codes: ["surcharge"])) == [["Surcharge"], [], []])
    #expect(found(try HitCodes(test.study, codes: ["effets"])) == [[], [], []])
    #expect(found(try HitCodes(test.study, codes: ["effets"], withChildren: true)) == found(all))
    #expect(throws: StudyError.unknownCode(name: "zzz", near: nil)) {
      try HitCodes(test.study, codes: ["zzz"])
    }
    #expect(throws: StudyError.unknownCoder(name: "ana", near: "anna")) {
      try HitCodes(test.study, coders: ["ana"])
    }
  }
}
