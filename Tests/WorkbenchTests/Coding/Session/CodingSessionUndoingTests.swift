import CodingModel
import Testing

@testable import Workbench

@Suite("Taking back what was done while coding")
struct CodingSessionUndoingTests {
  private let test: TestStudy
  private let session: CodingSession

  init() throws {
    test = try TestStudy.coded()
    session = try CodingSession.begin(.init(query: "lien"), coder: "anna", test.study)
  }

  private func code(_ codes: String...) throws { _ = try session.code([.init(codes: codes, parts: [])]) }

  private func seen() throws -> [Int64] {
    try test.study.project.read { reader in
      try reader.coders().first { $0.name == "anna" }.map { try reader.seenAnswers(by: $0.id).map(\.value) }
        ?? []
    }
  }

  @Test("What was done last is taken back, be answers passed since, which are then no longer gone through")
  func passing() throws {
    try code("moy")
    try session.next()
    try session.next()
    try session.next()
    #expect(try seen() == [1, 4, 5])
    #expect(try session.undo().kind == .code)
    #expect(session.position == 0 && session.seenCount == 0)
    #expect(try seen() == [])
    #expect(try test.codings() == [])
    #expect(throws: CodingSessionError.nothingDone) { try session.undo() }
    #expect(try session.redo().kind == .code)
    #expect(try test.codings() == ["R1/q1 Moyens 0-31 anna hand"])
    #expect(try seen() == [1])
    #expect(throws: CodingSessionError.nothingUndone) { try session.redo() }
  }

  @Test("One after the other, and forth again; something new ends that")
  func chain() throws {
    try code("moy")
    try session.next()
    try code("eff")
    _ = try session.memo("x", onAnswer: true)
    #expect(try session.undo().kind == .memo)
    #expect(session.position == 1)
    #expect(try session.undo().kind == .code)
    #expect(session.position == 1)
    #expect(try session.undo().kind == .code)
    #expect(session.position == 0)
    #expect(try test.codings() == [])
    #expect(try session.redo().kind == .code)
    #expect(session.position == 0)
    try code("sur")
    #expect(throws: CodingSessionError.nothingUndone) { try session.redo() }
    #expect(try session.undo().details["code"] == "Surcharge")
    #expect(try session.undo().details["code"] == "Moyens")
  }

  @Test("Refusals, codes taken away and codes made are taken back alike")
  func kinds() throws {
    _ = try session.refuse(.all)
    #expect(try session.page()?.proposals.count == 0)
    _ = try session.undo()
    #expect(try session.page()?.proposals.count == 2)
    try code("moy")
    _ = try session.uncode([.init(codes: ["moy"], parts: [])])
    _ = try session.undo()
    #expect(try test.codings() == ["R1/q1 Moyens 0-31 anna hand"])
  }

  @Test(
    "What somebody did since is not undone on the way, and what came before the list was entered is not either"
  )
  func others() throws {
    try test.code("Moyens", "R3/q1", coder: "anna")
    #expect(throws: CodingSessionError.nothingDone) { try session.undo() }
    try code("moy")
    let other = try test.reopened()
    _ = try HandCoding(other).code("Effets", "R1/q1", coder: "bruno")
    let act = try #require(try HistoryKeeping(test.study).acts(limit: 1).first)
    #expect(throws: CodingSessionError.othersSince(act.id)) { try session.undo() }
    #expect(try test.codings().count == 3)
    _ = try HistoryKeeping(other).undo()
    #expect(try session.undo().details["code"] == "Moyens")
    #expect(try test.codings() == ["R3/q1 Moyens 0-30 anna hand"])
  }

  @Test("Undone elsewhere, it cannot be undone once more, nor redone in another's stead")
  func elsewhere() throws {
    try code("moy")
    let other = try test.reopened()
    _ = try HistoryKeeping(other).undo()
    #expect(throws: CodingSessionError.nothingDone) { try session.undo() }
    try code("eff")
    _ = try session.undo()
    _ = try HistoryKeeping(other).redo()
    #expect(throws: CodingSessionError.nothingUndone) { try session.redo() }
  }

  @Test("Whatever is done, undoing all of it leaves the project's codings, memos and refusals as they were")
  func random() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<6 {
      let before = try state()
      for _ in 0..<25 {
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1: try? session.next()
        case 2: try session.previous()
        case 3: try? code(["moy", "eff", "sur"].randomElement(using: &random)!)
        case 4: _ = try? session.uncode([.init(codes: ["moy"], parts: [])])
        case 5: _ = try? session.memo("m", onAnswer: Bool.random(using: &random))
        case 6: _ = try? session.refuse(.all)
        default: _ = try? session.accept(.all)
        }
      }
      while (try? session.undo()) != nil {}
      #expect(try state() == before)
    }
  }

  private func state() throws -> [String] {
    let memos = try MemoKeeping(test.study).lines().map { "\($0.kind) \($0.subject) \($0.text)" }
    let refusals = try test.study.project.read { try $0.refusals() }.map { "\($0.answer.value) \($0.range)" }
    return try test.codings() + memos + refusals
  }
}
