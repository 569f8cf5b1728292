import CodingAnalysis
import Testing

@Suite("Codes by a variable")
struct CrossTabulationTests {
  /// Ten units: four of category 0, three of category 1, two of category 2, one without a value.
  static let units = [0, 0, 0, 0, 1, 1, 1, 2, 2, nil].map { TabulatedUnit(category: $0) }

  @Test("counts, bases and shares, units without a value last and every category shown")
  func counts() {
    let table = CrossTabulation(units: Self.units, categoryCount: 4, coded: [[0, 1, 4, 9], []])
    #expect(table.bases.map(\.category) == [0, 1, 2, 3, nil])
    #expect(table.bases.map(\.n) == [4, 3, 2, 0, 1])
    #expect(table.total.n == 10)
    #expect(table.rows[0].cells.map(\.n) == [2, 1, 0, 0, 1])
    #expect(table.rows[0].cells.map(\.share) == [0.5, 1.0 / 3, 0, nil, 1])
    #expect(table.rows[0].total.n == 4)
    #expect(table.rows[0].total.share == 0.4)
    #expect(table.rows[0].test?.degreesOfFreedom == 3)
    #expect(table.rows[1].total.share == 0)
    #expect(table.rows[1].test == nil)
    #expect(table.rows[1].holm == nil)
    #expect(table.rows[0].cells[3].interval == nil)
  }

  @Test("units without a value can be left out of everything")
  func leftOut() {
    let table = CrossTabulation(
      units: Self.units, categoryCount: 3, coded: [[0, 1, 4, 9]], missing: .leftOut)
    #expect(table.bases.map(\.category) == [0, 1, 2])
    #expect(table.total.n == 9)
    #expect(table.rows[0].total.n == 3)
    #expect(table.rows[0].test?.degreesOfFreedom == 2)
  }

  @Test("a unit named twice has its code once")
  func twice() {
    let table = CrossTabulation(units: Self.units, categoryCount: 3, coded: [[0, 0, 1], [0]])
    #expect(table.rows.map(\.total.n) == [2, 1])
  }

  @Test("chi², residuals and marks as scipy gives them")
  func test() throws {
    // Having it: 30, 20, 10, 5 of 100, 50, 50, 50.
    let sizes = [100, 50, 50, 50]
    let having = [30, 20, 10, 5]
    var units: [TabulatedUnit] = []
    var coded: [Int] = []
    for category in 0..<4 {
      coded += (0..<having[category]).map { $0 + units.count }
      units += Array(repeating: TabulatedUnit(category: category), count: sizes[category])
    }
    let row = CrossTabulation(units: units, categoryCount: 4, coded: [coded]).rows[0]
    let test = try #require(row.test)
    #expect(agree(test.chiSquared, 13.513513513513514))
    #expect(agree(test.p, 0.0036480111694419753))
    #expect(agree(test.cramersV, 0.23249527748763857))
    #expect(row.holm == test.p)
    #expect(row.cells.map(\.isMarked) == [false, true, false, true])
    #expect(abs(try #require(row.cells[3].adjustedResidual) + 2.883749) < 1e-6)
    let interval = try #require(row.cells[0].interval)
    #expect(agree(interval.lower, ConfidenceInterval.wilson(share: 0.3, n: 100)!.lower))
  }

  @Test("Holm's correction runs over the codes that were tested")
  func holm() throws {
    let table = CrossTabulation(
      units: Self.units, categoryCount: 3, coded: [[0, 1, 2, 3], [], [4, 5, 6], [0, 4, 7]], missing: .leftOut)
    let p = table.rows.compactMap(\.test?.reportedP)
    #expect(p.count == 3)
    let smallest = try #require(p.min())
    #expect(agree(table.rows.compactMap(\.holm).min(), 3 * smallest))
    #expect(table.rows[1].holm == nil)
  }

  @Test("a small 2x2 gets Fisher's test, a weighted one does not")
  func fisher() throws {
    let categories = Array(repeating: 0, count: 10) + Array(repeating: 1, count: 6)
    let coded = Array(0..<8) + [10]
    let plain = CrossTabulation(
      units: categories.map { TabulatedUnit(category: $0) }, categoryCount: 2, coded: [coded])
    #expect(agree(plain.rows[0].test?.fisher, 0.034965034965034975))
    let weighted = CrossTabulation(
      units: categories.map { TabulatedUnit(category: $0, weight: $0 == 0 ? 0.5 : 2) }, categoryCount: 2,
      coded: [coded], weighted: true)
    #expect(weighted.rows[0].test != nil)
    #expect(weighted.rows[0].test?.fisher == nil)
  }

  @Test("weights: shares are weighted, n is not, intervals rest on the effective n")
  func weights() throws {
    let units = [(0, 2.0), (0, 1), (0, 1), (1, 0.5), (1, 0.5)].map { TabulatedUnit(category: $0, weight: $1) }
    let table = CrossTabulation(units: units, categoryCount: 2, coded: [[0, 3]], weighted: true)
    #expect(table.bases.map(\.n) == [3, 2])
    #expect(table.bases.map(\.weighted) == [4, 1])
    #expect(agree(table.bases[0].effective, 16.0 / 6))
    #expect(table.bases[1].effective == 2)
    let cells = table.rows[0].cells
    #expect(cells.map(\.n) == [1, 1])
    #expect(cells.map(\.share) == [0.5, 0.5])
    #expect(cells[0].interval == ConfidenceInterval.wilson(share: 0.5, n: 16.0 / 6))
    #expect(table.rows[0].total.share == 0.5)
  }

  @Test("doubling every weight changes no share, interval or test")
  func scale() {
    let weights = [0.5, 1.5, 1, 2, 0.7, 0.3, 1, 1, 2, 0.9]
    let tables = [1.0, 2.0].map { factor in
      CrossTabulation(
        units: zip(Self.units, weights).map { TabulatedUnit(category: $0.category, weight: $1 * factor) },
        categoryCount: 3, coded: [[0, 4, 5, 7]], weighted: true)
    }
    #expect(agree(tables[1].rows[0].test?.chiSquared, tables[0].rows[0].test!.chiSquared))
    for (one, two) in zip(tables[0].rows[0].cells, tables[1].rows[0].cells) {
      #expect(one.share == two.share)
      #expect(agree(two.interval?.upper, one.interval!.upper))
      #expect(agree(two.adjustedResidual, one.adjustedResidual!))
    }
  }

  @Test("weights of 1 are no weights")
  func ones() {
    let plain = CrossTabulation(units: Self.units, categoryCount: 3, coded: [[0, 1, 4, 9]])
    let weighted = CrossTabulation(
      units: Self.units, categoryCount: 3, coded: [[0, 1, 4, 9]], weighted: true)
    #expect(plain.rows == weighted.rows)
    #expect(plain.bases == weighted.bases)
  }

  @Test("no units, no weights, one category: nothing is divided by nothing")
  func edges() {
    let empty = CrossTabulation(units: [], categoryCount: 2, coded: [[]])
    #expect(empty.rows[0].total.share == nil)
    #expect(empty.rows[0].test == nil)
    #expect(CrossTabulation(units: [], categoryCount: 0, coded: []).rows.isEmpty)
    let weightless = CrossTabulation(
      units: [TabulatedUnit(category: 0, weight: 0), TabulatedUnit(category: 1, weight: 0)], categoryCount: 2,
      coded: [[0]], weighted: true)
    #expect(weightless.rows[0].cells.allSatisfy { $0.share == nil && $0.interval == nil })
    #expect(weightless.rows[0].test == nil)
    let single = CrossTabulation(
      units: [TabulatedUnit(category: 0), TabulatedUnit(category: 0)], categoryCount: 1, coded: [[0]])
    #expect(single.rows[0].cells[0].share == 0.5)
    #expect(single.rows[0].test == nil)
    #expect(single.rows[0].cells[0].adjustedResidual == nil)
  }

  @Test("where everybody has a code, rounding of weights gives no test")
  func everybody() {
    let units = [0.1, 0.2, 0.3].enumerated().map { TabulatedUnit(category: $0 % 2, weight: $1) }
    let table = CrossTabulation(units: units, categoryCount: 2, coded: [[0, 1, 2]], weighted: true)
    #expect(table.rows[0].total.share == 1)
    #expect(table.rows[0].total.interval?.upper == 1)
    #expect(table.rows[0].test == nil)
  }
}
