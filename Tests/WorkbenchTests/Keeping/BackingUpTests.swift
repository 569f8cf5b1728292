import Foundation
import Testing

@testable import Workbench

@Suite("Copying projects")
struct BackingUpTests {
  @Test("The copy holds everything, history and index too, and lives its own life")
  func copy() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1", memo: "m")
    let path = test.folder.file("copie.verbatim")
    #expect(try BackingUp(test.study).run(to: path))
    let copy = try Study(opening: path)
    #expect(try copy.writtenCodings() == test.codings())
    #expect(try HistoryKeeping(copy).acts() == HistoryKeeping(test.study).acts())
    #expect(try Checking(copy).run().index == .right)
    _ = try HistoryKeeping(copy).undo()
    #expect(try copy.writtenCodings() == [])
    #expect(try test.codings().count == 1)
  }

  @Test("What is damaged is copied as it is, and told")
  func damaged() throws {
    let test = try TestStudy.coded()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: test.study.path))
    let place = try #require(bytes.range(of: Data("Le lien humain se perd".utf8)))
    bytes.replaceSubrange(place, with: Data("Le bien humain se perd".utf8))
    let damaged = test.folder.file("abîmé.verbatim")
    try bytes.write(to: URL(fileURLWithPath: damaged))
    let copy = test.folder.file("copie.verbatim")
    #expect(try !BackingUp(Study(opening: damaged)).run(to: copy))
    #expect(try Checking(Study(opening: copy)).run().defects.count == 1)
    #expect(try Study(opening: copy).names("bien") == Study(opening: damaged).names("bien"))
  }

  @Test("Nothing is written over")
  func exists() throws {
    let test = try TestStudy()
    let path = try test.folder.write("autre.txt", "précieux")
    #expect(throws: ProjectError.alreadyExists(path: path)) { try BackingUp(test.study).run(to: path) }
    #expect(throws: ProjectError.alreadyExists(path: test.study.path)) {
      try BackingUp(test.study).run(to: test.study.path)
    }
  }
}
