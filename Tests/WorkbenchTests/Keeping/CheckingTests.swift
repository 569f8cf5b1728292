import Foundation
import Testing

@testable import Workbench

@Suite("Checking projects")
struct CheckingTests {
  @Test("A sound project is clean, and says how much was checked")
  func clean() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1")
    let report = try Checking(test.study).run()
    #expect(report.defects == [])
    #expect(report.index == .right)
    #expect(report.answers == 8)
    #expect(report.codings == 1)
    #expect(report.unverified == 0)
    #expect(report.isClean)
  }

  @Test("An index that says something else than the answers is wrong")
  func wrong() throws {
    let test = try TestStudy()
    var maker = SegmentMaker(try test.study.analyzer())
    for (index, text) in try test.texts().enumerated() {
      try maker.add(RowID(Int64(index + 1)), text.replacing("lien", with: "rien"))
    }
    let drafts = maker.finish().map { IndexSegmentDraft($0) }
    let segments = try test.study.project.read { try $0.indexSegments() }
    try test.study.project.updateIndex(removing: segments, adding: drafts)
    let report = try Checking(test.study).run()
    #expect(report.index == .wrong)
    #expect(!report.isClean)
    _ = try Indexing(test.study).rebuild()
    #expect(try Checking(test.study).run().isClean)
  }

  @Test("An index whose parts are lost is wrong")
  func lost() throws {
    let test = try TestStudy()
    let segments = try test.study.project.read { try $0.indexSegments() }
    let drafts = segments.map {
      IndexSegmentDraft(
        analysisVersion: $0.analysisVersion, answers: $0.answers, answerCount: $0.answerCount,
        tokenCount: $0.tokenCount, parts: [])
    }
    try test.study.project.updateIndex(removing: segments, adding: drafts)
    #expect(try Checking(test.study).run().index == .wrong)
  }

  @Test("A damaged text is told as such, and the index is not blamed for it; damage elsewhere still is")
  func damagedText() throws {
    let test = try TestStudy()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: test.study.path))
    let place = try #require(bytes.range(of: Data("Le lien humain se perd".utf8)))
    bytes.replaceSubrange(place, with: Data("Le bien humain se perd".utf8))
    let copy = test.folder.file("abîmée.verbatim")
    try bytes.write(to: URL(fileURLWithPath: copy))
    let study = try Study(opening: copy)
    let name = AnswerName(respondent: "R3", question: "q1")
    let report = try Checking(study).run()
    #expect(report.defects == [.damagedText(answer: name)])
    #expect(report.index == .notCompared)
    #expect(!report.isClean)
    // Making the index again does not make the text right.
    _ = try Indexing(study).rebuild()
    #expect(try Checking(study).run().defects == [.damagedText(answer: name)])
    #expect(try Checking(test.study).run().isClean)
  }
}
