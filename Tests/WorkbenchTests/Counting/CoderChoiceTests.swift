import Testing

@testable import Workbench

@Suite("Whose codings are counted")
struct CoderChoiceTests {
  private func chosen(_ test: TestStudy, _ names: [String] = []) throws -> [String] {
    try test.study.project.read { try CoderChoice.coders(names, $0).map(\.name) }
  }

  @Test("The one who coded, else the consensus, else who is named")
  func choice() throws {
    let test = try TestStudy.coded()
    #expect(try chosen(test) == [])
    try test.code("lien", "R1/q1")
    _ = try CoderList(test.study).add("sans codage")
    #expect(try chosen(test) == ["anna"])
    _ = try Autocoding(test.study).run()
    #expect(throws: StudyError.coderNeeded(coders: ["anna", "autocode"])) { try chosen(test) }
    #expect(try chosen(test, ["AUTOCODE", "anna"]) == ["autocode", "anna"])
    try test.importCodings("respondent,question,code,coder\nR1,q1,lien,consensus\n")
    #expect(try chosen(test) == ["consensus"])
    #expect(throws: StudyError.unknownCoder(name: "anno", near: "anna")) { try chosen(test, ["anno"]) }
  }
}
