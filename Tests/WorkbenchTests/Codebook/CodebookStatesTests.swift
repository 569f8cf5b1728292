import Foundation
import Testing

@testable import Workbench

@Suite("States of a codebook")
struct CodebookStatesTests {
  @Test("A state is found by act, by date, as it is now and in a file")
  func states() throws {
    let test = try TestStudy.coded()
    let editing = CodebookEditing(test.study)
    _ = try editing.rename("lien", to: "Lien perdu")
    _ = try editing.delete("moyens")
    let states = CodebookStates(test.study)
    func names(_ state: String) throws -> [String] {
      try states.tree(state).flattened.map(\.node.content.name)
    }
    let first = ["Effets", "Perte de lien", "Surcharge", "Moyens"]
    #expect(try names("0") == [] && names("1") == [])
    #expect(try names("2") == first)
    #expect(try names("3") == ["Effets", "Lien perdu", "Surcharge", "Moyens"])
    #expect(try names("now") == ["Effets", "Lien perdu", "Surcharge"] && names("4") == names("maintenant"))
    #expect(try names("2026-11-22") == names("now") && names("2026-11-21") == [])
    let file = try test.folder.write("codes.yaml", TestStudy.codebook)
    #expect(try CodebookDiff.changes(from: states.tree(file), to: states.tree("2")) == [])
    #expect(try states.tree("2").title == "Le numérique")
    #expect(
      try CodebookDiff.changes(from: states.tree("2"), to: states.tree("now")).map(\.kind) == [
        .renamed, .removed,
      ])
    // Undoing changes the present, not the past.
    for _ in 0..<2 { _ = try HistoryKeeping(test.study).undo() }
    #expect(
      try names("4") == ["Effets", "Lien perdu", "Surcharge"] && names("now") == first && names("6") == first)
    #expect(throws: ActError.noSuchAct(RowID(99))) { try states.tree("99") }
    #expect(throws: StudyError.unknownState("hier")) { try states.tree("hier") }
    #expect(throws: (any Error).self) { try states.tree("absent.yaml") }
  }
}
