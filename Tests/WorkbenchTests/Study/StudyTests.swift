import Testing

@testable import Workbench

@Suite("Opening studies")
struct StudyTests {
  @Test("A study is created once, and opened as it is")
  func open() throws {
    let test = try TestStudy()
    #expect(throws: ProjectError.alreadyExists(path: test.study.path)) {
      try Study(creating: test.study.path)
    }
    let path = test.folder.file("absent.verbatim")
    #expect(throws: ProjectError.noSuchFile(path: path)) { try Study(opening: path) }
    #expect(try test.reopened().path == test.study.path)
    #expect(try test.reopened().counts("lien") == [5, 4, 3])
  }

  @Test("Nothing can be done to a read-only study, and it says so")
  func readOnly() throws {
    let test = try TestStudy.coded()
    let study = try test.readOnly()
    let error = ProjectError.readOnly(path: test.study.path)
    #expect(throws: error) { try HandCoding(study).code("lien", "R1/q1", coder: "anna") }
    #expect(throws: error) { try Autocoding(study).run() }
    #expect(throws: error) { try HistoryKeeping(study).undo() }
    #expect(throws: error) { try study.setCurrentCoder("anna") }
    #expect(try Autocoding(study).run(isDryRun: true).map(\.added) == [4, 3])
  }
}
