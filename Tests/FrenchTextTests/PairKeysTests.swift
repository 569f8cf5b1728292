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
    for round in 0..<500 {
      let place = FeatureKeys.Place(
        before: profile(), word: profile(), after: profile(), solid: round % 2 == 0 ? profile() : nil)
      let keys = PairKeys(
        place.before.pairFields, place.word.pairFields, place.after.pairFields,
        solid: place.solid?.pairFields)
      let all = (0..<8).map { keys.head[$0] } + (0..<4).map { keys.tail[$0] }
      #expect(all == (0..<FeatureKeys.pairCount).map { FeatureKeys.pair($0, place) })
    }
  }
}
