import CodingAnalysis
import Foundation
import Testing

@Suite("Association in a 2x2 table")
struct ContingencyTableTests {
  static let reference = "reference/association/assoc_reference.csv"
  static let robespierre = "reference/association/robespierre_lexicaltable.csv"
  static let specificities = "reference/association/robespierre_specificities_textometry.csv"

  @Test("ten together out of 100 and 50 in 10,000, as scipy and NLTK give it")
  func workedTable() {
    let table = ContingencyTable(o11: 10, r1: 100, c1: 50, n: 10_000)
    #expect(table.expected == 0.5)
    #expect(agree(table.g2, 43.81371197162112))
    #expect(agree(table.chiSquared, 183.23942947058526))
    #expect(agree(table.chiSquaredYates, 164.45865692096848))
    #expect(agree(table.pmi, 4.321928094887363))
    #expect(agree(table.npmi, 0.4336766652213271))
    #expect(agree(table.mi3, 10.965784284662087))
    #expect(agree(table.tScore, 3.00416377715996))
    #expect(agree(table.zScore, 13.435028842544401))
    #expect(agree(table.dice, 2.0 / 15))
    #expect(agree(table.logDice, 11.09310940439148))
    #expect(agree(table.jaccard, 1.0 / 14))
    #expect(agree(table.cosine, 0.1414213562373095))
    #expect(agree(table.lafon, 10.331231752211298))
  }

  @Test("every reference table", .enabled(if: SharedData.has(reference), "shared reference values missing"))
  func referenceTables() throws {
    let lines = try SharedData.table(Self.reference)
    let names = lines[0]
    #expect(lines.count == 9)
    for line in lines.dropFirst() {
      let number = { (name: String) in Double(line[names.firstIndex(of: name)!])! }
      let table = ContingencyTable(o11: number("O11"), r1: number("R1"), c1: number("C1"), n: number("N"))
      let measures: [(String, Double?)] = [
        ("E11", table.expected), ("G2", table.g2), ("G2_signed", table.signedG2), ("chi2", table.chiSquared),
        ("chi2_yates", table.chiSquaredYates), ("MI_log2", table.pmi), ("NPMI", table.npmi),
        ("MI3", table.mi3), ("t_score", table.tScore), ("z_score", table.zScore), ("dice", table.dice),
        ("logDice", table.logDice), ("jaccard", table.jaccard), ("cosine_ochiai", table.cosine),
        ("lafon", table.lafon),
      ]
      for (name, value) in measures {
        let expected = number(name)
        if expected.isFinite {
          #expect(agree(value, expected), "\(name) of \(line.prefix(4)): \(value as Double?) not \(expected)")
        } else {
          #expect(value == nil, "\(name) of \(line.prefix(4))")
        }
      }
    }
  }

  @Test(
    "Robespierre's specificities to four decimals",
    .enabled(if: SharedData.has(robespierre) && SharedData.has(specificities), "shared values missing"))
  func robespierreSpecificities() throws {
    let counts = try SharedData.table(Self.robespierre).dropFirst().map { $0.dropFirst().map { Int($0)! } }
    let expected = try SharedData.table(Self.specificities).dropFirst().map {
      $0.dropFirst().map { Double($0)! }
    }
    let parts = counts[0].indices.map { part in counts.reduce(0) { $0 + $1[part] } }
    let total = parts.reduce(0, +)
    for (row, values) in counts.enumerated() {
      for (part, count) in values.enumerated() {
        let table = ContingencyTable(o11: count, r1: values.reduce(0, +), c1: parts[part], n: total)
        let lafon = try #require(table.lafon)
        #expect(abs(lafon - expected[row][part]) <= 0.000_051, "row \(row), part \(part): \(lafon)")
      }
    }
  }

  @Test("Robespierre, peuple in D4: -4.1743")
  func peuple() throws {
    let table = ContingencyTable(o11: 14, r1: 296, c1: 6903, n: 61_449)
    #expect(abs(try #require(table.lafon) + 4.1743) < 0.00005)
  }

  @Test("never together: what has no value is nil, what has a limit has it")
  func neverTogether() {
    let table = ContingencyTable(o11: 0, r1: 40, c1: 60, n: 25_000)
    #expect(table.pmi == nil)
    #expect(table.mi3 == nil)
    #expect(table.tScore == nil)
    #expect(table.logDice == nil)
    #expect(table.npmi == -1)
    #expect(table.dice == 0)
    #expect(agree(table.signedG2, -0.19238490345898565))
    #expect(agree(table.lafon, -0.04177501380437391))
  }

  @Test("an empty margin leaves only what it leaves defined")
  func emptyMargin() {
    let table = ContingencyTable(o11: 0, r1: 0, c1: 60, n: 100)
    #expect(table.expected == 0)
    #expect(table.g2 == 0)
    #expect(table.chiSquared == nil)
    #expect(table.chiSquaredYates == nil)
    #expect(table.jaccard == 0)
    #expect(table.cosine == nil)
    #expect(table.npmi == nil)
    #expect(table.zScore == nil)
    #expect(table.lafon == 0)
    #expect(table.fisherExact == 1)
    let nothing = ContingencyTable(o11: 0, r1: 0, c1: 0, n: 10)
    #expect(nothing.dice == nil)
    #expect(nothing.jaccard == nil)
  }

  @Test("everything together: no measure is infinite")
  func everything() {
    let table = ContingencyTable(o11: 7, r1: 7, c1: 7, n: 7)
    #expect(table.npmi == nil)
    #expect(table.pmi == 0)
    #expect(table.g2 == 0)
    #expect(table.chiSquared == nil)
    #expect(table.lafon == 0)
  }

  @Test(
    "an impossible or empty table has no measures",
    arguments: [
      ContingencyTable(o11: 5, r1: 4, c1: 10, n: 20), ContingencyTable(o11: -1, r1: 4, c1: 10, n: 20),
      ContingencyTable(o11: 1, r1: 15, c1: 10, n: 20), ContingencyTable(o11: 0, r1: 0, c1: 0, n: 0),
      ContingencyTable(o11: .nan, r1: 1, c1: 1, n: 2), ContingencyTable(o11: 1, r1: 1, c1: 1, n: .infinity),
    ])
  func impossible(_ table: ContingencyTable) {
    #expect(!table.isPossible)
    let measures = [
      table.expected, table.lafon, table.g2, table.signedG2, table.chiSquared, table.chiSquaredYates,
      table.dice, table.logDice, table.jaccard, table.cosine, table.pmi, table.npmi, table.mi3, table.tScore,
      table.zScore, table.fisherExact,
    ]
    #expect(measures.allSatisfy { $0 == nil })
  }

  @Test("weighted counts have every measure but the exact ones")
  func weighted() {
    let table = ContingencyTable(o11: 2.5, r1: 10.25, c1: 8, n: 40.5)
    #expect(table.lafon == nil)
    #expect(table.fisherExact == nil)
    #expect(agree(table.expected, 2.0246913580246915))
    #expect(table.g2 != nil)
  }

  @Test("a corpus of 480 million neither underflows nor loses digits")
  func large() throws {
    let strong = try #require(
      ContingencyTable(o11: 9_000_000, r1: 60_000_000, c1: 40_000_000, n: 480_000_000).lafon)
    #expect(strong > 100_000 && strong.isFinite)
    // By the normal approximation, which is good here: one standard deviation is 2,009.
    let weak = try #require(
      ContingencyTable(o11: 4_995_000, r1: 60_000_000, c1: 40_000_000, n: 480_000_000).lafon)
    #expect(abs(weak + 2.194) < 0.02)
  }

  @Test(
    "Fisher's exact test as scipy gives it",
    arguments: [
      ([3, 1, 1, 3], 0.48571428571428565), ([1, 9, 11, 3], 0.0027594561852200836),
      ([0, 5, 5, 0], 0.007936507936507938), ([8, 2, 1, 5], 0.034965034965034975),
      ([10, 40, 90, 9860], 4.664104236817111e-11), ([2, 498, 398, 24_102], 0.028090854676683798),
      ([5, 0, 3, 2], 0.4444444444444445), ([4, 4, 4, 4], 1.0),
    ])
  func fisher(cells: [Int], p: Double) {
    let table = ContingencyTable(
      o11: cells[0], r1: cells[0] + cells[1], c1: cells[0] + cells[2], n: cells.reduce(0, +))
    #expect(agree(table.fisherExact, p, within: 1e-12))
  }

  @Test("Lafon and Fisher equal exact sums of binomials in every table of up to 14")
  func exactSums() throws {
    for n in 1...14 {
      for r1 in 0...n {
        for c1 in 0...n {
          let possible = max(0, r1 + c1 - n)...min(r1, c1)
          let ways = possible.map { binomial(r1, $0) * binomial(n - r1, c1 - $0) }
          let all = Double(binomial(n, c1))
          for o11 in possible {
            let at = o11 - possible.lowerBound
            let table = ContingencyTable(o11: o11, r1: r1, c1: c1, n: n)
            let upper = Double(ways[at...].reduce(0, +)) / all
            let lower = Double(ways[...at].reduce(0, +)) / all
            let lafon = o11 * n >= r1 * c1 ? -log10(upper) : log10(lower)
            #expect(abs(try #require(table.lafon) - lafon) < 1e-12)
            let fisher = Double(ways.filter { $0 <= ways[at] }.reduce(0, +)) / all
            #expect(agree(table.fisherExact, fisher, within: 1e-12))
          }
        }
      }
    }
  }

  private func binomial(_ n: Int, _ k: Int) -> Int {
    (0..<max(0, k)).reduce(1) { $0 * (n - $1) / ($1 + 1) }
  }
}
