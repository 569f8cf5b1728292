import CodingModel
import Testing

@testable import Workbench

@Suite("Codes called as commands are")
struct CodingSessionCommandsTests {
  @Test("They are told, and an equals sign gives each of them, whatever it is called")
  func commands() throws {
    let test = try TestStudy(codebook: nil)
    let alike = ["o", "N", "?", "# dièse", "!urgent", "- moins", "+1"]
    let plain = [
      "12", "mots", "suivant", "m idi", "su, li", "a  b", "dit \"oui\"", "« non »", "3-7", "\"", "oui", "x 3",
      "= égal",
    ]
    for name in alike + plain { _ = try CodebookEditing(test.study).add(name) }
    let session = try CodingSession.begin(.init(query: "question:q1"), coder: "anna", test.study)
    let told = try session.codesLikeCommands()
    #expect(told == alike)
    let abbreviations = try session.abbreviations()
    let parser = CodingRequestParser(isCodeName: abbreviations.isName)
    for (place, name) in (alike + plain).enumerated() {
      for line in ["= \(name)", "=\(name)"] + (plain.contains(name) ? [name] : []) {
        guard case .code(let groups) = try parser.parse(line) else {
          Issue.record("\(line)")
          continue
        }
        let changes = try session.code(groups)
        #expect(changes.count == 1, "\(line)")
        _ = try session.undo()
      }
      #expect(try abbreviations.code(name).name == (alike + plain)[place])
    }
  }

  @Test("Where no code is called so nothing is told")
  func none() throws {
    let test = try TestStudy.coded()
    let session = try CodingSession.begin(.init(query: "question:q1"), coder: "anna", test.study)
    #expect(try session.codesLikeCommands() == [])
  }
}
