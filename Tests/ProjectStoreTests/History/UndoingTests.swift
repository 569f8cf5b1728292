import CodingModel
import Testing

@testable import ProjectStore

@Suite("Undo, redo and the history")
struct UndoingTests {
  private static let kinds = Act.Kind.allCases.filter { $0 != .undo && $0 != .redo }

  private func perform(_ kind: Act.Kind, on study: SmallStudy) throws -> Act? {
    let (codes, coders) = (study.codes, study.coders)
    return try study.file.perform(kind, coder: "bruno") { act in
      act.details = ["what": "un « détail » / 1", "n": "2"]
      switch kind {
      case .importSurvey:
        let (id, isNew) = try act.respondent("R4", weight: nil)
        let question = try act.question(SurveyQuestion(name: "q3", wording: "Et après ?"))
        _ = try act.addAnswer("Rien", of: id, to: question, isNew: isNew)
        _ = try act.respondent("R3", weight: 0.25)
      case .importCodings:
        _ = try act.addCoding(
          codes[2], on: RowID(4), TextRange(0, 3), by: try act.coder("chloé"), origin: .imported, date: "1999"
        )
      case .importCodebook:
        let top = try act.addCode(CodeContent(name: "Ressources"), key: "r1", under: nil)
        _ = try act.addCode(CodeContent(name: "Manque"), under: top)
        _ = try act.move(try #require(try act.reader.codes().first), under: top, position: 1)
      case .codebook:
        _ = try act.setContent(CodeContent(name: "Perte", memo: "x"), of: try study.codeInside(act, 2))
        try act.deleteCode(try study.codeInside(act, 2))
      case .code: _ = try act.addCoding(codes[1], on: RowID(2), TextRange(0, 3), by: coders[1], origin: .hand)
      case .uncode: try act.deleteCoding(RowID(1))
      case .autocode:
        try act.deleteCoding(RowID(1))
        for answer: Int64 in 1...5 {
          _ = try act.addCoding(codes[1], on: RowID(answer), TextRange(0, 2), by: coders[0], origin: .rule)
        }
      case .memo:
        try act.deleteMemo(RowID(1))
        _ = try act.addMemo("Revu", on: .coding(RowID(1)), by: coders[0])
      case .coder: _ = try act.coder("denis")
      case .assign:
        for answer: Int64 in 1...3 { try act.assign(RowID(answer), to: coders[1]) }
        try act.unassign(RowID(2), from: coders[1])
      case .seen: try act.markSeen(RowID(4), by: coders[0], date: "2025")
      case .refuse:
        try act.addRefusal(of: codes[1], on: RowID(1), TextRange(0, 4), by: coders[0])
      case .settle:
        _ = try act.addCoding(codes[2], on: RowID(3), TextRange(0, 2), by: coders[1], origin: .hand)
      case .merge:
        _ = try act.addCode(CodeContent(name: "Fusionné"), under: codes[0])
        try act.markSeen(RowID(5), by: try act.coder("denis"))
      case .undo, .redo: break
      }
    }.act
  }

  @Test("An act of each kind is undone and redone exactly", arguments: kinds)
  func eachKind(kind: Act.Kind) throws {
    let study = try SmallStudy()
    try study.addCoding()
    try study.file.perform(.memo) { _ = try $0.addMemo("À revoir", on: .coding(RowID(1)), by: nil) }
    let before = try study.project.dump()
    let act = try #require(try perform(kind, on: study))
    let after = try study.project.dump()
    #expect(before != after)
    let details = ["what": "un « détail » / 1", "n": "2"]
    let expected = Act(
      id: RowID(5), date: TemporaryProject.time, coder: "bruno", kind: kind, details: details, state: .done)
    #expect(act == expected)
    #expect(try study.file.read { try $0.act(RowID(5)) } == expected)
    for _ in 0..<2 {
      #expect(try study.file.undo(coder: "alice") == expected)
      #expect(try study.project.dump() == before)
      #expect(try study.file.read { try $0.defects() } == [])
      #expect(try study.file.redo(coder: "alice").id == RowID(5))
      #expect(try study.project.dump() == after)
      #expect(try study.file.read { try $0.defects() } == [])
    }
    // Another process finds the same.
    #expect(try study.project.reopened().dump() == after)
  }

  @Test("The history lists every act, latest first, undoing and redoing included")
  func history() throws {
    let study = try SmallStudy()
    try study.addCoding()
    try study.addCoding(2)
    _ = try study.file.undo(coder: "alice")
    _ = try study.file.undo(coder: "alice")
    _ = try study.file.redo(coder: "bruno")
    let acts = try study.file.read { try $0.history() }
    #expect(acts.map(\.id.value) == [7, 6, 5, 4, 3, 2, 1])
    #expect(acts.map(\.kind) == [.redo, .undo, .undo, .code, .code, .importCodebook, .importSurvey])
    #expect(acts.map(\.state) == [.done, .done, .done, .undone, .done, .done, .done])
    #expect(acts.map(\.coder) == ["bruno", "alice", "alice", "", "", "", ""])
    #expect(acts.prefix(3).map(\.details) == [["act": "3"], ["act": "3"], ["act": "4"]])
    #expect(try study.file.read { try $0.history(limit: 2).map(\.id.value) } == [7, 6])
    #expect(try study.file.read { try $0.history(limit: 0) } == [])
    #expect(try study.file.read { try $0.act(RowID(8)) } == nil)
  }

  @Test("Undoing goes back act by act, redoing forward in the same order")
  func order() throws {
    let study = try SmallStudy()
    for answer: Int64 in 1...3 { try study.addCoding(1, on: answer, TextRange(0, 2)) }
    #expect(try [study.file.undo(), study.file.undo(), study.file.undo()].map(\.id.value) == [5, 4, 3])
    #expect(try [study.file.redo(), study.file.redo()].map(\.id.value) == [3, 4])
    #expect(try study.file.undo().id == RowID(4))
    try study.addCoding(2)
    #expect(throws: ActError.nothingToRedo) { try study.file.redo() }
    #expect(try study.file.undo().kind == .code)
    #expect(try study.file.undo().id == RowID(3))
  }

  @Test("In a new project there is nothing to undo or to redo")
  func nothing() throws {
    let project = try TemporaryProject()
    #expect(throws: ActError.nothingToUndo) { try project.file.undo() }
    #expect(throws: ActError.nothingToRedo) { try project.file.redo() }
    #expect(try project.file.read { try $0.history() } == [])
  }
}

extension SmallStudy {
  fileprivate func codeInside(_ act: ActWriter, _ index: Int) throws -> Code {
    try #require(try act.reader.codes().first { $0.id == codes[index] })
  }
}
