import CodingModel
import ProjectStore
import Testing

@testable import Workbench

@Suite("Keys of codes made here")
struct NewCodeTests {
  @Test("A key holds that of the code above, and a number where it is taken")
  func keys() throws {
    let test = try TestStudy.coded()
    let keys = try test.study.project.perform(.codebook) { act -> [String] in
      let above = try CodeNames(act.reader.codes()).code(called: "Moyens")
      let first = try act.addNewCode(CodeContent(name: "Autre"), under: above.id)
      let second = try act.addNewCode(CodeContent(name: "autre"), under: above.id)
      let top = try act.addNewCode(CodeContent(name: "Autre"), under: nil)
      let codes = try act.reader.codes()
      return [first, second, top].map { id in codes.first { $0.id == id }?.key ?? "" }
    }.result
    #expect(keys == ["moyens-autre", "moyens-autre-2", "autre"])
  }
}
