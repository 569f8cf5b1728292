import CodingAnalysis
import Testing

@Suite("Seeded random numbers")
struct SplitMix64Tests {
  @Test("the published sequence of seed 1234567")
  func published() {
    // Vigna's reference implementation; also the test vector of Rosetta Code's task "Pseudo-random numbers/Splitmix64".
    var source = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in source.next() } == expected)
  }

  @Test("passing over numbers is drawing them", arguments: [0, 1, 2, 1_000])
  func skipping(_ count: Int) {
    var (drawn, passed) = (SplitMix64(seed: 5), SplitMix64(seed: 5))
    for _ in 0..<count { _ = drawn.next() }
    passed.skip(count)
    #expect(passed.next() == drawn.next())
  }

  @Test("bounded numbers stay below their bound and meet all of it")
  func bounded() {
    var source = SplitMix64(seed: 7)
    var met = [Int](repeating: 0, count: 6)
    for _ in 0..<6000 { met[source.next(below: 6)] += 1 }
    #expect(met.allSatisfy { (900...1100).contains($0) })
    #expect(source.next(below: 1) == 0)
  }
}
