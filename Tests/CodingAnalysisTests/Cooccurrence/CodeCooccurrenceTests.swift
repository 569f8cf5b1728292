import CodingAnalysis
import CodingModel
import Testing

@Suite("Co-occurrence of codes")
struct CodeCooccurrenceTests {
  static let codes = [RowID<Code>(1), RowID<Code>(2), RowID<Code>(3)]

  private func coding(_ answer: Int64, _ code: Int64, _ start: Int, _ end: Int) -> CodedRange {
    CodedRange(answer: RowID(answer), code: RowID(code), range: TextRange(start, end))
  }

  private func count(
    _ codings: [CodedRange], _ unit: CooccurrenceUnit, _ counting: CooccurrenceCounting = .units,
    of n: Int = 10,
    segments: [TextRange] = []
  ) -> [[Int]] {
    CodeCooccurrence(codings, codes: Self.codes, unit: unit, counting: counting, unitCount: n) { _ in segments
    }
    .counts.matrix
  }

  @Test("an answer with one code once and another three times counts once")
  func unitsNotPairs() {
    let codings = [coding(5, 1, 0, 4), coding(5, 2, 0, 4), coding(5, 2, 6, 8), coding(5, 2, 9, 12)]
    #expect(count(codings, .answer) == [[1, 1, 0], [1, 1, 0], [0, 0, 0]])
    #expect(count(codings, .overlap) == [[1, 1, 0], [1, 1, 0], [0, 0, 0]])
    #expect(count(codings, .overlap, .pairs) == [[1, 1, 0], [1, 3, 0], [0, 0, 0]])
  }

  @Test("ranges that only touch do not overlap, but no token lies between them")
  func touching() {
    let codings = [coding(1, 1, 0, 5), coding(1, 2, 5, 9)]
    #expect(count(codings, .overlap)[0][1] == 0)
    #expect(count(codings, .answer)[0][1] == 1)
    #expect(count(codings, .window(tokens: 0), segments: [TextRange(0, 5), TextRange(5, 9)])[0][1] == 1)
  }

  @Test("a coding of a whole answer counts in each of its sentences")
  func wholeAnswer() {
    let sentences = [TextRange(0, 10), TextRange(11, 20), TextRange(21, 30)]
    let codings = [coding(1, 1, 0, 30), coding(1, 2, 12, 14), coding(1, 3, 19, 22), coding(1, 3, 10, 11)]
    #expect(count(codings, .sentence, of: 3, segments: sentences) == [[3, 1, 2], [1, 1, 1], [2, 1, 2]])
  }

  @Test(
    "the gap of a window is counted in whole tokens between the ranges", arguments: [(1, 0), (2, 1), (3, 1)])
  func window(tokens: Int, met: Int) {
    let words = (0..<6).map { TextRange($0 * 5, $0 * 5 + 4) }
    // The second range begins inside the fourth token, which is then in it; two tokens lie between.
    let codings = [coding(1, 1, 0, 3), coding(1, 2, 17, 19)]
    #expect(count(codings, .window(tokens: tokens), segments: words)[0][1] == met)
  }

  @Test("rows hold what is needed to judge a pair")
  func rows() throws {
    let codings = [
      coding(1, 1, 0, 1), coding(1, 2, 3, 4), coding(2, 2, 0, 1), coding(3, 1, 0, 1), coding(3, 2, 0, 2),
    ]
    let result = CodeCooccurrence(codings, codes: Self.codes, unit: .answer, unitCount: 8)
    let row = try #require(result.rows().first)
    #expect([row.row, row.column, row.nA, row.nB, row.nAB, row.n] == [0, 1, 2, 3, 2, 8])
    #expect(row.expected == 0.75)
    #expect(agree(row.jaccard, 2.0 / 3))
    // By hand: 2 (2 ln(2/0.75) + 0 + 1 ln(1/2.25) + 5 ln(5/3.75)).
    #expect(agree(row.signedG2, 5.178277304132058))
    #expect(result.rows().count == 1)
  }

  @Test("codings of other codes, empty ranges and no codings at all")
  func edges() {
    #expect(count([], .overlap) == [[0, 0, 0], [0, 0, 0], [0, 0, 0]])
    #expect(
      count([coding(1, 9, 0, 4), coding(1, 1, 0, 4)], .answer) == [[1, 0, 0], [0, 0, 0], [0, 0, 0]])
    let empty = [coding(1, 1, 2, 2), coding(1, 2, 0, 4)]
    #expect(count(empty, .overlap)[0][1] == 0)
    #expect(count(empty, .sentence, segments: [TextRange(0, 4)])[0] == [0, 0, 0])
    #expect(count(empty, .answer)[0][1] == 1)
    #expect(CodeCooccurrence(empty, codes: [], unit: .answer, unitCount: 1).rows(atLeast: 0).isEmpty)
  }

  @Test("answers far apart in their numbers are told apart")
  func farApart() {
    let codings = [coding(.min, 1, 0, 2), coding(.max, 2, 0, 2), coding(.max, 1, 0, 2), coding(0, 2, 0, 2)]
    #expect(count(codings, .answer) == [[2, 1, 0], [1, 2, 0], [0, 0, 0]])
  }

  @Test("a codebook of more codes than a whole table holds is counted alike")
  func manyCodes() {
    let codes = (1...2_100).map { RowID<Code>($0) }
    let codings = [coding(1, 1, 0, 5), coding(1, 2_100, 3, 9), coding(1, 7, 9, 9), coding(2, 7, 0, 2)]
    for counting in [CooccurrenceCounting.units, .pairs] {
      let result = CodeCooccurrence(codings, codes: codes, unit: .overlap, counting: counting, unitCount: 2)
      #expect(result.rows().map { [$0.row, $0.column, $0.nA, $0.nB, $0.nAB] } == [[0, 2_099, 1, 1, 1]])
      #expect(result.counts.rowCounts[6] == 2)
    }
  }

  @Test("every unit and counting equals brute force on random codings", arguments: 0..<60)
  func bruteForce(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let codeCount = 1 + random.next(below: 6)
    let codes = (0..<codeCount).map { RowID<Code>(Int64($0 + 1)) }
    let answers = 1 + random.next(below: 5)
    let codings = (0..<random.next(below: 40)).map { _ in
      let start = random.next(below: 30)
      return coding(
        Int64(random.next(below: answers)), Int64(1 + random.next(below: codeCount)), start,
        start + random.next(below: 12))
    }
    var segments: [Int64: [TextRange]] = [:]
    for answer in 0..<Int64(answers) {
      var (at, list) = (random.next(below: 3), [TextRange]())
      while at < 42 {
        let length = 1 + random.next(below: 7)
        list.append(TextRange(at, at + length))
        at += length + random.next(below: 3)
      }
      segments[answer] = list
    }
    for unit in [CooccurrenceUnit.answer, .sentence, .overlap, .window(tokens: 0), .window(tokens: 2)] {
      for counting in [CooccurrenceCounting.units, .pairs] {
        let result = CodeCooccurrence(codings, codes: codes, unit: unit, counting: counting, unitCount: 100) {
          segments[$0.value]!
        }
        let slow = BruteForce(
          codings, codes: codes, unit: unit, counting: result.counting, segments: segments)
        #expect(result.counts.matrix == slow.matrix, "\(unit), \(counting)")
        // Put together by answer beforehand, under numbers of their own, some codes not asked for.
        let numbered = CodingsByAnswer(codings, codes: codes.reversed() + [RowID(99)])
        let some = Array(codes.dropFirst(seed % 2))
        let again = CodeCooccurrence(numbered, codes: some, unit: unit, counting: counting, unitCount: 100) {
          segments[$0.value]!
        }
        let rest = slow.matrix.dropFirst(seed % 2).map { Array($0.dropFirst(seed % 2)) }
        #expect(again.counts.matrix == rest, "\(unit), \(counting)")
      }
    }
  }
}

/// The definitions, taken word for word: every pair of codings of every answer is looked at.
private struct BruteForce {
  var matrix: [[Int]]

  init(
    _ codings: [CodedRange], codes: [RowID<Code>], unit: CooccurrenceUnit, counting: CooccurrenceCounting,
    segments: [Int64: [TextRange]]
  ) {
    matrix = codes.map { _ in codes.map { _ in 0 } }
    for (answer, parts) in segments {
      let here = codings.filter { $0.answer.value == answer }
      let units = unit == .sentence ? parts : [TextRange(0, 1000)]
      for sentence in units {
        let inside = unit == .sentence ? here.filter { $0.range.overlaps(sentence) } : here
        for (a, first) in codes.enumerated() {
          for (b, second) in codes.enumerated() {
            let ofFirst = inside.filter { $0.code == first }.map(\.range)
            let ofSecond = inside.filter { $0.code == second }.map(\.range)
            if a == b {
              matrix[a][a] += counting == .pairs ? ofFirst.count : min(1, ofFirst.count)
              continue
            }
            var meetings = 0
            for one in ofFirst {
              for other in ofSecond where Self.meet(one, other, unit, parts) { meetings += 1 }
            }
            matrix[a][b] += counting == .pairs ? meetings : min(1, meetings)
          }
        }
      }
    }
  }

  private static func meet(
    _ one: TextRange, _ other: TextRange, _ unit: CooccurrenceUnit, _ tokens: [TextRange]
  ) -> Bool {
    switch unit {
    case .answer, .sentence: return true
    case .overlap: return one.overlaps(other)
    case .window(let most):
      if one.overlaps(other) { return true }
      let (left, right) = (one.start, one.end) < (other.start, other.end) ? (one, other) : (other, one)
      let between = tokens.filter { token in
        let inLeft = token.start < left.end && token.end > left.start
        let inRight = token.start < right.end && token.end > right.start
        return !inLeft && !inRight && token.start >= left.start && token.end <= right.end
      }
      return between.count <= most
    }
  }
}
