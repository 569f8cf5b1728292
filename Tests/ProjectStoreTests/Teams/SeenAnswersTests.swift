import CodingModel
import Testing

@testable import ProjectStore

@Suite("Answers gone through, and to go through")
struct SeenAnswersTests {
  @Test("Each is noted once for each coder, with when")
  func noting() throws {
    let study = try SmallStudy()
    let (alice, bruno) = (study.coders[0], study.coders[1])
    try study.file.perform(.seen) { (act: ActWriter) throws in
      #expect(try act.markSeen(RowID(2), by: alice, date: "2026-01-02T03:04:05Z"))
      #expect(try act.markSeen(RowID(1), by: alice))
      #expect(try act.markSeen(RowID(1), by: alice) == false)
      #expect(try act.markSeen(RowID(1), by: bruno))
      #expect(try act.assign(RowID(3), to: alice))
      #expect(try act.assign(RowID(3), to: alice) == false)
    }
    try study.file.read { reader in
      #expect(try reader.seenAnswers(by: alice).map(\.value) == [1, 2])
      #expect(try reader.assignedAnswers(to: alice).map(\.value) == [3])
      #expect(try reader.assignedAnswers(to: bruno) == [])
      var lines: [String] = []
      try reader.forEachSeen { lines.append("\($0.value) \($1.value) \($2)") }
      #expect(
        lines == ["1 1 \(TemporaryProject.time)", "1 2 \(TemporaryProject.time)", "2 1 2026-01-02T03:04:05Z"])
      lines = []
      try reader.forEachAssignment { lines.append("\($0.value) \($1.value) \($2)") }
      #expect(lines == ["3 1 \(TemporaryProject.time)"])
    }
  }

  @Test("Taking away tells whether there was something, and is undone")
  func taking() throws {
    let study = try SmallStudy()
    let alice = study.coders[0]
    try study.file.perform(.seen) { (act: ActWriter) throws in
      try act.markSeen(RowID(1), by: alice)
      try act.assign(RowID(1), to: alice)
    }
    let before = try study.file.dump()
    try study.file.perform(.seen) { (act: ActWriter) throws in
      #expect(try act.unmarkSeen(RowID(1), by: alice))
      #expect(try act.unmarkSeen(RowID(1), by: alice) == false)
      #expect(try act.unassign(RowID(1), from: alice))
      #expect(try act.unassign(RowID(2), from: alice) == false)
    }
    #expect(try study.file.read { try $0.seenAnswers(by: alice) } == [])
    _ = try study.file.undo()
    #expect(try study.file.dump() == before)
  }
}
