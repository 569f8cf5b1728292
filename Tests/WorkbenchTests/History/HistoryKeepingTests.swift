import Testing

@testable import Workbench

@Suite("History")
struct HistoryKeepingTests {
  @Test("Acts are listed latest first, undone ones say so, and dates are those of SOURCE_DATE_EPOCH")
  func acts() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1")
    let history = HistoryKeeping(test.study)
    #expect(try history.undo().kind == .code)
    let acts = try history.acts()
    #expect(acts.map(\.kind) == [.undo, .code, .importCodebook, .importSurvey])
    #expect(acts.map(\.state) == [.done, .undone, .done, .done])
    #expect(acts.map(\.date) == Array(repeating: "2026-11-22T10:30:00Z", count: 4))
    #expect(acts[0].details == ["act": "3"])
    #expect(try history.acts(limit: 1) == [acts[0]])
    #expect(try history.act(2) == acts[2])
    #expect(try history.act(99) == nil)
  }

  @Test("Everything can be undone and redone, whatever it was")
  func everything() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1", memo: "m")
    try test.importCodings("respondent,question,code\nR2,q1,Neuf\n", createsCodes: true)
    _ = try Autocoding(test.study).run()
    _ = try CoderList(test.study).add("zoé")
    _ = try HandCoding(test.study).uncode("lien", "R1/q1", coder: "anna")
    try MemoKeeping(test.study).add("m", on: .project, coder: "anna")
    func state() throws -> [String] {
      try test.codings() + test.texts() + MemoKeeping(test.study).lines().map(\.text)
        + CodebookListing(test.study).lines().map(\.name) + CoderList(test.study).lines().map(\.name)
    }
    let history = HistoryKeeping(test.study)
    let full = try state()
    var states: [[String]] = []
    for _ in 0..<8 {
      states.append(try state())
      _ = try history.undo()
      #expect(try Checking(test.study).run().isClean)
    }
    #expect(try state() == [])
    #expect(throws: ActError.nothingToUndo) { try history.undo() }
    for expected in states.reversed() {
      _ = try history.redo()
      #expect(try state() == expected)
    }
    #expect(try state() == full)
    #expect(throws: ActError.nothingToRedo) { try history.redo() }
    #expect(try test.count("lien") == [5, 4, 3])
    #expect(try Checking(test.study).run().index == .right)
  }

  @Test("After a new act what was undone stays undone")
  func discarded() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1")
    let history = HistoryKeeping(test.study)
    _ = try history.undo()
    try test.code("surcharge", "R1/q1")
    #expect(throws: ActError.nothingToRedo) { try history.redo() }
    #expect(try history.act(3)?.state == .discarded)
  }
}
