import Testing

@testable import FrenchText

struct PairKeysTests {
  @Test("all keys at once are the keys one by one")
  func equality() {
    var random = SeededGenerator(seed: 5)
    func profile() -> WordProfile {
      func number() -> UInt32 { UInt32.random(in: 0...UInt32.max, using: &random) }
      return WordProfile(
        tags: TagSet(rawValue: UInt16(truncatingIfNeeded: number())), form: number(), reading: number(),
        ambiguity: number(), endings: .zero, shape: number(), leaning: number() % 64,
        cluster: number() % 160)
    }
    for _ in 0..<500 {
      let (before2, before, word, after, after2) = (profile(), profile(), profile(), profile(), profile())
      let keys = PairKeys(before.pairFields, word.pairFields, after.pairFields)
      let all = (0..<8).map { keys.head[$0] } + (0..<2).map { keys.tail[$0] }
      #expect(
        all
          == (0..<FeatureKeys.pairCount).map {
            FeatureKeys.pair($0, before2, before, word, after, after2)
          })
    }
  }
}
