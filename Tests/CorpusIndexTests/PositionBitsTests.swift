import Testing

@testable import CorpusIndex

struct PositionBitsTests {
  @Test("Bits say what a set of numbers says", arguments: 1...30)
  func same(seed: UInt64) {
    var dice = Dice(seed)
    let count = dice.roll(dice.pick([1, 64, 65, 700])) + 1
    let bits = PositionBits(count: count)
    var expected: Set<UInt32> = []
    for _ in 0..<dice.roll(2 * count) {
      let position = UInt32(dice.roll(count))
      bits.insert(position)
      expected.insert(position)
    }
    func check() {
      #expect(bits.positions() == expected.sorted())
      #expect(bits.cardinality == expected.count)
      for position in 0..<UInt32(count) {
        #expect(bits.contains(position) == expected.contains(position))
        #expect(bits.first(from: position) == expected.filter { $0 >= position }.min())
      }
      #expect(bits.first(from: UInt32(count)) == nil)
      for start in -70..<count {
        let window = bits.window(from: start)
        let slow = (0..<64).filter { expected.contains(UInt32(max(0, start + $0))) && start + $0 >= 0 }
        #expect(window == slow.reduce(into: UInt64(0)) { $0 |= 1 << UInt64($1) })
      }
    }
    check()
    let other = PositionBits(count: count)
    for _ in 0..<dice.roll(count) {
      let position = UInt32(dice.roll(count))
      other.insert(position)
      expected.insert(position)
    }
    bits.formUnion(other)
    check()
    let written = bits.positions()
    for number in [0, 1, 63, 64, written.count - 1, written.count] where number >= 0 {
      #expect(bits.token(numbered: number) == (number < written.count ? written[number] : nil))
    }
    let numbers = (0..<40).map { _ in dice.roll(written.count + 2) }.sorted()
    #expect(bits.tokens(numbered: numbers) == numbers.filter { $0 < written.count }.map { written[$0] })
    for (first, second) in [(0, 0), (0, 1), (3, 0), (70, 130), (0, count + 1)] {
      let before = PositionBits(before: bits, by: first, and: other, by: second)
      let slow = (0..<count).filter { start in
        let (a, b) = (start + first, start + second)
        return a < count && b < count && bits.contains(UInt32(a)) && other.contains(UInt32(b))
      }
      #expect(before.positions() == slow.map { UInt32($0) })
    }
    for (offset, length) in [(0, 1), (0, 2), (1, 3), (70, 2), (2, 140), (0, count + 2)] {
      let before = PositionBits(before: bits, by: offset, length: length, inAnswersEndingWith: other)
      let slow = (0..<count).filter { start in
        start + max(offset, length - 1) < count && bits.contains(UInt32(start + offset))
          && (start..<start + length - 1).allSatisfy { !other.contains(UInt32($0)) }
      }
      // Words are written as a whole: what is beyond the last token's reach may stay where nothing says that it ends.
      #expect(
        before.positions().filter { Int($0) + max(offset, length - 1) < count } == slow.map { UInt32($0) })
    }
    for _ in 0..<3 {
      let (left, right) = (UInt32(dice.roll(count + 1)), UInt32(dice.roll(count + 1)))
      bits.remove(min(left, right)..<max(left, right))
      expected = expected.filter { !(min(left, right)..<max(left, right)).contains($0) }
      check()
    }
  }

  @Test("All tokens, and none beyond them", arguments: [0, 1, 63, 64, 65, 128, 700])
  func all(_ count: Int) {
    let pool = PositionPool(count: count)
    // Memory that was used before.
    do { _ = PositionBits(allIn: pool) }
    let bits = PositionBits(allIn: pool)
    #expect(bits.positions() == Array(0..<UInt32(count)))
    #expect(unsafe bits.words[pool.wordCount] == 0 && bits.words[pool.wordCount + 1] == 0)
  }

  @Test("An empty segment has no positions")
  func empty() {
    let bits = PositionBits(count: 0)
    #expect(bits.positions() == [] && bits.cardinality == 0 && bits.first(from: 0) == nil)
  }

  @Test("Positions are written out whether a word has few bits or all")
  func full() {
    let bits = PositionBits(count: 200)
    for position: UInt32 in 64..<133 { bits.insert(position) }
    bits.insert(199)
    #expect(bits.positions() == Array(64..<133) + [199])
  }

  @Test("By the byte, bits are where they are by the word")
  func octets() {
    let bits = PositionBits(count: 130)
    for position: UInt64 in [0, 7, 8, 63, 64, 129] {
      unsafe bits.octets[PositionBits.octet(of: position)] |= 1 << UInt8(position & 7)
    }
    #expect(bits.positions() == [0, 7, 8, 63, 64, 129])
  }
}
