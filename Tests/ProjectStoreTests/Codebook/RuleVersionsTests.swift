import CodingModel
import Testing

@testable import ProjectStore

@Suite("Versions of rules")
struct RuleVersionsTests {
  @Test(
    "Each wording of a code's rule is one version, counted by code, and a wording that returns is the same")
  func versions() throws {
    let study = try SmallStudy()
    let made = try study.file.perform(.autocode) { act in
      [
        try act.ruleVersion("lien", of: study.codes[1]),
        try act.ruleVersion("lien OR liens", of: study.codes[1]),
        try act.ruleVersion("lien", of: study.codes[2]), try act.ruleVersion("lien", of: study.codes[1]),
      ]
    }.result
    #expect(made[0] == made[3])
    #expect(Set(made).count == 3)
    let versions = try study.file.read { try $0.ruleVersions() }
    #expect(versions.map(\.number) == [1, 2, 1])
    #expect(versions.map(\.rule) == ["lien", "lien OR liens", "lien"])
    #expect(versions.map(\.code) == [study.codes[1], study.codes[1], study.codes[2]])
    #expect(versions.map(\.date) == Array(repeating: TemporaryProject.time, count: 3))
    let coding = try #require(
      try study.file.perform(.autocode) { act in
        try act.addCoding(
          study.codes[1], on: RowID(1), TextRange(0, 4), by: study.coders[0], origin: .rule,
          ruleVersion: made[1])
      }.result)
    #expect(try study.file.read { try $0.coding(coding)?.ruleVersion } == made[1])
    #expect(try study.file.read { try $0.codings().map(\.ruleVersion) } == [made[1]])
    _ = try study.file.undo()
    _ = try study.file.undo()
    #expect(try study.file.read { try $0.ruleVersions() } == [])
  }

  @Test("A code that goes takes the versions of its rule and the refusals of its proposals along")
  func deleted() throws {
    let study = try SmallStudy()
    try study.file.perform(.autocode) { act in
      _ = try act.ruleVersion("lien", of: study.codes[2])
      try act.addRefusal(of: study.codes[2], on: RowID(1), TextRange(0, 2), by: study.coders[0])
    }
    let before = try study.project.dump()
    try study.file.perform(.codebook) { try $0.deleteCode(study.code(2)) }
    #expect(try study.file.read { try $0.ruleVersions().isEmpty && $0.refusals().isEmpty })
    #expect(try study.file.read { try $0.defects() } == [])
    _ = try study.file.undo()
    #expect(try study.project.dump() == before)
  }
}
