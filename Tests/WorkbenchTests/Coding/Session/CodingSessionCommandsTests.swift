import CodingModel
import Testing

@testable import Workbench

@Suite("Codes called as commands are")
struct CodingSessionCommandsTests {
  @Test("They are told, and an equals sign gives each of them, whatever it is called")
  func commands() throws {
    let test = try TestStudy(codebook: nil)
    let alike = [
      "o", "N", "?", "# dièse", "!urgent", "- moins", "+1", "mots", "suivant", "oui", "Fin", "undo",
    ]
    let plain = [
      "12", "m idi", "su, li", "a  b", "dit \"oui\"", "« non »", "3-7", "\"", "x 3",
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
      for line in ["= \(name) 1-2", "=\(name) \"lien\""] {
        guard case .code(let groups) = try parser.parse(line) else {
          Issue.record("\(line)")
          continue
        }
        let changes = try session.code(groups)
        #expect(changes.count == 1 && !changes[0].isWhole, "\(line)")
        _ = try session.undo()
      }
      #expect(try abbreviations.code(name).name == (name == "a  b" ? "a b" : (alike + plain)[place]))
    }
  }

  @Test("A command's word stays the command, so that one can leave, whatever codes are called")
  func words() throws {
    let test = try TestStudy(codebook: nil)
    for name in ["fin", "Undo", "voir"] { _ = try CodebookEditing(test.study).add(name) }
    let session = try CodingSession.begin(.init(query: "question:q1"), coder: "anna", test.study)
    #expect(try session.codesLikeCommands() == ["fin", "Undo", "voir"])
    let parser = CodingRequestParser(isCodeName: try session.abbreviations().isName)
    #expect(try parser.parse("fin") == .leave)
    #expect(try parser.parse("undo") == .undo)
    #expect(try parser.parse("Voir") == .show)
    #expect(try parser.parse("fin \"lien\"") != .leave)
  }

  @Test(
    "Codes that differ in case alone, as two copies of a project may bring them, are given by their own names"
  )
  func cases() throws {
    let test = try TestStudy(codebook: nil)
    try test.study.project.perform(.codebook) { act in
      for name in ["o", "O", "Été", "été"] { _ = try act.addCode(CodeContent(name: name), under: nil) }
    }
    let session = try CodingSession.begin(.init(query: "question:q1"), coder: "anna", test.study)
    #expect(try session.codesLikeCommands() == ["o", "O"])
    let parser = CodingRequestParser(isCodeName: try session.abbreviations().isName)
    for (line, name) in [("= o", "o"), ("=O", "O"), ("Été", "Été"), ("e\u{301}te\u{301}", "été")] {
      guard case .code(let groups) = try parser.parse(line) else {
        Issue.record("\(line)")
        continue
      }
      #expect(try session.code(groups).map(\.code) == [name])
    }
    for line in ["- = o", "- =O 1"] {
      guard case .uncode(let groups) = try parser.parse(line) else {
        Issue.record("\(line)")
        continue
      }
      _ = try session.code(groups)
      #expect(try session.uncode(groups).map(\.code).contains(groups[0].codes[0]))
    }
    #expect(throws: StudyError.ambiguousCode(name: "ete", candidates: ["Été", "été"])) {
      try session.abbreviations().code("ete")
    }
  }

  @Test("Where no code is called so nothing is told")
  func none() throws {
    let test = try TestStudy.coded()
    let session = try CodingSession.begin(.init(query: "question:q1"), coder: "anna", test.study)
    #expect(try session.codesLikeCommands() == [])
  }
}
