import Testing

@testable import CorpusIndex

@Suite("The types of all tokens")
struct SegmentTypesTests {
  @Test("They are those that the stream gives one by one", arguments: 1...10)
  func same(_ seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed))
    let segment = try CorpusSegment(storage: MemoryStorage(random.corpus().draft()))
    let types = try SegmentTypes(segment)
    for position in 0..<segment.tokenCount {
      #expect(try types[position] == Int(segment.tokens.type(at: position)))
    }
  }

  @Test("A stream of types that the segment does not have is damaged")
  func damaged() throws {
    let draft = try SmallCorpus(["a b c"]).draft()
    var storage = MemoryStorage(draft)
    storage.forge(.stream, storage[.stream].dropLast() + [3])
    #expect(throws: IndexError.damaged(.stream)) { try SegmentTypes(CorpusSegment(storage: storage)) }
    _ = try SegmentTypes(CorpusSegment(storage: MemoryStorage(draft)))
    #expect(throws: Never.self) {
      try SegmentTypes(CorpusSegment(storage: MemoryStorage(SmallCorpus([]).draft())))
    }
  }
}
