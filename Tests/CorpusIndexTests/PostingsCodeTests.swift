import Testing

@testable import CorpusIndex

struct PostingsCodeTests {
  private func positions(of type: Int, in encoded: (bytes: [UInt8], offsets: [UInt32]), _ types: [UInt32])
    throws
    -> [UInt32]
  {
    let end = type + 1 < encoded.offsets.count ? Int(encoded.offsets[type + 1]) : encoded.bytes.count
    let bytes = Array(encoded.bytes[Int(encoded.offsets[type])..<end])
    return try unsafe bytes.withUnsafeBytes { bytes in
      var cursor = unsafe PostingsCursor(
        bytes, frequency: types.count { $0 == type }, tokens: types.count)
      var found: [UInt32] = []
      while let position = try cursor.next() { found.append(position) }
      return found
    }
  }

  @Test("What is written is read again", arguments: 1...30)
  func roundTrip(seed: UInt64) throws {
    var dice = Dice(seed)
    let typeCount = 1 + dice.roll(dice.pick([1, 5, 400]))
    // Types at random, or one after the other in runs, which makes for very long distances.
    var types: [UInt32] = []
    let run = dice.pick([1, 1, 500])
    while types.count < 2000 {
      types += Array(repeating: UInt32(dice.roll(typeCount)), count: run)
    }
    let encoded = PostingsCode.encoded(types, typeCount: typeCount)
    for type in 0..<typeCount {
      #expect(
        try positions(of: type, in: encoded, types)
          == types.indices.filter { types[$0] == type }.map { UInt32($0) })
    }
  }

  @Test("The low bits are those of the mean distance")
  func lowBits() {
    let counts = [(1, 1), (2, 1), (3, 1), (100, 50), (100, 25), (1000, 1), (16_000_000, 1), (5, 0)]
    #expect(counts.map { PostingsCode.lowBits(frequency: $1, tokens: $0) } == [0, 0, 1, 0, 1, 9, 23, 2])
  }

  @Test("Bytes too few, too many or all 0 are damaged")
  func damaged() throws {
    let types: [UInt32] = [0, 1, 1, 0, 1, 1, 1, 0]
    let (bytes, offsets) = PostingsCode.encoded(types, typeCount: 2)
    let own = Array(bytes[..<Int(offsets[1])])
    #expect(try positions(of: 0, in: (own, [0]), types) == [0, 3, 7])
    for wrong in [Array(own.dropLast()), own + [0], own.map { _ in 0 }, []] {
      #expect(throws: IndexError.damaged(.postings)) {
        try positions(of: 0, in: (wrong, [0]), types)
      }
    }
  }
}
