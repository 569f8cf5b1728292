import CodingModel
import GRDB
import Testing

@testable import ProjectStore

@Suite("Versions of rows")
struct RowVersionsTests {
  private func names(_ study: SmallStudy, at moment: Int64) throws -> [String] {
    try study.file.queue.read { db in
      let versions = try RowVersions(db, .code)
      return try versions.allRows().compactMap { try versions.version(of: $0, at: moment)?["name"] }
    }
  }

  @Test("A row is found as it was after each act, whatever was undone since")
  func states() throws {
    let study = try SmallStudy()
    try study.file.perform(.codebook) { _ = try $0.setContent(CodeContent(name: "A"), of: study.code(1)) }
    try study.file.perform(.codebook) { _ = try $0.setContent(CodeContent(name: "B"), of: study.code(1)) }
    try study.file.perform(.codebook) { try $0.deleteCode(study.code(2)) }
    _ = try study.file.undo()
    _ = try study.file.undo()
    try study.file.perform(.codebook) { _ = try $0.setContent(CodeContent(name: "C"), of: study.code(1)) }
    let expected: [Int64: [String]] = [
      1: [], 2: ["Effets", "Surcharge", "Perte de lien"], 3: ["Effets", "A", "Perte de lien"],
      4: ["Effets", "B", "Perte de lien"], 5: ["Effets", "B"], 6: ["Effets", "B", "Perte de lien"],
      7: ["Effets", "A", "Perte de lien"], 8: ["Effets", "C", "Perte de lien"],
    ]
    for (moment, expected) in expected { #expect(try names(study, at: moment) == expected) }
    // Undoing all of it leaves the past as it was.
    for _ in 0..<4 { _ = try? study.file.undo() }
    for (moment, expected) in expected { #expect(try names(study, at: moment) == expected) }
  }

  @Test("Each change of random histories leads from the version before to the one after", arguments: 1...3)
  func chains(seed: UInt64) throws {
    let project = try TemporaryProject()
    try project.hurry()
    var random = RandomActs(seed: seed)
    var states: [Int64: [String: [[DatabaseValue]]]] = [:]
    for _ in 0..<60 {
      let last = try project.file.read { try $0.history(limit: 1).first?.id.value } ?? 0
      switch Int.random(in: 0..<6, using: &random.random) {
      case 0: _ = try? project.file.undo()
      case 1: _ = try? project.file.redo()
      default: _ = try random.perform(on: project.file)
      }
      let now = try project.file.read { try $0.history(limit: 1).first?.id.value } ?? 0
      if now > last { states[now] = try project.dump() }
    }
    let discarded = try project.file.read { try $0.history().filter { $0.state == .discarded }.map(\.id.value) }
    try project.file.queue.read { db in
      for table in [TrackedTable.code, .coding, .memo] {
        let versions = try RowVersions(db, table)
        // What acts that were let go did is not known any more.
        for (moment, state) in states where discarded.allSatisfy({ $0 > moment }) {
          let rows = try versions.allRows().compactMap { try versions.version(of: $0, at: moment) }
          #expect(rows.map { row in table.columns.map { row[$0] as DatabaseValue } } == state[table.rawValue])
        }
      }
    }
  }
}
