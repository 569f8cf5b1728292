import Testing
import Workbench

@testable import VerbatimCommand

@Suite struct CodingCompletionTests {
  private let codes = CodeAbbreviations(
    CodeNames(
      ["surcharge administrative", "suivi à distance", "perte de lien", "équipement"].enumerated().map {
        Code(id: RowID(Int64($0 + 1)), key: "k\($0)", parent: nil, content: CodeContent(name: $1))
      }))

  @Test(
    "A code's name is completed after signs and commas, never in a quote or after one",
    arguments: [
      ("su", 2, ["surcharge administrative", "suivi à distance"]), ("su ad", 5, ["surcharge administrative"]),
      ("lien", 4, ["perte de lien"]), ("su, li", 2, ["perte de lien"]), ("- equ", 3, ["équipement"]),
      ("? equ", 3, ["équipement"]), ("=equ", 3, ["équipement"]), ("su \"li", 0, []), ("su «li", 0, []),
      ("su \"x\" li", 0, []), ("su \"x\", li", 2, ["perte de lien"]), ("+ \"x", 0, []), ("+ li", 0, []),
      ("+ \"x\" > li", 2, ["perte de lien"]), ("zz", 2, []),
      ("", 0, ["surcharge administrative", "suivi à distance", "perte de lien", "équipement"]),
    ])
  func result(line: String, removed: Int, candidates: [String]) {
    let result = CodingCompletion.result(line, codes)
    #expect(result.candidates == candidates)
    #expect(result.removed == removed)
  }
}
