import CodingModel
import Testing

@testable import ProjectStore

@Suite("Reading the codebook")
struct CodeReadingTests {
  @Test("Everything written of a code is read as it was written")
  func content() throws {
    let project = try TemporaryProject()
    let content = CodeContent(
      name: "Perte / de « lien »", colour: Colour(red: 1, green: 171, blue: 255), definition: "Déf\nition",
      inclusion: "oui", exclusion: "non", examples: ["« a », \"b\"", "", "c/d"], rule: "perte NEAR/5 lien",
      memo: "m")
    try project.file.perform(.codebook) { _ = try $0.addCode(content, key: "p1", under: nil) }
    #expect(
      try project.file.read { try $0.codes() } == [
        Code(id: RowID(1), key: "p1", parent: nil, content: content)
      ])
  }

  @Test("Parents come before the codes under them, siblings in their order")
  func order() throws {
    let study = try SmallStudy()
    try study.file.perform(.codebook) { act in
      let top = try act.addCode(CodeContent(name: "Ressources"), under: nil)
      _ = try act.addCode(CodeContent(name: "Temps"), under: top)
      _ = try act.addCode(CodeContent(name: "Mails"), under: study.codes[1])
    }
    #expect(
      try study.file.read { try $0.codes().map(\.name) } == [
        "Effets", "Surcharge", "Mails", "Perte de lien", "Ressources", "Temps",
      ])
  }

  @Test("A chain of ten thousand codes is read")
  func deep() throws {
    let project = try TemporaryProject()
    try project.damage(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
      INSERT INTO code (id, key, parentID, position, name, definition, inclusion, exclusion, examples, memo)
      SELECT i, 'k' || i, nullif(i - 1, 0), 1, 'c', '', '', '', '[]', '' FROM n
      """)
    #expect(try project.file.read { try $0.codes().map(\.id.value) } == Array(1...10_000))
  }

  @Test("The heading and other settings are empty until they are set")
  func settings() throws {
    let project = try TemporaryProject()
    #expect(try project.file.read { try $0.codebookHeading() } == (title: "", description: ""))
    #expect(try project.file.read { try $0.setting("coder") } == nil)
    try project.file.perform(.importCodebook) {
      try $0.setCodebookHeading(title: "Numérique", description: "Ce que le numérique fait au travail")
    }
    #expect(
      try project.reopened().read { try $0.codebookHeading() }
        == (title: "Numérique", description: "Ce que le numérique fait au travail"))
    _ = try project.file.undo()
    #expect(try project.file.read { try $0.codebookHeading() } == (title: "", description: ""))
  }
}
