import CodingAnalysis
import Testing

@Suite("Holm's correction")
struct HolmTests {
  @Test("Holm's steps by hand: 4 x 0.005, 3 x 0.01, 2 x 0.03, 1 x 0.04 held at the one before")
  func steps() throws {
    let adjusted = Holm.adjusted([0.01, 0.04, 0.03, 0.005])
    for (value, expected) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) { #expect(agree(value, expected)) }
  }

  @Test("what was not tested keeps no p and does not count")
  func untested() {
    #expect(Holm.adjusted([nil, 0.5, nil]) == [nil, 0.5, nil])
    #expect(Holm.adjusted([0.7, 0.6]) == [1, 1])
    #expect(Holm.adjusted([]).isEmpty)
  }
}
