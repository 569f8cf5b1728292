import CodingModel
import Testing

@testable import ProjectStore

@Suite("The codebook as it was")
struct CodebookStatesTests {
  @Test("Codes and heading are those after an act; codes stand in their order then")
  func states() throws {
    let study = try SmallStudy()
    try study.file.perform(.codebook) { try $0.setCodebookHeading(title: "Un", description: "") }
    try study.file.perform(.codebook) { _ = try $0.move(study.code(2), under: study.codes[0], position: 1) }
    try study.file.perform(.codebook) { act in
      try act.setCodebookHeading(title: "Deux", description: "d")
      try act.deleteCode(study.code(1))
    }
    func state(_ act: Int64) throws -> [String] {
      let (title, description, codes) = try study.file.read { try $0.codebook(at: RowID(act)) }
      return [title, description] + codes.map(\.name)
    }
    #expect(try state(1) == ["", ""])
    #expect(try state(2) == ["", "", "Effets", "Surcharge", "Perte de lien"])
    #expect(try state(3) == ["Un", "", "Effets", "Surcharge", "Perte de lien"])
    #expect(try state(4) == ["Un", "", "Effets", "Perte de lien", "Surcharge"])
    #expect(try state(5) == ["Deux", "d", "Effets", "Perte de lien"])
    #expect(throws: ActError.noSuchAct(RowID(6))) { try state(6) }
  }

  @Test("What acts that were let go had done is not known, and not made up")
  func forgotten() throws {
    let study = try SmallStudy()
    try study.file.perform(.importSurvey) { _ = try $0.respondent("R9", weight: nil) }
    try study.file.perform(.codebook) { _ = try $0.setContent(CodeContent(name: "N"), of: study.code(1)) }
    for _ in 0..<2 { _ = try study.file.undo() }
    try study.addCoding()
    let names = { (act: Int64) in
      try study.file.read { try $0.codebook(at: RowID(act)).codes.map(\.name) }
    }
    #expect(throws: ActError.stateForgotten(RowID(4))) { try names(4) }
    #expect(throws: ActError.stateForgotten(RowID(5))) { try names(5) }
    #expect(try names(2) == names(7) && names(2).count == 3)
  }
}
