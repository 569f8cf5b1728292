import CodingModel
import GRDB
import Testing

@testable import ProjectStore

@Suite("Undoing acts in the middle")
struct ActDependenciesTests {
  @Test("An act on which nothing depends is undone and done again where it stands")
  func independent() throws {
    let study = try SmallStudy()
    try study.addCoding(1, on: 1)
    try study.addCoding(1, on: 2, TextRange(0, 3))
    try study.addCoding(2, on: 3)
    let end = try study.project.dump()
    #expect(try study.file.undo(RowID(3)).id == RowID(3))
    #expect(try study.file.read { try $0.codings().map(\.answer.value) } == [2, 3])
    #expect(try study.file.redo(RowID(3)).id == RowID(3))
    #expect(try study.project.dump() == end)
    #expect(try study.file.read { try $0.defects() } == [])
    #expect(throws: ActError.notUndone(RowID(3))) { try study.file.redo(RowID(3)) }
    #expect(throws: ActError.noSuchAct(RowID(99))) { try study.file.undo(RowID(99)) }
    #expect(throws: ActError.notUndoable(RowID(6))) { try study.file.undo(RowID(6)) }
    _ = try study.file.undo(RowID(4))
    #expect(throws: ActError.notInForce(RowID(4))) { try study.file.undo(RowID(4)) }
  }

  @Test("Rows that refer to an act's rows, the same rows and the same names keep it in force, and are named")
  func dependent() throws {
    let study = try SmallStudy()
    let added = try study.file.perform(.codebook) { try $0.addCode(CodeContent(name: "Neuf"), under: nil) }
    let code = try #require(try study.file.read { try $0.codes().first { $0.id == added.result } })
    try study.file.perform(.code) {
      _ = try $0.addCoding(code.id, on: RowID(1), TextRange(0, 4), by: study.coders[0], origin: .hand)
    }
    try study.file.perform(.codebook) { _ = try $0.setContent(CodeContent(name: "Autre"), of: code) }
    try study.file.perform(.codebook) { _ = try $0.addCode(CodeContent(name: "Neuf"), key: "n2", under: nil) }
    #expect(throws: ActError.dependentActs([RowID(4), RowID(5)], on: RowID(3))) {
      try study.file.undo(RowID(3))
    }
    // Its old name is taken now.
    #expect(throws: ActError.dependentActs([RowID(6)], on: RowID(5))) { try study.file.undo(RowID(5)) }
    #expect(try study.file.undo(RowID(4)).kind == .code)
    try study.file.perform(.memo) { _ = try $0.addMemo("m", on: .code(code.id), by: nil) }
    #expect(throws: ActError.dependentActs([RowID(5), RowID(8)], on: RowID(3))) {
      try study.file.undo(RowID(3))
    }
    // The survey is what the coding of act 4 was on, which is undone.
    #expect(try study.file.undo(RowID(1)).kind == .importSurvey)
    #expect(throws: ActError.conflictingActs([RowID(1)], with: RowID(4))) { try study.file.redo(RowID(4)) }
    #expect(try study.file.read { try $0.defects() } == [])
  }

  @Test("What an act added and later acts hold keeps it in force, whatever it is")
  func shared() throws {
    let study = try SmallStudy()
    try study.file.perform(.coder) { _ = try $0.coder("zoé") }
    func code(_ answer: Int64) throws {
      try study.file.perform(.code) { act in
        _ = try act.addCoding(
          study.codes[1], on: RowID(answer), TextRange(0, 2), by: act.coder("zoé"), origin: .hand)
      }
    }
    try code(1)
    try study.file.perform(.seen) { act in try act.markSeen(RowID(2), by: act.coder("zoé")) }
    let before = try study.project.dump()
    #expect(throws: ActError.dependentActs([RowID(4), RowID(5)], on: RowID(3))) {
      try study.file.undo(RowID(3))
    }
    #expect(try study.project.dump() == before)
    _ = try study.file.undo(RowID(4))
    #expect(throws: ActError.dependentActs([RowID(5)], on: RowID(3))) { try study.file.undo(RowID(3)) }
    _ = try study.file.undo(RowID(5))
    #expect(try study.file.undo(RowID(3)).kind == .coder)
    #expect(try study.file.read { try $0.coders().count } == 2)
    // The wording of a rule, a respondent and a question.
    let number = try study.file.read { try $0.history(limit: 1)[0].id.value }
    func autocode(_ answer: Int64) throws {
      try study.file.perform(.autocode) { act in
        let rule = try act.ruleVersion("lien", of: study.codes[2])
        _ = try act.addCoding(
          study.codes[2], on: RowID(answer), TextRange(0, 2), by: study.coders[0], origin: .rule,
          ruleVersion: rule)
      }
    }
    try autocode(1)
    try autocode(2)
    #expect(throws: ActError.dependentActs([RowID(number + 2)], on: RowID(number + 1))) {
      try study.file.undo(RowID(number + 1))
    }
    try study.file.perform(.importSurvey) { act in
      let (id, isNew) = try act.respondent("R9", weight: nil)
      _ = try act.addAnswer(
        "Oui", of: id, to: act.question(SurveyQuestion(name: "q1", wording: "")), isNew: isNew)
    }
    try study.file.perform(.importSurvey) { act in
      let (id, isNew) = try act.respondent("R9", weight: nil)
      _ = try act.addAnswer(
        "Non", of: id, to: act.question(SurveyQuestion(name: "q2", wording: "")), isNew: isNew)
    }
    #expect(throws: ActError.dependentActs([RowID(number + 4)], on: RowID(number + 3))) {
      try study.file.undo(RowID(number + 3))
    }
    // What was given to a coder, and taken back since.
    try study.file.perform(.assign) { try $0.assign(RowID(1), to: study.coders[0]) }
    try study.file.perform(.assign) { try $0.unassign(RowID(1), from: study.coders[0]) }
    #expect(throws: ActError.dependentActs([RowID(number + 6)], on: RowID(number + 5))) {
      try study.file.undo(RowID(number + 5))
    }
    #expect(try study.file.read { try $0.defects() } == [])
  }

  @Test(
    "A name that comes back meets one that differs in its apostrophe only, and is refused with the act that gave it"
  )
  func apostrophes() throws {
    let study = try SmallStudy()
    func add(_ name: String, _ key: String) throws -> Code {
      let id = try study.file.perform(.codebook) {
        try $0.addCode(CodeContent(name: name), key: key, under: nil)
      }.result
      return try #require(try study.file.read { try $0.codes().first { $0.id == id } })
    }
    let first = try add("l’aide", "a1")
    try study.file.perform(.codebook) { try $0.deleteCode(first) }
    _ = try add("l'aide", "a2")
    #expect(throws: ActError.dependentActs([RowID(5)], on: RowID(4))) { try study.file.undo(RowID(4)) }
    let second = try add("cote", "c1")
    try study.file.perform(.codebook) { _ = try $0.setContent(CodeContent(name: "bord"), of: second) }
    // Names that accents tell apart may stand side by side.
    _ = try add("côté", "c2")
    #expect(try study.file.undo(RowID(7)).kind == .codebook)
    #expect(try study.file.read { try $0.codes().map(\.name) }.contains("cote"))
    _ = try study.file.undo(RowID(5))
    _ = try study.file.undo(RowID(4))
    #expect(throws: ActError.conflictingActs([RowID(4)], with: RowID(5))) { try study.file.redo(RowID(5)) }
  }

  @Test("A coding taken away since, and given anew, stands in the way of the first one")
  func sameKey() throws {
    let study = try SmallStudy()
    let coding = try #require(try study.addCoding())
    try study.file.perform(.uncode) { try $0.deleteCoding(coding) }
    try study.addCoding()
    #expect(throws: ActError.dependentActs([RowID(5)], on: RowID(4))) { try study.file.undo(RowID(4)) }
    _ = try study.file.undo(RowID(5))
    _ = try study.file.undo(RowID(4))
    #expect(throws: ActError.conflictingActs([RowID(4)], with: RowID(5))) { try study.file.redo(RowID(5)) }
    _ = try study.file.redo(RowID(4))
    _ = try study.file.redo(RowID(5))
    #expect(try study.file.read { try $0.codings().count } == 1)
  }

  @Test("Codes are never moved into a circle by undoing in the middle")
  func circle() throws {
    let study = try SmallStudy()
    // Surcharge under Perte de lien, then out again; Perte de lien under Surcharge since.
    try study.file.perform(.codebook) { _ = try $0.move(study.code(1), under: study.codes[2], position: 1) }
    _ = try study.file.undo()
    try study.file.perform(.codebook) { _ = try $0.move(study.code(2), under: study.codes[1], position: 1) }
    #expect(throws: ActError.self) { try study.file.redo(RowID(3)) }
    #expect(try study.file.read { try $0.defects() } == [])
  }

  @Test("A survey that was undone is let go by the next act, and what came after it")
  func survey() throws {
    let study = try SmallStudy()
    try study.file.perform(.importSurvey) { act in
      let (id, isNew) = try act.respondent("R9", weight: nil)
      _ = try act.addAnswer("Confidentiel", of: id, to: RowID(1), isNew: isNew)
    }
    try study.addCoding(1, on: 6, TextRange(0, 4))
    try study.addCoding(1, on: 1)
    for _ in 0..<3 { _ = try study.file.undo() }
    try study.addCoding(2, on: 1)
    let states = try study.file.read { reader in try [3, 4, 5].map { try reader.act(RowID($0))?.state } }
    #expect(states == [.discarded, .discarded, .discarded])
    #expect(throws: ActError.notUndoable(RowID(3))) { try study.file.redo(RowID(3)) }
    #expect(throws: ActError.notUndoable(RowID(5))) { try study.file.redo(RowID(5)) }
    #expect(try study.project.count("answer_image") == 0)
    #expect(try study.file.read { try $0.defects() } == [])
  }

  @Test("Random acts undone and done again in any order never break anything", arguments: 1...5)
  func wandering(seed: UInt64) throws {
    let project = try TemporaryProject()
    try project.hurry()
    var random = RandomActs(seed: seed)
    let empty = try project.dump()
    for _ in 0..<4 { _ = try random.perform(on: project.file) }
    random.changesSurvey = false
    var (undone, redone, refused) = (0, 0, 0)
    for step in 0..<140 {
      let acts = try project.file.read { try $0.history() }.filter { ![.undo, .redo].contains($0.kind) }
      let chosen = acts.randomElement(using: &random.random)
      switch Int.random(in: 0..<10, using: &random.random) {
      case 0..<3:
        guard let chosen, chosen.state == .done else { continue }
        let before = try project.dump()
        do {
          _ = try project.file.undo(chosen.id)
          undone += 1
          if Bool.random(using: &random.random) {
            _ = try project.file.redo(chosen.id)
            #expect(try project.dump() == before)
          }
        } catch let error as ActError {
          refused += 1
          guard case .dependentActs(let others, on: chosen.id) = error else { throw error }
          #expect(!others.isEmpty && others.allSatisfy { $0 > chosen.id })
          #expect(try project.dump() == before)
        }
      case 3..<5:
        guard let chosen, chosen.state == .undone else { continue }
        let before = try project.dump()
        do {
          _ = try project.file.redo(chosen.id)
          redone += 1
        } catch ActError.conflictingActs(let others, _) {
          #expect(!others.isEmpty)
          #expect(try project.dump() == before)
        }
      case 5: _ = try? project.file.undo()
      case 6: _ = try? project.file.redo()
      default: _ = try random.perform(on: project.file)
      }
      if step.isMultiple(of: 8) { #expect(try project.file.read { try $0.defects() } == []) }
      #expect(try project.repeatedNames() == 0)
    }
    #expect(undone + redone > 5 && refused > 0)
    #expect(try project.file.read { try $0.defects() } == [])
    let end = try project.dump()
    var count = 0
    while true {
      do { _ = try project.file.undo() } catch ActError.nothingToUndo { break }
      count += 1
    }
    #expect(try project.dump() == empty)
    for _ in 0..<count { _ = try project.file.redo() }
    #expect(try project.dump() == end)
    #expect(try project.file.read { try $0.defects() } == [])
  }
}

extension TemporaryProject {
  /// Codes of the same name under the same parent, headings too many.
  fileprivate func repeatedNames() throws -> Int {
    try file.queue.read {
      try Int.fetchOne(
        $0,
        sql: """
          SELECT (SELECT count(*) FROM (SELECT 1 FROM code GROUP BY parentID, name HAVING count(*) > 1))
            + max(0, (SELECT count(*) FROM codebook) - 1)
          """) ?? -1
    }
  }
}
