import CodingModel
import CorpusIndex
import ProjectStore
import QueryLanguage
import Testing

@testable import Workbench

@Suite("What filters stood for of late")
struct KnownFiltersTests {
  private static let filters = [Filter(.code("a")), Filter(.question("q1")), Filter(.uncoded)]

  private func stamp(_ study: Study) throws -> ChangeStamp {
    try #require(try study.project.read { try $0.changeStamp() })
  }

  @Test("Each is found once; beyond the limit all are forgotten")
  func keeping() throws {
    let known = KnownFilters(try stamp(TestStudy(nil).study), limit: 20_000)
    var finds = 0
    func answers(_ number: Int) -> AnswerSet {
      known.answers(of: Self.filters[number]) {
        finds += 1
        return [RowID(Int64(number))]
      }
    }
    func parts(_ number: Int) -> AnswerRanges {
      known.parts(of: Self.filters[number]) {
        finds += 1
        return CodedParts(AnswerRanges([RowID(Int64(number)): [TextRange(0, 3)]]))
      }.ranges
    }
    for _ in 0..<2 {
      #expect(answers(0) == [RowID(0)] && answers(1) == [RowID(1)])
      #expect(parts(0).answers == [RowID(0)])
    }
    #expect(finds == 3)
    // A set takes eight kilobytes at least: the third is one too many.
    _ = answers(2)
    #expect(finds == 4)
    _ = (answers(2), answers(1), parts(0))
    #expect(finds == 6)
  }

  @Test("A query after any change, by this process or another, finds what there is then")
  func changes() throws {
    let test = try TestStudy.coded()
    let study = test.study
    func found() throws -> [[String]] {
      try [
        "code:Moyens", "trop within code:Moyens", "[lemma=\"lien\"] :: code:Moyens", "memo:vu", "uncoded",
        "groupe:Insertion AND lien", "question:q2",
      ].map { try study.names($0) }
    }
    let before = try found()
    #expect(before.map(\.count) == [0, 0, 0, 0, 8, 2, 4])
    let known = try #require(try study.project.read { try study.filters($0) })
    #expect(try found() == before)
    #expect(try study.project.read { try study.filters($0) } === known)
    try test.code("Moyens", "R4/q1", memo: "vu")
    let after = try found()
    #expect(after[..<4].allSatisfy { $0 == ["R4/q1"] } && after[4] == before[4].filter { $0 != "R4/q1" })
    #expect(after[5...] == before[5...])
    _ = try HistoryKeeping(test.reopened()).undo()
    #expect(try found() == before)
    _ = try HistoryKeeping(study).redo()
    #expect(try found() == after)
    try test.add("id;groupe;q1\nR9;Insertion;Le lien, encore.\n")
    #expect(try found()[5] == after[5] + ["R9/q1"])
    study.isForOneQuery = true
    #expect(try found()[0] == after[0])
    #expect(try study.project.read { try study.filters($0) } == nil)
  }
}
