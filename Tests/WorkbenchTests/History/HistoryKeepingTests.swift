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

  @Test("After a new act what was undone stays undone, and can be redone by its number")
  func kept() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1")
    let history = HistoryKeeping(test.study)
    _ = try history.undo()
    try test.code("surcharge", "R1/q1")
    #expect(throws: ActError.nothingToRedo) { try history.redo() }
    #expect(try history.act(3)?.state == .undone)
    #expect(try history.redo(3, coder: "bruno").id == RowID(3))
    #expect(try history.acts(limit: 1).map(\.coder) == ["bruno"])
    #expect(try test.codings().count == 2)
    #expect(throws: ActError.dependentActs([RowID(3), RowID(5)], on: RowID(2))) { try history.undo(2) }
  }

  @Test("Acts are chosen by coder, kind, code, answer and date")
  func filters() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1")
    try test.code("surcharge", "R1/q1", coder: "bruno")
    _ = try CodebookEditing(test.study).rename("surcharge", to: "Trop", coder: "bruno")
    _ = try Autocoding(test.study).run(codes: ["lien"])
    let history = HistoryKeeping(test.study)
    _ = try history.undo(3, coder: "anna")
    func acts(_ change: (inout HistoryKeeping.Filter) -> Void) throws -> [Int64] {
      var filter = HistoryKeeping.Filter()
      change(&filter)
      return try history.acts(filter).map(\.id.value)
    }
    #expect(try acts { _ in } == [7, 6, 5, 4, 3, 2, 1])
    #expect(try acts { $0.coders = ["Bruno"] } == [5, 4])
    #expect(try acts { $0.coders = ["bruno", "anna"] } == [7, 5, 4, 3])
    #expect(try acts { $0.kinds = [.codebook, .autocode] } == [6, 5])
    // Both under its new name and by what was done to it under the old one; undoing goes with what is undone.
    #expect(try acts { $0.code = "Trop" } == [5, 4, 2])
    #expect(try acts { $0.code = "lien" } == [7, 6, 3, 2])
    #expect(try acts { $0.answer = "R1/q1" } == [7, 6, 4, 3, 1])
    #expect(try acts { $0.answer = "R2/q1" } == [1])
    #expect(try acts { $0.since = "2026-11-22" } == [7, 6, 5, 4, 3, 2, 1])
    #expect(try acts { $0.since = "2026-11-22T10:31" } == [])
    #expect(try acts { $0.until = "2026-11-21" } == [])
    #expect(try acts { $0.until = "2026-11-22 10:30" }.count == 7)
    #expect(throws: StudyError.badDate("hier")) { try acts { $0.since = "hier" } }
    #expect(throws: StudyError.self) { try acts { $0.coders = ["nobody"] } }
    #expect(throws: StudyError.self) { try acts { $0.code = "nothing" } }
    #expect(try history.acts(HistoryKeeping.Filter(), limit: 2).map(\.id.value) == [7, 6])
  }

  @Test("A code that is there no longer is found by the name that it had")
  func deletedCode() throws {
    let test = try TestStudy.coded()
    _ = try CodebookEditing(test.study).delete("Moyens", coder: "anna")
    var filter = HistoryKeeping.Filter()
    filter.code = "moyens"
    #expect(try HistoryKeeping(test.study).acts(filter).map(\.kind) == [.codebook])
  }
}
