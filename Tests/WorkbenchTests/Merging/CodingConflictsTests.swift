import CodingAnalysis
import CodingModel
import Testing

@testable import Workbench

@Suite("Parts that contradict each other")
struct CodingConflictsTests {
  private func ranges(_ list: [(Int, Int)]) -> Set<TextRange> { Set(list.map { TextRange($0.0, $0.1) }) }

  @Test("A name with a number is of the family of the coder without")
  func families() {
    let names: Set = ["alice", "alice (2)", "bruno (2)", "Zoé (1)"]
    #expect(CodingConflicts.family("alice (2)", among: names) == ("alice", 2))
    #expect(CodingConflicts.family("alice (12)", among: names) == ("alice", 12))
    #expect(CodingConflicts.family("alice", among: names) == ("alice", 1))
    // No coder of that name without a number; no number that would be written so.
    for name in ["bruno (2)", "alice (1)", "alice (02)", "alice (x)", "alice(2)", "(2)", ")", "alice ()"] {
      #expect(CodingConflicts.family(name, among: names) == (name, 1))
    }
    #expect(CodingConflicts.name("alice", 1) == "alice" && CodingConflicts.name("alice", 3) == "alice (3)")
  }

  @Test(
    "The part that begins first stays; what only touches, is the same or stood there before is no contradiction"
  )
  func levels() {
    let result = CodingConflicts.levels(
      [1: ranges([(5, 10), (20, 30), (22, 25), (40, 50)])],
      [1: ranges([(0, 6), (10, 12), (20, 30), (45, 60)])])
    #expect(
      result.ours == [
        1: [TextRange(5, 10): 2, TextRange(20, 30): 1, TextRange(22, 25): 1, TextRange(40, 50): 1]
      ])
    #expect(
      result.theirs == [
        1: [TextRange(0, 6): 1, TextRange(10, 12): 1, TextRange(20, 30): 1, TextRange(45, 60): 2]
      ])
  }

  @Test("Random parts: the same either way, once and for all, and nothing is lost", arguments: 0..<200)
  func properties(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    func side() -> [Int: Set<TextRange>] {
      var levels: [Int: Set<TextRange>] = [:]
      for _ in 0..<random.next(below: 7) {
        let start = random.next(below: 12)
        levels[1 + random.next(below: 3) / 2, default: []].insert(
          TextRange(start, start + 1 + random.next(below: 6)))
      }
      return levels
    }
    func merged(_ one: [Int: Set<TextRange>], _ other: [Int: Set<TextRange>]) -> [Int: Set<TextRange>] {
      let new = CodingConflicts.levels(one, other)
      var result: [Int: Set<TextRange>] = [:]
      for (levels, old) in [(new.ours, one), (new.theirs, other)] {
        for (level, ranges) in old {
          for range in ranges { result[levels[level]?[range] ?? -1, default: []].insert(range) }
        }
      }
      return result
    }
    let (one, other) = (side(), side())
    let whole = merged(one, other)
    #expect(whole[-1] == nil)
    #expect(merged(other, one) == whole)
    #expect(merged(whole, other) == whole && merged(whole, one) == whole && merged(other, whole) == whole)
    #expect(Set(whole.values.joined()) == Set(one.values.joined()).union(other.values.joined()))
  }
}
