import CodingModel
import Testing

@testable import ProjectStore

@Suite("Changes that merging makes")
struct MergeWritingTests {
  @Test("Each is made, and undone with the act")
  func undone() throws {
    let study = try SmallStudy()
    let coding = try #require(try study.addCoding())
    try study.file.perform(.memo) { (act: ActWriter) throws in
      _ = try act.addMemo("net", on: .coding(coding), by: study.coders[0])
      try act.markSeen(RowID(1), by: study.coders[0])
      try act.assign(RowID(1), to: study.coders[0])
      try act.addRefusal(of: study.codes[1], on: RowID(1), TextRange(0, 2), by: study.coders[0])
      _ = try act.ruleVersion("lien", of: study.codes[1])
    }
    let before = try study.file.dump()
    try study.file.perform(.merge) { (act: ActWriter) throws in
      try act.setWording("Autre ?", of: RowID(1))
      try act.setKind(.numeric, of: RowID(1))
      try act.setWeight(3, of: RowID(1))
      try act.setValue("ES", of: RowID(1), to: RowID(1))
      try act.setValue("ASS", of: RowID(1), to: RowID(3))
      let added = try act.addCode(CodeContent(name: "Neuf"), key: "neuf", under: study.codes[0], position: 9)
      try act.setCode(study.codes[1], CodeContent(name: "Autre"), key: "autre", under: added)
      try act.setPosition(4, of: study.codes[1])
      let version = try #require(try act.reader.ruleVersions().first)
      try act.setCoding(
        coding, by: study.coders[1], origin: .rule, date: "2026-01-01", ruleVersion: version.id)
      try act.move(try #require(try act.reader.memos().first).id, to: .answer(RowID(2)))
      try act.setDate("2026-01-01", of: version.id)
      try act.setSeenDate("2026-01-02", RowID(1), by: study.coders[0])
      try act.setAssignmentDate("2026-01-03", RowID(1), to: study.coders[0])
      try act.setDate("2026-01-04", of: try #require(try act.reader.refusals().first).id)
      _ = try act.addMemo("daté", on: .project, by: nil, date: "")
    }
    try study.file.read { reader in
      #expect(try reader.questions()[0].wording == "Autre ?")
      #expect(try reader.variables()[0].kind == .numeric)
      #expect(try reader.respondents()[0].weight == 3)
      #expect(
        try reader.values(of: RowID<Variable>(1)) == [RowID(1): "ES", RowID(2): "ASS", RowID(3): "ASS"])
      #expect(try reader.codes().map(\.key) == ["effets", "neuf", "autre", "perte-de-lien"])
      let stored = try #require(try reader.coding(coding))
      #expect(stored.coder == study.coders[1] && stored.origin == .rule && stored.date == "2026-01-01")
      #expect(try reader.memos().map(\.target) == [.answer(RowID(2)), .project])
      #expect(try reader.memos().map(\.date) == [TemporaryProject.time, ""])
      var dates: [String] = []
      try reader.forEachSeen { dates.append($2) }
      try reader.forEachAssignment { dates.append($2) }
      dates += try reader.refusals().map(\.date) + reader.ruleVersions().map(\.date)
      #expect(dates == ["2026-01-02", "2026-01-03", "2026-01-04", "2026-01-01"])
      #expect(try reader.defects() == [])
    }
    _ = try study.file.undo()
    #expect(try study.file.dump() == before)
    _ = try study.file.redo()
    #expect(try study.file.read { try $0.defects() } == [])
  }
}
