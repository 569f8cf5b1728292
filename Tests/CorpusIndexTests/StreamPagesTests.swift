import CodingModel
import FrenchText
import Testing

@testable import CorpusIndex

struct StreamPagesTests {
  private func decoded(_ bytes: [UInt8], count: Int) -> [UInt16]? {
    var types = [UInt16](repeating: 0, count: count)
    let isRight = unsafe types.withUnsafeMutableBufferPointer {
      unsafe StreamPages.decode(bytes[...], into: $0)
    }
    return isRight ? types : nil
  }

  @Test("Every type comes back, in one to three bytes")
  func everyType() {
    let types = Array(UInt16.min...UInt16.max)
    let bytes = StreamPages.encoded(types)
    let size = 192 + 2 * 16_128 + 3 * 49_216
    #expect(bytes.count == 8 + size)
    var directory = ByteWriter()
    directory.append(UInt32(0))
    directory.append(UInt32(size))
    #expect(Array(bytes.prefix(8)) == directory.bytes)
    #expect(StreamPages.directory(bytes.prefix(8)) == [0, UInt32(size)])
    #expect(decoded(Array(bytes.dropFirst(8)), count: types.count) == types)
    #expect(StreamPages.encoded([]) == [0, 0, 0, 0])
  }

  @Test("Bytes too few, too many or cut are no page")
  func wrong() {
    let page = Array(StreamPages.encoded([5, 200, 65_535, 191, 192, 16_319, 16_320]).dropFirst(8))
    #expect(decoded(page, count: 7) == [5, 200, 65_535, 191, 192, 16_319, 16_320])
    #expect(decoded(page, count: 6) == nil)
    #expect(decoded(page, count: 8) == nil)
    for end in 0..<page.count { #expect(decoded(Array(page[..<end]), count: 7) == nil) }
    #expect(decoded([192], count: 1) == nil && decoded([255, 1], count: 1) == nil)
  }

  @Test("Several pages are read each where it stands")
  func pages() throws {
    var dice = Dice(3)
    let count = 2 * StreamPages.tokens + 77
    var builder = SegmentBuilder()
    var written: [UInt32] = []
    var next = 0
    while next < count {
      try builder.begin(RowID(Int64(next + 1)))
      for place in 0..<min(500, count - next) {
        let type = UInt32(dice.roll(dice.pick([3, 150, 700, 20_000])))
        try builder.tokens.append(
          type: type, start: UInt32(place * 2), end: UInt32(place * 2 + 1), startsSentence: false)
        written.append(type)
      }
      next += 500
    }
    let draft = builder.finish(typeCount: 20_000) { number in
      let word = "w\(number)"
      return TokenType(word: word, form: word, lemma: word, partOfSpeech: .noun, kind: .word)
    }
    let segment = try CorpusSegment(storage: MemoryStorage(draft))
    // The segment's numbers are others; but the same tokens have the same.
    var numbers: [UInt32: UInt32] = [:]
    for position in stride(from: 0, to: count, by: 1) where position % 97 == 0 || position > count - 200 {
      let type = try segment.tokens.type(at: position)
      #expect(numbers[written[position], default: type] == type)
      numbers[written[position]] = type
    }
    #expect(Set(numbers.values).count == numbers.count)
  }
}
