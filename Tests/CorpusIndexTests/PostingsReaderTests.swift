import QueryLanguage
import Testing

@testable import CorpusIndex

struct PostingsReaderTests {
  @Test("Positions taken many at a time are those taken one by one", arguments: 1...12)
  func together(seed: UInt64) throws {
    var dice = Dice(seed)
    // Near each other, more than a byte apart, more than two bytes apart, and mixed.
    let gaps = [[1, 2, 3], [1, 127, 128, 129], [40, 1, 300], [1, 2, 5, 9, 20_000]][dice.roll(4)]
    var words: [String] = []
    while words.count < 3000 {
      words += Array(repeating: "b", count: dice.pick(gaps) - 1)
      words.append("a")
    }
    let segment = try CorpusSegment(
      storage: MemoryStorage(SmallCorpus([words.joined(separator: " ")]).draft()))
    for word in ["a", "b"] {
      for type in try TermResolver(segment: segment).selection(of: .word(word)).types {
        var expected: [UInt32] = []
        try segment.postings.forEachPosition(of: type) { expected.append($0) }
        #expect(expected == words.indices.filter { words[$0] == word }.map { UInt32($0) })
        let bits = segment.noTokens()
        try segment.postings.insertPositions(of: type, into: bits)
        #expect(bits.positions() == expected)
        #expect(try segment.postings.positions(of: [type], frequency: expected.count) == expected)
        #expect(throws: IndexError.damaged(.types)) {
          try segment.postings.positions(of: [type], frequency: expected.count - 1)
        }
        for room in [1, 2, 7, 256, 4000] { #expect(try read(type, room, segment) == expected) }
      }
    }
  }

  /// The positions of a type, read so many at a time.
  private func read(_ type: UInt32, _ room: Int, _ segment: CorpusSegment) throws -> [UInt32] {
    var cursor = try segment.postings.cursor(of: type)
    var positions: [UInt32] = []
    while true {
      let some = unsafe try [UInt32](unsafeUninitializedCapacity: room) { buffer, count in
        count = unsafe try cursor.read(
          into: UnsafeMutableBufferPointer(start: buffer.baseAddress, count: room))
      }
      if some.isEmpty { return positions }
      positions += some
    }
  }

  @Test(
    "Postings that go beyond the segment, or back, are damaged",
    arguments: [0x00, 0x7F, 0x80, 0xFF] as [UInt8])
  func damaged(byte: UInt8) throws {
    let text = Array(repeating: "a b", count: 40).joined(separator: " ")
    let draft = try SmallCorpus([text]).draft()
    var refused = 0
    for index in MemoryStorage(draft)[.postings].indices {
      var storage = MemoryStorage(draft)
      var postings = storage[.postings]
      guard postings[index] != byte else { continue }
      postings[index] = byte
      storage.forge(.postings, postings)
      let segment = try CorpusSegment(storage: storage)
      for word in ["a", "b"] {
        let selection = try TermResolver(segment: segment).selection(of: .word(word))
        let one = Result { try PositionCollector(segment: segment).positions(of: selection) }
        let many = Result { try PositionCollector(segment: segment).bits(of: selection).positions() }
        switch (one, many) {
        case (.success(let one), .success(let many)): #expect(one == many)
        case (.failure, .failure): refused += 1
        default: Issue.record("one way reads what the other refuses")
        }
      }
    }
    #expect(byte != 0 || refused > 0)
  }
}
