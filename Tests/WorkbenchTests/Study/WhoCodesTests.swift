import Foundation
import Testing

@testable import Workbench

@Suite("Who codes", .serialized)
struct WhoCodesTests {
  @Test("The one given, else the one set in the project, else the system's user")
  func order() throws {
    let test = try TestStudy(nil)
    #expect(try test.study.currentCoder(nil) == "testeuse")
    try test.study.setCurrentCoder(" Zoe\u{301} ")
    #expect(try test.study.currentCoder(nil) == "Zoé")
    #expect(try test.reopened().currentCoder(nil) == "Zoé")
    #expect(try test.study.currentCoder("anna") == "anna")
    #expect(try HistoryKeeping(test.study).acts().map(\.kind) == [.coder])
  }

  @Test("Who is said to code is a coder from then on, whom queries know though they have coded nothing")
  func known() throws {
    let test = try TestStudy()
    #expect(throws: QueryError.self) { try test.study.names("seen:zoé") }
    try test.study.setCurrentCoder("Zoé")
    try test.study.setCurrentCoder("zoe")
    #expect(try HistoryKeeping(test.study).acts().map(\.details).first == ["name": "Zoé"])
    #expect(try HistoryKeeping(test.study).acts().count == 2)
    #expect(try test.study.names("seen:zoé") == [])
    #expect(try test.study.names("NON coder:zoé").count == 8)
    #expect(try CoderList(test.study).lines().map(\.isCurrent) == [true])
  }

  @Test("A name that a merge would give to what contradicts a coder's codings is no new coder's")
  func secondCopies() throws {
    let test = try TestStudy.coded()
    let study = test.study
    #expect(try CoderList(study).add("anna (2)").isNew)
    _ = try HistoryKeeping(study).undo()
    for name in ["anna", "anna (x)"] { #expect(try CoderList(study).add(name).isNew) }
    for name in ["anna (2)", "Anna (3)"] {
      let error = StudyError.nameOfSecondCopy(name, of: "anna")
      #expect(throws: error) { try CoderList(study).add(name) }
      #expect(throws: error) { try study.setCurrentCoder(name) }
      #expect(throws: error) { try study.currentCoder(name) }
    }
    for name in ["anna (1)", "anna(2)", "zoé (2)"] { #expect(try study.currentCoder(name) == name) }
    // What was exported with it comes back, and its coder goes on.
    #expect(
      try test.importCodings("respondent,question,code,coder\nR1,q1,lien,anna (2)\n").coders == ["anna (2)"])
    #expect(try study.currentCoder("anna (2)") == "anna (2)")
  }

  @Test(
    "Names that mean something else than a person, in any case",
    arguments: [
      "autocode", "AUTOCODE", "Consensus", "consensus", "None", "common", "union", "Whole", "Final",
      " autocodé ",
      "con sensus", "consensus (2)", "Final (3)", "Auto Code",
    ])
  func reserved(name: String) throws {
    let study = try TestStudy(nil).study
    let error = StudyError.reservedCoder(name.trimmingCharacters(in: .whitespaces))
    #expect(throws: error) { try study.currentCoder(name) }
    #expect(throws: error) { try study.setCurrentCoder(name) }
    #expect(throws: error) { try CoderList(study).add(name) }
  }

  @Test(
    "A file of codings may name what rules coded, what was agreed on and what was published, and no word of settling"
  )
  func imported() throws {
    #expect(try Study.importedCoder("Autocode") == "autocode")
    #expect(try Study.importedCoder("CONSENSUS") == "consensus")
    #expect(try Study.importedCoder("final") == "final")
    #expect(try Study.importedCoder("Anna") == "Anna")
    #expect(throws: StudyError.reservedCoder("none")) { try Study.importedCoder("none") }
  }

  @Test(
    "Names that cannot be",
    arguments: [
      "", "  ", "a\nb", "a\tb", String(repeating: "é", count: 101), "An\u{200B}na", "Anna\u{AD}",
      "a\u{202E}b",
      "\u{2066}Anna", "\u{7F}x", "a\u{85}b", "\u{FEFF}Anna", "\u{2800}", "e\u{FE0F}", "Dupont, Anna",
      "\"Anna\"",
      "\u{E000}",
    ])
  func bad(name: String) throws {
    let study = try TestStudy(nil).study
    #expect(throws: StudyError.badCoderName) { try study.currentCoder(name) }
    #expect(throws: StudyError.badCoderName) { try study.setCurrentCoder(name) }
  }
}
