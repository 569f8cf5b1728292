import Testing

@testable import CorpusIndex

struct PairCounterTests {
  private struct Counted: Hashable {
    let first: UInt32
    let second: UInt32
  }

  private func table(_ pairs: [WordPairs.Pair]) -> [Counted: UInt32] {
    Dictionary(uniqueKeysWithValues: pairs.map { (Counted(first: $0.first, second: $0.second), $0.count) })
  }

  private func pairs(_ counter: PairCounter, inUnits stream: WordStream) -> [WordPairs.Pair] {
    Array(counter.mapPairs(inUnits: stream) { $0 }.joined())
  }

  private func pairs(_ counter: PairCounter, inStream stream: WordStream, width: Int) -> [WordPairs.Pair] {
    Array(counter.mapPairs(inStream: stream, width: width) { $0 }.joined())
  }

  /// Answers, several in a piece, as both kinds of streams.
  private func streams(_ answers: [[UInt32]], inPiece count: Int) -> (units: WordStream, windows: WordStream)
  {
    let pieces = stride(from: 0, to: answers.count, by: count).map {
      answers[$0..<min($0 + count, answers.count)]
    }
    let units = pieces.map { piece in
      piece.flatMap { answer in
        Set(answer.filter { $0 < WordStream.unlisted }).sorted().enumerated().map {
          $0 == 0 ? $1 | WordStream.first : $1
        }
      }
    }
    let windows = pieces.map { $0.flatMap { $0 + [WordStream.boundary] } }
    return (stream(units, spare: 3), stream(windows, spare: 0))
  }

  private func stream(_ pieces: [[UInt32]], spare: Int) -> WordStream {
    unsafe WordStream(room: pieces.map { $0.count + spare }) { piece, room in
      for (index, word) in pieces[piece].enumerated() { unsafe room[index] = word }
      return pieces[piece].count
    }
  }

  @Test("However they are counted, pairs are those of the definition", arguments: 1...30)
  func definition(_ seed: UInt64) {
    var dice = Dice(seed)
    let wordCount = 1 + dice.roll(12)
    // Now and then all words alike, and answers without any.
    let spread = seed % 7 == 0 ? 1 : wordCount
    let answers = (0..<30).map { _ in
      (0..<dice.roll(12)).map { _ -> UInt32 in
        switch dice.roll(8) {
        case 0: WordStream.other
        case 1: WordStream.unlisted
        default: UInt32(dice.roll(spread))
        }
      }
    }
    let width = dice.roll(8)
    var near: [Counted: UInt32] = [:]
    var together: [Counted: UInt32] = [:]
    var (places, total) = ([Int](repeating: 0, count: wordCount), 0)
    var units = [Int](repeating: 0, count: wordCount)
    for answer in answers {
      for (i, a) in answer.enumerated() where a < WordStream.other {
        for b in answer[(i + 1)...].prefix(width) where b < WordStream.other {
          total += 1
          for word in Set([a, b]) where word < WordStream.unlisted { places[Int(word)] += 1 }
          if a != b, a < WordStream.unlisted, b < WordStream.unlisted {
            near[Counted(first: min(a, b), second: max(a, b)), default: 0] += 1
          }
        }
      }
      let different = Set(answer.filter { $0 < WordStream.unlisted }).sorted()
      for a in different {
        units[Int(a)] += 1
        for b in different where a < b { together[Counted(first: a, second: b), default: 0] += 1 }
      }
    }
    for (minimum, inPiece) in [(1, 30), (2, 7), (3, 1)] {
      let streams = streams(answers, inPiece: inPiece)
      for frequent in [0, 1, 4, 512] {
        let one = PairCounter(wordCount: wordCount, minimum: minimum, frequent: frequent)
        let many = PairCounter(wordCount: wordCount, minimum: minimum, leastRun: 1, frequent: frequent)
        let nearPairs = pairs(many, inStream: streams.windows, width: width)
        #expect(nearPairs == pairs(one, inStream: streams.windows, width: width))
        #expect(table(nearPairs) == near.filter { $0.value >= UInt32(minimum) })
        let unitPairs = pairs(many, inUnits: streams.units)
        #expect(unitPairs == pairs(one, inUnits: streams.units))
        #expect(table(unitPairs) == together.filter { $0.value >= UInt32(minimum) })
        #expect(one.units(in: streams.units) == units)
        let counted = one.places(inStream: streams.windows, width: width)
        #expect(counted.ofWord == places && counted.total == total)
      }
    }
  }

  @Test("More words than two bytes number, and long answers")
  func manyWords() {
    var dice = Dice(7)
    let wordCount = 70_000
    // Rare words, each beside the most frequent ones; the last two beside each other.
    let answers: [[UInt32]] =
      (0..<400).map { index in
        let rare = UInt32(wordCount - 1 - index)
        return [rare, 0, UInt32(1 + dice.roll(3)), UInt32(dice.roll(wordCount)), rare]
      } + [[69_998, 69_999], (0..<200).map { _ in UInt32(600 + dice.roll(100)) }]
    var expected: [Counted: UInt32] = [:]
    for answer in answers {
      let different = Set(answer).sorted()
      for a in different {
        for b in different where a < b { expected[Counted(first: a, second: b), default: 0] += 1 }
      }
    }
    let streams = streams(answers, inPiece: 50)
    let counter = PairCounter(wordCount: wordCount, minimum: 1, leastRun: 100)
    #expect(table(pairs(counter, inUnits: streams.units)) == expected)
    let near = table(pairs(counter, inStream: streams.windows, width: 300))
    #expect(near.keys == expected.keys && near[Counted(first: 69_998, second: 69_999)] == 1)
  }

  @Test("Of no words there are no pairs")
  func none() {
    let counter = PairCounter(wordCount: 0, minimum: 1, leastRun: 1)
    let empty = streams([], inPiece: 1)
    #expect(pairs(counter, inUnits: empty.units) == [])
    let silent = streams([[WordStream.other], []], inPiece: 1)
    #expect(pairs(counter, inUnits: silent.units) == [])
    #expect(pairs(counter, inStream: silent.windows, width: 3) == [])
    #expect(counter.places(inStream: silent.windows, width: 3).total == 0)
  }
}
