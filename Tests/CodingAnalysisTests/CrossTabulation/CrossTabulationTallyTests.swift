import CodingAnalysis
import Testing

struct CrossTabulationTallyTests {
  @Test("Units as they come give the table of the same units in lists", arguments: 1...20)
  func agreement(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let categories = random.next(below: 5)
    let codes = random.next(below: 4)
    let weighted = random.next(below: 2) == 1
    let units = (0..<random.next(below: 60)).map { _ in
      let category = random.next(below: categories + 1)
      return TabulatedUnit(
        category: category < categories ? category : nil, weight: Double(random.next(below: 8)) / 4)
    }
    var coded = [[Int]](repeating: [], count: codes)
    var tally = CrossTabulationTally(categoryCount: categories, codeCount: codes, weighted: weighted)
    for (index, unit) in units.enumerated() {
      tally.add(unit)
      for code in 0..<codes where random.next(below: 3) == 0 {
        // In lists, a unit may be named again.
        coded[code] += [index, index]
        tally.add(code: code, to: unit)
      }
    }
    for missing in [CrossTabulation.MissingCategory.shown, .leftOut] {
      #expect(
        tally.table(missing: missing)
          == CrossTabulation(
            units: units, categoryCount: categories, coded: coded, weighted: weighted, missing: missing))
    }
  }

  @Test("Several units at once count as one after another", arguments: 1...10)
  func atOnce(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var (single, several) = (
      CrossTabulationTally(categoryCount: 3, codeCount: 2),
      CrossTabulationTally(categoryCount: 3, codeCount: 2)
    )
    for _ in 0..<6 {
      let (count, category) = (random.next(below: 9), random.next(below: 4))
      let unit = TabulatedUnit(category: category < 3 ? category : nil, weight: 7)
      let codes = [[], [0], [1], [0, 1]][random.next(below: 4)]
      several.add(count, category: unit.category, codes: codes.map { UInt32($0) }[...])
      for _ in 0..<count {
        single.add(unit)
        for code in codes { single.add(code: code, to: unit) }
      }
    }
    #expect(several.table() == single.table())
  }

  @Test("A code on nobody, categories with nobody, and nobody without a value")
  func empty() {
    var tally = CrossTabulationTally(categoryCount: 2, codeCount: 1)
    tally.add(TabulatedUnit(category: 0))
    let table = tally.table()
    #expect(table.bases.map(\.n) == [1, 0] && table.total.n == 1)
    #expect(table.rows[0].cells.map(\.n) == [0, 0] && table.rows[0].test == nil)
    tally.add(TabulatedUnit(category: nil))
    #expect(tally.table().bases.map(\.n) == [1, 0, 1] && tally.table(missing: .leftOut).total.n == 1)
  }
}
