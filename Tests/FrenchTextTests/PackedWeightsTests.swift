import Testing

@testable import FrenchText

struct PackedWeightsTests {
  @Test("every weight comes back, alone and with the others")
  func equality() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      var packed = PackedWeights.zero
      var expected = [Int8](repeating: 0, count: 16)
      for _ in 0..<Int.random(in: 0...20, using: &random) {
        let tag = Int.random(in: 0..<16, using: &random)
        expected[tag] = Int8.random(in: Int8.min...Int8.max, using: &random)
        packed[tag] = expected[tag]
      }
      #expect((0..<16).map { packed[$0] } == expected)
      #expect((0..<16).map { packed.row[$0] } == expected.map(Int16.init))
    }
  }
}
