import CodingModel
import Testing

@testable import ProjectStore

@Suite("By what it is known that a project did not change")
struct ChangeStampTests {
  private func stamp(_ file: ProjectFile) throws -> ChangeStamp? { try file.read { try $0.changeStamp() } }

  @Test("Reading leaves it, writing changes it, and only answers and respondents change the corpus")
  func own() throws {
    let study = try SmallStudy()
    let before = try #require(try stamp(study.file))
    _ = try study.file.read { try $0.codings() }
    #expect(try stamp(study.file) == before)
    try study.addCoding(1, on: 1, TextRange(0, 4))
    let after = try #require(try stamp(study.file))
    #expect(after != before && after.corpus == before.corpus)
    _ = try study.file.undo()
    #expect(try stamp(study.file) != after)
  }

  @Test("What another process writes changes it")
  func others() throws {
    let study = try SmallStudy()
    let other = try ProjectFile.open(study.file.path)
    let before = try stamp(other)
    #expect(try stamp(other) == before)
    try study.addCoding(1, on: 1, TextRange(0, 4))
    #expect(try stamp(other) != before)
  }

  @Test("While an act is written there is none")
  func writing() throws {
    let study = try SmallStudy()
    try study.file.perform(.code) { (_: ActWriter) throws in #expect(try stamp(study.file) == nil) }
    #expect(try stamp(study.file) != nil)
  }
}
