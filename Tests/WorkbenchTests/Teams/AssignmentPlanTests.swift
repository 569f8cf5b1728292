import CodingAnalysis
import CodingModel
import Testing

@testable import Workbench

@Suite("Drawing who gets which answers")
struct AssignmentPlanTests {
  private func strata(_ sizes: [Int]) -> [[RowID<Answer>]] {
    var next: Int64 = 0
    return sizes.map { size in
      (0..<size).map { _ in
        next += 1
        return RowID(next)
      }
    }
  }

  @Test("Whole parts first, then the largest remainders, never more than a group has")
  func dividing() {
    #expect(AssignmentPlan.divided(10, by: [50, 30, 20]) == [5, 3, 2])
    #expect(AssignmentPlan.divided(5, by: [10, 10, 10]) == [2, 2, 1])
    #expect(AssignmentPlan.divided(1, by: [1, 1, 5]) == [0, 0, 1])
    #expect(AssignmentPlan.divided(0, by: [3, 0]) == [0, 0])
    #expect(AssignmentPlan.divided(9, by: [3, 4]) == [3, 4])
    #expect(AssignmentPlan.divided(2, by: []) == [])
  }

  @Test(
    "Random draws give every answer once, the overlap exactly and by strata, loads and strata even",
    arguments: 0..<60)
  func properties(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let sizes = (0..<(1 + random.next(below: 6))).map { _ in random.next(below: 40) }
    let strata = strata(sizes)
    let coders = 1 + random.next(below: 5)
    let shared = random.next(below: 60)
    let inPairs = random.next(below: 2) == 0
    let plan = AssignmentPlan(
      strata: strata, coders: coders, shared: shared, inPairs: inPairs, seed: UInt64(seed))
    #expect(Set(plan.entries.map(\.answer)) == Set(strata.joined()))
    #expect(plan.entries.count == sizes.reduce(0, +))
    for entry in plan.entries { #expect(strata[entry.stratum].contains(entry.answer)) }
    let common = plan.entries.filter { $0.coders.count > 1 }
    #expect(common.count == (coders > 1 ? min(shared, plan.entries.count) : 0))
    #expect(
      common.allSatisfy {
        $0.coders.count == (inPairs ? 2 : coders) && Set($0.coders).count == $0.coders.count
      })
    let total = max(1, sizes.reduce(0, +))
    for (stratum, size) in sizes.enumerated() where coders > 1 {
      let share = Double(min(shared, total) * size) / Double(total)
      let drawn = common.count { $0.stratum == stratum }
      #expect(abs(Double(drawn) - share) < 1)
    }
    let loads = (0..<coders).map { coder in plan.entries.count { $0.coders.contains(coder) } }
    // One more or less for whoever is first, and a pair's worth where pairs do not come out even.
    #expect((loads.max() ?? 0) - (loads.min() ?? 0) <= (inPairs ? coders - 1 : 1))
    let again = AssignmentPlan(
      strata: strata, coders: coders, shared: shared, inPairs: inPairs, seed: UInt64(seed))
    #expect(again.entries == plan.entries)
  }

  @Test("Another seed draws otherwise")
  func seeds() {
    let one = AssignmentPlan(strata: strata([30]), coders: 2, shared: 10, inPairs: false, seed: 1)
    let other = AssignmentPlan(strata: strata([30]), coders: 2, shared: 10, inPairs: false, seed: 2)
    #expect(one.entries != other.entries)
  }

  @Test("Every pair gets its turn")
  func pairs() {
    let plan = AssignmentPlan(strata: strata([12]), coders: 3, shared: 12, inPairs: true, seed: 1)
    let counts = Dictionary(grouping: plan.entries, by: \.coders).mapValues(\.count)
    #expect(counts == [[0, 1]: 4, [0, 2]: 4, [1, 2]: 4])
  }
}
