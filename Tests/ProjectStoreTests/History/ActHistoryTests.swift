import CodingModel
import GRDB
import Testing

@testable import ProjectStore

@Suite("Undoing and redoing restore every row")
struct ActHistoryTests {
  @Test("A history of two thousand random acts is undone to nothing and redone to its end")
  func longHistory() throws {
    let project = try TemporaryProject()
    try project.hurry()
    let empty = try project.dump()
    var random = RandomActs(seed: 20_261_122)
    var acts = 0
    var marks: [Int: [String: [[DatabaseValue]]]] = [:]
    while acts < 2000 {
      if try random.perform(on: project.file) { acts += 1 }
      if acts.isMultiple(of: 100) { marks[acts] = try project.dump() }
    }
    let end = try project.dump()
    #expect(try project.file.read { try $0.defects() } == [])
    for left in stride(from: acts - 1, through: 0, by: -1) {
      _ = try project.file.undo()
      if let mark = marks[left], left > 0 { #expect(try project.dump() == mark) }
    }
    #expect(try project.dump() == empty)
    #expect(empty.values.allSatisfy { $0.isEmpty })
    #expect(throws: ActError.nothingToUndo) { try project.file.undo() }
    #expect(try project.file.read { try $0.defects() } == [])
    for _ in 0..<acts { _ = try project.file.redo() }
    #expect(try project.dump() == end)
    #expect(throws: ActError.nothingToRedo) { try project.file.redo() }
    #expect(try project.file.read { try $0.defects() } == [])
  }

  @Test("Going back and forth and off on another way always meets the states passed before", arguments: 1...6)
  func wandering(seed: UInt64) throws {
    let project = try TemporaryProject()
    try project.hurry()
    var random = RandomActs(seed: seed)
    var states = [try project.dump()]
    var place = 0
    for _ in 0..<100 {
      switch Int.random(in: 0..<10, using: &random.random) {
      case 0..<3 where place > 0:
        _ = try project.file.undo()
        place -= 1
      case 3..<5 where place < states.count - 1:
        _ = try project.file.redo()
        place += 1
      default:
        guard try random.perform(on: project.file) else { continue }
        states.removeSubrange((place + 1)...)
        states.append(try project.dump())
        place += 1
        #expect(throws: ActError.nothingToRedo) { try project.file.redo() }
      }
      #expect(try project.dump() == states[place])
    }
    #expect(try project.file.read { try $0.defects() } == [])
    while place > 0 {
      _ = try project.file.undo()
      place -= 1
    }
    #expect(try project.dump() == states[0])
  }

  @Test("What is undone stays to be redone by number after a new act, with all that it needs")
  func keeping() throws {
    let study = try SmallStudy()
    try study.addCoding()
    try study.addCoding(2)
    _ = try study.file.undo()
    _ = try study.file.undo()
    #expect(try study.project.count("coding_image") == 2)
    try study.addCoding(1, on: 5)
    #expect(throws: ActError.nothingToRedo) { try study.file.redo() }
    #expect(try study.project.count("coding_image") == 2)
    #expect(try study.file.redo(RowID(4)).id == RowID(4))
    #expect(
      try study.file.read { try $0.history().map(\.state) }.reversed() == [
        .done, .done, .undone, .done, .done, .done, .done, .done,
      ])
  }

  @Test("The acts that undoing and redoing look for are found without reading the whole history")
  func searchedByIndex() throws {
    let project = try TemporaryProject()
    let plans = try project.file.queue.read { db in
      try [
        "SELECT * FROM act WHERE state = 'done' AND kind NOT IN ('undo', 'redo') ORDER BY id DESC LIMIT 1",
        "SELECT * FROM act WHERE state = 'undone' ORDER BY id LIMIT 1",
      ].map { try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + $0).map { $0["detail"] as String } }
    }
    #expect(plans == [["SCAN act USING INDEX act_done"], ["SCAN act USING INDEX act_undone"]])
  }
}
