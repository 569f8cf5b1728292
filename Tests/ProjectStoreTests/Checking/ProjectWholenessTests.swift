import CodingModel
import Foundation
import Testing

@testable import ProjectStore

@Suite("Refusing damaged files") struct ProjectWholenessTests {
  @Test("A whole project passes; one whose rows refer to nothing, or whose pages are not right, does not")
  func whole() throws {
    let study = try SmallStudy()
    try study.addCoding()
    try study.file.requireWhole()
    let error = ProjectError.damaged(path: study.file.path)
    try study.project.damage("DELETE FROM coder")
    #expect(throws: error) { try study.project.reopened().requireWhole() }
  }

  @Test("A text that was changed on disk is found, though its page is right")
  func texts() throws {
    let study = try SmallStudy()
    try study.file.requireWhole()
    try study.project.damage("UPDATE answer SET text = text || '.' WHERE id = 1")
    #expect(throws: ProjectError.damaged(path: study.file.path)) {
      try study.project.reopened().requireWhole()
    }
  }

  @Test("A page that nothing needed to be read is found damaged all the same")
  func pages() throws {
    let study = try SmallStudy()
    let memo = String(repeating: "x", count: 60_000)
    try study.file.perform(.memo) { _ = try $0.addMemo(memo, on: .project, by: nil) }
    try study.file.perform(.memo) { act in
      for memo in try act.reader.memos() { try act.deleteMemo(memo.id) }
    }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: study.file.path))
    let place = try #require(bytes.range(of: Data("xxxxxxxxxxxxxxxx".utf8)))
    // The number of the next page of the text that the history keeps.
    let page = place.lowerBound / 4096 * 4096
    for at in [page, page + 4096, page + 8192] where at + 4 <= bytes.count {
      bytes.replaceSubrange(at..<(at + 4), with: [0xFF, 0xFF, 0xFF, 0xFF])
    }
    let copy = study.project.folder.file("abîmé.verbatim")
    try bytes.write(to: URL(fileURLWithPath: copy))
    let damaged = try ProjectFile.openToRead(copy)
    #expect(try damaged.read { try $0.codes().count } == 3)
    #expect(throws: ProjectError.damaged(path: copy)) { try damaged.requireWhole() }
  }
}
