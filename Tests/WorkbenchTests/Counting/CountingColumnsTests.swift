import CodingModel
import Testing

@testable import Workbench

@Suite("What counting keeps of a project")
struct CountingColumnsTests {
  private func columns(_ study: Study) throws -> CountingColumns {
    try study.project.read { try study.columns($0) }
  }

  private func places(_ study: Study) throws -> [[Int]] {
    let table = try CrossTabulating(study).table(.init(codes: [], variable: "groupe", unit: .codings))
    return table.tabulation.rows.map { $0.cells.map(\.n) }
  }

  @Test(
    "Columns are kept while nothing changes, and read anew after an act, an undo and another process's act")
  func keeping() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1")
    let study = test.study
    #expect(try places(study) == [[1, 0]])
    let known = try columns(study)
    #expect(try places(study) == [[1, 0]] && columns(study) === known)
    try test.code("lien", "R3/q1")
    #expect(try columns(study) !== known && places(study) == [[1, 1]])
    _ = try HistoryKeeping(study).undo()
    #expect(try places(study) == [[1, 0]])
    _ = try HandCoding(test.reopened()).code("surcharge", "R2/q1", .whole, coder: "anna", memo: nil)
    #expect(try places(study) == [[1, 0], [1, 0]])
  }

  @Test("Columns within an act that comes to nothing are forgotten with it")
  func undoneAct() throws {
    struct Stop: Error {}
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1")
    let study = test.study
    let coding = try study.project.read { try #require(try $0.codings().first) }
    #expect(throws: Stop.self) {
      try study.project.perform(.code) { writer in
        try writer.deleteCoding(coding.id)
        let codings = try study.project.read { try study.columns($0).codings($0) }
        #expect(codings.isEmpty)
        throw Stop()
      }
    }
    #expect(try study.project.read { try study.columns($0).codings($0) }.codings.items.count == 1)
  }
}
