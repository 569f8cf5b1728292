import Testing

@testable import FrenchText

struct NumberTableTests {
  @Test("it holds what a dictionary holds")
  func equality() {
    var random = SeededGenerator(seed: 3)
    var table = NumberTable<UInt16>(count: 3000, none: 7)
    var known: [UInt32: UInt16] = [:]
    for _ in 0..<3000 {
      let key = UInt32.random(in: 1...5000, using: &random) &* 65536 &+ 1
      let value = UInt16.random(in: 0...9999, using: &random)
      table.insert(key, value)
      known[key] = value
    }
    for key in (1...5000).map({ UInt32($0) &* 65536 &+ 1 }) { #expect(table[key] == known[key] ?? 7) }
    #expect(NumberTable<UInt16>(count: 0, none: 1)[12] == 1)
  }
}
