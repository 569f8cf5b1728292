import Testing

@testable import ProjectStore

@Suite("Values of a respondent in one blob")
struct PackedValuesTests {
  private func decoded(_ bytes: [UInt8]) -> (values: [Int64], isWhole: Bool) {
    var values: [Int64] = []
    let isWhole = unsafe bytes.withUnsafeBytes { bytes in
      unsafe PackedValues.forEach(in: bytes) { values.append($0) }
    }
    return (values, isWhole)
  }

  @Test("Any identities come back, ascending, each once")
  func roundTrip() {
    var random = SeededGenerator(state: 7)
    for _ in 0..<500 {
      var packed = PackedValues()
      var expected: Set<Int64> = []
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let bits = Int.random(in: 0..<62, using: &random)
        let identity = Int64.random(in: 1...(1 << Int64(bits)), using: &random)
        packed.insert(identity)
        expected.insert(identity)
      }
      let (values, isWhole) = decoded(packed.encoded)
      #expect(values == expected.sorted() && isWhole)
      #expect(PackedValues(expected.shuffled(using: &random)) == packed)
    }
    #expect(PackedValues([300, 1]).encoded == [1, 0xAC, 2])
    #expect(PackedValues().encoded == [])
  }

  @Test(
    "What is malformed ends the reading and is told",
    arguments: [
      ([1, 1], [1]), ([2, 1], [2]), ([0], []), ([5, 0x80], [5]),
      ([3] + Array(repeating: 0xFF, count: 12), [3]), (Array(repeating: 0xFF, count: 10) + [1], []),
    ] as [([UInt8], [Int64])])
  func malformed(bytes: [UInt8], expected: [Int64]) {
    let (values, isWhole) = decoded(bytes)
    #expect(values == expected && !isWhole)
  }

  @Test("Random bytes never crash")
  func junk() {
    var random = SeededGenerator(state: 8)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...14, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let (values, _) = decoded(bytes)
      #expect(values == values.sorted() && !values.contains { $0 < 1 })
    }
  }
}
