import CodingModel
import Testing

@testable import ProjectStore

@Suite("What is known of codes")
struct CodeHistoryTests {
  @Test("Every version of a code, the moments at which it changed, and codes that are gone")
  func versions() throws {
    let study = try SmallStudy()
    try study.file.perform(.codebook) { _ = try $0.setContent(CodeContent(name: "A"), of: study.code(1)) }
    _ = try study.file.undo()
    try study.file.perform(.codebook) { try $0.deleteCode(study.code(2)) }
    let history = try study.file.read { try $0.codeHistory() }
    let (changed, gone) = (study.codes[1], study.codes[2])
    #expect(Set(history.versions[changed, default: []].map(\.name)) == ["A", "Surcharge"])
    #expect(history.versions[changed]?.last?.name == "Surcharge")
    #expect(history.moments[changed]?.map { $0.code?.name } == ["Surcharge", "A", "Surcharge"])
    #expect(history.moments[gone]?.map { $0.code?.name } == ["Perte de lien", nil])
    #expect(history.versions[gone]?.map(\.name) == ["Perte de lien"])
    #expect(history.keys[gone]?.count == 1)
  }

  @Test("The codebook's headings in order; what an undone merge brought is left out, of codes as well")
  func headings() throws {
    let study = try SmallStudy()
    try study.file.perform(.codebook) { try $0.setCodebookHeading(title: "Un", description: "") }
    try study.file.perform(.merge) { act in
      try act.setCodebookHeading(title: "Deux", description: "d")
      _ = try act.addCode(CodeContent(name: "Neuf"), under: nil)
    }
    _ = try study.file.undo()
    let history = try study.file.read { try $0.codeHistory() }
    #expect(history.headings.map(\.title) == ["Un"])
    #expect(!history.versions.values.contains { $0.contains { $0.name == "Neuf" } })
  }
}
