import Testing

@testable import Workbench

@Suite("What one project took away in a merge")
struct MergeRemovalsTests {
  @Test(
    "What one deleted or took away, knowing all that the other has of it, goes from both, and is told either way"
  )
  func deleted() throws {
    let copies = try Copies()
    let (one, other) = (try copies.copy("a.verbatim"), try copies.copy("b.verbatim"))
    try one.code("Moyens", "R3/q1", TextRange(0, 4), "anna")
    try one.code("Surcharge", "R1/q1", TextRange(0, 4), "anna")
    try other.merge(one)
    let old = copies.folder.file("b-old.verbatim")
    try BackingUp(other).run(to: old)
    _ = try HandCoding(one).uncode("Moyens", "R3/q1", coder: "anna")
    _ = try CodebookEditing(one).merge("Surcharge", into: "Moyens", coder: "anna")
    let kept = try one.contents
    for _ in 0..<2 {
      let report = try one.merge(other)
      #expect(report.refused == [.coding: 1] && report.removed.isEmpty && report.moved == (0, 1))
      #expect(
        Set(report.changed.map { "\($0.subject) \($0.field) \($0.isOurs)" }) == [
          "Moyens rule true", "Surcharge deleted true",
        ])
      #expect(report.conflicts.isEmpty && report.leftOut == 0 && !report.hasChanges)
      #expect(difference(try one.contents, kept) == [])
    }
    let before = try other.contents
    let report = try other.merge(one)
    #expect(report.removed == [.coding: 1] && report.refused.isEmpty && report.moved == (1, 0))
    #expect(
      Set(report.changed.map { "\($0.subject) \($0.field) \($0.isOurs)" })
        == ["Moyens rule false", "Surcharge deleted false"])
    #expect(difference(try other.contents, kept) == [])
    #expect(try !other.merge(Study(opening: old)).hasChanges)
    _ = try HistoryKeeping(other).undo()
    #expect(try other.contents == before)
  }

  @Test(
    "What was given anew, changed or written on since is kept, though the other deleted it, and told either way"
  )
  func deletedAndChanged() throws {
    let copies = try Copies()
    try copies.origin.code("Moyens", "R3/q1", .range(TextRange(0, 4)), coder: "anna")
    try copies.origin.code("Surcharge", "R1/q1", .range(TextRange(0, 4)), coder: "anna")
    try copies.origin.code("Surcharge", "R3/q1", .range(TextRange(0, 4)), coder: "anna")
    let (one, other) = (try copies.copy("a.verbatim"), try copies.copy("b.verbatim"))
    _ = try HandCoding(one).uncode("Moyens", "R3/q1", coder: "anna")
    _ = try CodebookEditing(one).delete("Surcharge", codings: .deleted, coder: "anna")
    try other.project.perform(.memo) { act in
      let answer = try act.reader.answer(called: "R3/q1").answer.id
      for coding in try act.reader.codings(.init(answer: answer)) {
        let code = try act.reader.codes().first { $0.id == coding.code }
        if code?.name == "Moyens" {
          _ = try act.addMemo("À garder.", on: .coding(coding.id), by: coding.coder)
        }
      }
    }
    try other.code("Surcharge", "R1/q2", TextRange(0, 4), "anna")
    let here = try one.merge(other, isDryRun: true)
    let there = try other.merge(one, isDryRun: true)
    #expect(here.conflicts.map(\.subject) == ["Surcharge", "R3/q1 · Moyens"])
    #expect(here.conflicts.map(\.field) == ["deleted", "deleted"])
    #expect(here.conflicts == there.conflicts)
    #expect(here.refused == [.coding: 2] && there.removed == [.coding: 2])
    try one.merge(other)
    try other.merge(one)
    #expect(difference(try one.contents, try other.contents) == [])
    #expect(try one.writtenCodings() == ["R1/q2 Surcharge 0-4 anna hand", "R3/q1 Moyens 0-4 anna hand"])
  }

  @Test("A split and an undoing in one copy are not undone by the other, whichever comes first")
  func splitAndUndone() throws {
    let copies = try Copies()
    for answer in ["R1/q1", "R3/q1", "R1/q2"] {
      try copies.origin.code("Moyens", answer, .range(TextRange(0, 4)), coder: "anna")
    }
    _ = try CodebookEditing(copies.origin.study).rename("Moyens", to: "Ressources", coder: "anna")
    try copies.origin.code("Surcharge", "R1/q1", .range(TextRange(0, 4)), coder: "anna")
    let (one, other) = (try copies.copy("a.verbatim"), try copies.copy("b.verbatim"))
    for _ in 0..<2 { _ = try HistoryKeeping(one).undo() }
    _ = try CodebookEditing(one).split("Moyens", by: "question:q1", into: "Locaux", coder: "anna")
    let kept = try one.contents
    let third = try copies.copy("c.verbatim")
    for copy in [other, third] { #expect(try !one.merge(copy).hasChanges) }
    #expect(difference(try one.contents, kept) == [])
    try third.merge(other)
    try third.merge(one)
    #expect(difference(try third.contents, kept) == [])
    #expect(
      Set(try third.writtenCodings())
        == ["R1/q1 Locaux 0-4 anna hand", "R3/q1 Locaux 0-4 anna hand", "R1/q2 Moyens 0-4 anna hand"])
  }

  @Test("A merge that was undone can be done again: what it had brought counts as never known")
  func again() throws {
    let copies = try Copies()
    let (one, other) = (try copies.copy("a.verbatim"), try copies.copy("b.verbatim"))
    try other.code("Moyens", "R3/q1", TextRange(0, 4), "anna")
    _ = try CodebookEditing(other).add("Locaux", coder: "anna")
    _ = try CodebookEditing(other).rename("Surcharge", to: "Trop", coder: "anna")
    try one.merge(other)
    let merged = try one.contents
    _ = try HistoryKeeping(one).undo()
    try one.merge(other)
    #expect(difference(try one.contents, merged) == [])
  }

  @Test(
    "An old copy that comes late does not beat an undoing since: what was brought back stays",
    arguments: 0..<5)
  func broughtBack(act: Int) throws {
    let copies = try Copies()
    let study = copies.origin.study
    try study.code("Moyens", "R3/q1", TextRange(0, 4), "anna")
    try study.project.perform(.memo) { act in
      let coding = try act.reader.codings()[0]
      _ = try act.addMemo("À garder.", on: .coding(coding.id), by: coding.coder)
    }
    let other = try copies.copy("b.verbatim")
    let before = try study.contents
    switch act {
    case 0: _ = try HandCoding(study).uncode("Moyens", "R3/q1", coder: "anna")
    case 1: _ = try CodebookEditing(study).delete("Moyens", codings: .deleted, coder: "anna")
    case 2: _ = try CodebookEditing(study).rename("Moyens", to: "Moyens matériels", coder: "anna")
    case 3: _ = try CodebookEditing(study).move("Moyens", under: .code("Effets"), place: .first)
    default:
      try study.project.perform(.memo) { act in
        for memo in try act.reader.memos() { try act.deleteMemo(memo.id) }
      }
    }
    let old = try copies.copy("old.verbatim")
    _ = try HistoryKeeping(study).undo()
    try other.merge(old)
    #expect(try other.contents != before)
    try study.merge(other)
    #expect(difference(try study.contents, before) == [])
    try other.merge(study)
    #expect(difference(try other.contents, before) == [])
    #expect(try !study.merge(old).hasChanges)
  }

  @Test("A merge that brought a deletion or an order and was undone brings it again", arguments: 0..<3)
  func undoneAndAgain(act: Int) throws {
    let copies = try Copies()
    let study = copies.origin.study
    try study.code("Moyens", "R3/q1", TextRange(0, 4), "anna")
    let other = try copies.copy("b.verbatim")
    switch act {
    case 0: _ = try CodebookEditing(study).delete("Moyens", codings: .deleted, coder: "anna")
    case 1: _ = try CodebookEditing(study).merge("Moyens", into: "Surcharge", coder: "anna")
    default:
      _ = try CodebookEditing(study).move(
        "Surcharge", under: .code("Effets"), place: .before("Perte de lien"))
    }
    let kept = try study.contents
    try other.merge(study)
    _ = try HistoryKeeping(other).undo()
    #expect(try !study.merge(other).hasChanges)
    try other.merge(study)
    #expect(difference(try other.contents, kept) == [])
    #expect(difference(try study.contents, kept) == [])
  }
}
