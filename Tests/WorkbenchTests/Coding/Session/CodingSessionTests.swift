import CodingModel
import Foundation
import Testing

@testable import Workbench

@Suite("Going through a list")
struct CodingSessionTests {
  private func begin(
    _ test: TestStudy, _ request: CodingListRequest = .init(query: "lien"), named name: String? = nil,
    coder: String = "anna", isNew: Bool = false
  ) throws -> CodingSession {
    try CodingSession.begin(request, named: name, coder: coder, isNew: isNew, test.study)
  }

  private func seen(_ test: TestStudy, by coder: String = "anna") throws -> [Int64] {
    try test.study.project.read { reader in
      guard let id = try reader.coders().first(where: { $0.name == coder })?.id else { return [] }
      return try reader.seenAnswers(by: id).map(\.value)
    }
  }

  @Test("Passing an answer notes that it was gone through, as an act, once; going back or elsewhere does not")
  func passing() throws {
    let test = try TestStudy.coded()
    let session = try begin(test)
    #expect(session.answers.map(\.value) == [1, 4, 5, 6])
    #expect(session.current == RowID(1) && !session.isResumed)
    try session.next()
    try session.next()
    #expect(session.position == 2 && session.seenCount == 2)
    #expect(try seen(test) == [1, 4])
    let act = try #require(try HistoryKeeping(test.study).acts().first)
    #expect(act.kind == .seen && act.coder == "anna" && act.details == ["answers": "1", "answer": "R3/q1"])
    let acts = try HistoryKeeping(test.study).acts().count
    try session.previous()
    try session.next()
    try session.go(to: 4)
    #expect(try HistoryKeeping(test.study).acts().count == acts)
    #expect(try seen(test) == [1, 4])
    try session.next()
    #expect(session.current == nil && session.position == 4 && session.seenCount == 3)
    #expect(throws: CodingSessionError.atEnd) { try session.next() }
    #expect(throws: CodingSessionError.noAnswer(number: 5, of: 4)) { try session.go(to: 5) }
    #expect(throws: CodingSessionError.noAnswer(number: 0, of: 4)) { try session.go(to: 0) }
    #expect(throws: CodingSessionError.atEnd) { try session.code([.init(codes: ["Moyens"], parts: [])]) }
    #expect(try session.page() == nil)
    try session.previous()
    #expect(try session.page()?.answer.description == "R4/q1")
    try session.go(to: 1)
    try session.previous()
    #expect(session.position == 0)
  }

  @Test("The place is kept by coder and list; without a list, the one used last is gone on with")
  func resuming() throws {
    let test = try TestStudy.coded()
    try begin(test).go(to: 3)
    try begin(test, .init(query: "question:q2")).next()
    try begin(test, coder: "bruno").next()
    let last = try CodingSession.resume(coder: "anna", try test.reopened())
    #expect(last.name == "question:q2" && last.position == 1 && last.isResumed && last.seenCount == 1)
    let again = try begin(test)
    #expect(again.isResumed && again.position == 2)
    #expect(try CodingSession.resume(coder: "anna", test.study).name == "lien")
    #expect(try CodingSession.resume(coder: "bruno", test.study).position == 1)
    let lists = try CodingSession.lists(of: "anna", test.study)
    #expect(lists.map { "\($0.name) \($0.position)/\($0.answers)" } == ["lien 2/4", "question:q2 1/4"])
    #expect(lists[0].date == TestStudy.time)
    let fresh = try begin(test, isNew: true)
    #expect(!fresh.isResumed && fresh.position == 0)
    for _ in 0..<4 { try fresh.next() }
    #expect(try CodingSession.resume(coder: "anna", test.study).current == nil)
    #expect(try !begin(test).isResumed, "a list that has ended is made afresh")
  }

  @Test("A list has the name given, and keeps it for another list; an unknown one is said to be")
  func naming() throws {
    let test = try TestStudy.coded()
    try begin(test, named: "lot 1").next()
    #expect(try CodingSession.resume(named: "lot 1", coder: "anna", test.study).position == 1)
    #expect(throws: CodingSessionError.noSuchList(name: "lot 2", near: "lot 1")) {
      try CodingSession.resume(named: "lot 2", coder: "anna", test.study)
    }
    let other = try begin(test, .init(query: "mails"), named: "lot 1")
    #expect(!other.isResumed && other.answers.map(\.value) == [1, 6])
    #expect(throws: StudyError.reservedCoder("autocode")) { try begin(test, coder: "autocode") }
  }

  @Test("A list keeps its answers though the query would no longer find them")
  func keepingAnswers() throws {
    let test = try TestStudy.coded()
    let session = try begin(test, .init(query: "uncoded"))
    _ = try session.code([.init(codes: ["moy"], parts: [])])
    try session.next()
    let next = try begin(test, .init(query: "uncoded"))
    #expect(next.isResumed && next.answers.count == 8 && next.position == 1)
    #expect(try begin(test, .init(query: "uncoded"), isNew: true).answers.count == 7)
  }

  @Test("Answers taken out of the project drop out of the list, before and while one is in it")
  func dropping() throws {
    let test = try TestStudy.coded()
    try test.add("id;groupe;q1;q2\nR6;A;Le lien;\nR7;A;Un lien;\n", name: "suite.csv")
    let session = try begin(test)
    #expect(session.answers.count == 6)
    try session.go(to: 5)
    let imported = try #require(try HistoryKeeping(test.study).acts().first)
    #expect(imported.kind == .importSurvey)
    _ = try HistoryKeeping(try test.reopened()).undo()
    #expect(throws: CodingSessionError.answerGone) { try session.code([.init(codes: ["moy"], parts: [])]) }
    #expect(try session.page() == nil)
    #expect(session.dropped == 2 && session.answers.count == 4 && session.position == 4)
    let resumed = try CodingSession.resume(coder: "anna", test.study)
    #expect(resumed.answers.count == 4 && resumed.dropped == 0)
    _ = try HistoryKeeping(test.study).redo()
    try begin(test, .init(query: "lien"), named: "b").go(to: 6)
    _ = try HistoryKeeping(test.study).undo()
    let later = try CodingSession.resume(named: "b", coder: "anna", test.study)
    #expect(later.dropped == 2 && later.position == 4)
  }

  @Test("An empty list is not kept; an empty project has none")
  func empty() throws {
    let test = try TestStudy.coded()
    #expect(try begin(test, .init(query: "zzz")).answers.isEmpty)
    #expect(try CodingSession.lists(of: "anna", test.study).isEmpty)
    let bare = try TestStudy(nil)
    #expect(try CodingSession.resume(coder: "anna", bare.study).answers.isEmpty)
  }

  @Test("A project that cannot be written cannot be coded")
  func readOnly() throws {
    let test = try TestStudy.coded()
    let study = try test.readOnly()
    #expect(throws: ProjectError.self) { try CodingSession.begin(.init(query: "lien"), coder: "anna", study) }
  }
}
