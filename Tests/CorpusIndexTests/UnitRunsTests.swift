import CodingModel
import Testing

@testable import CorpusIndex

@Suite("Units in which words co-occur")
struct UnitRunsTests {
  private func segment() throws -> CorpusSegment {
    try CorpusSegment(storage: MemoryStorage(SmallCorpus(["a b | c", "", "d | e | f g"]).draft()))
  }

  private func runs(_ unit: WordUnit, _ scope: CountScope) throws -> [Range<Int>] {
    try UnitRuns(unit, in: scope, of: segment()).runs.map(\.tokens)
  }

  @Test("Answers and sentences, of all, of some answers and of parts of them")
  func units() throws {
    #expect(try runs(.answer, .all) == [0..<3, 3..<3, 3..<7])
    #expect(try runs(.window(2), .all) == [0..<3, 3..<3, 3..<7])
    #expect(try runs(.sentence, .all) == [0..<2, 2..<3, 3..<4, 4..<5, 5..<7])
    #expect(try runs(.answer, .answers([RowID(3)])) == [3..<7])
    #expect(try runs(.sentence, .answers([RowID(1), RowID(2)])) == [0..<2, 2..<3])
    // "b | c" of the first answer, and "f" of the third.
    let parts: CountScope = .ranges(
      AnswerRanges([RowID(1): [TextRange(2, 5)], RowID(3): [TextRange(4, 5)]]))
    #expect(try runs(.answer, parts) == [1..<3, 5..<6])
    #expect(try runs(.sentence, parts) == [1..<2, 2..<3, 5..<6])
  }
}
