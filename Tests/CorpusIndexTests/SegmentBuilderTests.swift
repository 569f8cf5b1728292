import CodingModel
import FrenchText
import QueryLanguage
import Testing

@testable import CorpusIndex

struct SegmentBuilderTests {
  @Test("A small segment has the bytes that the format says")
  func bytes() throws {
    let draft = try SmallCorpus(["a É a", "", "b/É | a"], firstID: 10).draft()
    let storage = MemoryStorage(draft)
    #expect(draft.answers == 10...12)
    #expect((draft.answerCount, draft.tokenCount, draft.lemmaCount, draft.analysisVersion) == (3, 5, 2, 7))
    #expect(draft.parts.map(\.part) == SegmentPart.allCases)
    #expect(storage[.answers] == [0, 0, 0, 0, 3, 0, 0, 0, 3, 0, 0, 0, 5, 0, 0, 0])
    // Types: 0 is `a`, three times; 1 is `b` with the lemma É; 2 is `É`.
    #expect(storage[.stream] == [0, 0, 0, 0, 5, 0, 0, 0, 0, 2, 0, 1, 0])
    #expect(storage[.rare] == [0, 0, 0, 0])
    #expect(storage[.sentences] == [0b11001, 0, 0, 0, 0, 0, 0, 0])
    #expect(storage[.gaps] == [0b10110, 0, 0, 0, 0, 0, 0, 0])
    #expect(storage[.irregular] == [0, 0, 0, 0, 0, 0, 0, 0])
    #expect(storage[.postings] == [0b10101, 0b111, 0b011])
    // Type 2 is not written as its form, nor its lemma as most with that key.
    #expect(storage[.words] == [2, 0xC3, 0x89, 2, 0xC3, 0xA9])
    #expect(storage[.keyIndex] == [0, 0, 0, 0, 0, 0, 0, 0, 0x61])
    // a: form and lemma of 0; b: form of 1; é, folded to e: lemma of 1, form and lemma of 2.
    let é: [UInt8] = [2, 0xC3, 0xA9]
    let É: [UInt8] = [2, 0xC3, 0x89]
    var keys: [UInt8] = [0, 1, 0x61, 0, 1, 0x03, 0, 1, 0x62, 0, 1, 0x11, 0, 1, 0x65, 3]
    keys += é
    keys += É
    keys += [2, 0x12, 0x13]
    #expect(storage[.keys] == keys)
    let noun = PartOfSpeech.noun.rawValue
    let row: [UInt8] = [1, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, noun, 0, 1, 0]
    #expect(Array(storage[.types][24..<48]) == row)
    #expect(storage[.types].count == 3 * 24)
    #expect(storage[.header].prefix(12) == [0x56, 0x42, 0x49, 0x58, 4, 0, 0, 0, 7, 0, 0, 0])
    // A block of each part but the header and the checksums themselves.
    #expect(storage[.checksums].count == 4 * (SegmentPart.allCases.count - 2))
    var first = ByteWriter()
    first.append(unsafe storage[.answers].withUnsafeBytes { unsafe BlockChecksums.checksum(of: $0) })
    #expect(Array(storage[.checksums].prefix(4)) == first.bytes)
  }

  @Test("The bytes do not depend on the order in which the analyser met its types")
  func determinism() throws {
    let types = ["b", "a", "A/a/NOUN", "é", "e"].map(SmallCorpus.type)
    func parts(_ order: [Int]) throws -> [[UInt8]] {
      var builder = SegmentBuilder(analysisVersion: 1)
      try builder.begin(RowID(1))
      for (place, type) in [0, 1, 2, 3, 4].enumerated() {
        let number = order.firstIndex(of: type) ?? 0
        try builder.tokens.append(
          type: UInt32(number), start: UInt32(place * 2), end: UInt32(place * 2 + 1),
          startsSentence: place == 0)
      }
      return builder.finish(typeCount: order.count) { types[order[Int($0)]] }.parts.map(\.bytes)
    }
    let first = try parts([0, 1, 2, 3, 4])
    #expect(try parts([4, 2, 0, 1, 3]) == first)
  }

  @Test("Answers out of order and tokens that overlap are refused")
  func order() throws {
    var builder = SegmentBuilder()
    try builder.add(answer: RowID(2), tokens: [])
    #expect(throws: IndexError.outOfOrder) { try builder.add(answer: RowID(2), tokens: []) }
    var columns = TokenColumns()
    columns.beginAnswer()
    try columns.append(type: 0, start: 3, end: 5, startsSentence: true)
    #expect(throws: IndexError.outOfOrder) {
      try columns.append(type: 0, start: 4, end: 6, startsSentence: false)
    }
  }

  @Test("Places of tokens survive wide gaps, long words and words shorter than their type")
  func offsets() throws {
    let long = String(repeating: "x", count: 300)
    let places = [(2, 3), (300, 600), (600, 601), (605, 607), (608, 609)]
    let types = ["a", long, "b", "longer", "c"].map(SmallCorpus.type)
    var builder = SegmentBuilder()
    for id in 1...700 {
      try builder.begin(RowID(Int64(id)))
      for (number, place) in places.enumerated() where id % 7 != 0 || number != 1 {
        try builder.tokens.append(
          type: UInt32(number), start: UInt32(place.0), end: UInt32(place.1), startsSentence: false)
      }
    }
    let draft = builder.finish(typeCount: types.count) { types[Int($0)] }
    let segment = try CorpusSegment(storage: MemoryStorage(draft))
    let searcher = try CorpusSearcher(segments: [segment], tokenizer: ApostropheTokenizer())
    let all = places.map { TextRange($0.0, $0.1) }
    for id in [1, 6, 8, 699] { #expect(try searcher.tokenRanges(of: RowID(Int64(id))) == all) }
    for id in [7, 350, 700] {
      #expect(try searcher.tokenRanges(of: RowID(Int64(id))) == [all[0], all[2], all[3], all[4]])
    }
  }

  @Test("Types beyond what the stream holds directly are found and counted")
  func rareTypes() throws {
    let count = 66_000
    var builder = SegmentBuilder()
    for id in 0..<count / 10 {
      try builder.begin(RowID(Int64(id + 1)))
      for place in 0..<10 {
        let type = UInt32(id * 10 + place)
        try builder.tokens.append(
          type: type, start: UInt32(place * 7), end: UInt32(place * 7 + 6), startsSentence: false)
      }
    }
    let draft = builder.finish(typeCount: count) { number in
      let word = "w" + String(100_000 + number).dropFirst()
      return TokenType(word: word, form: word, lemma: word, partOfSpeech: .noun, kind: .word)
    }
    #expect(MemoryStorage(draft)[.rare].count == ((count + 1023) / 1024 + count - 65_535) * 4)
    let segment = try CorpusSegment(storage: MemoryStorage(draft))
    var types: [UInt32] = []
    try segment.tokens.read(65_530..<65_540, into: &types)
    #expect(
      types.prefix(10) == [65_530, 65_531, 65_532, 65_533, 65_534, 65_535, 65_536, 65_537, 65_538, 65_539])
    #expect(try segment.tokens.type(at: 65_999) == 65_999)
    let selection = try TermResolver(segment: segment).selection(of: .word("w65998"))
    #expect(selection == TypeSelection(types: [65_998], frequency: 1))
    let pair = try ["w65998", "w65999"].map { try TermResolver(segment: segment).selection(of: .word($0)) }
    #expect(
      try PhraseSearch(segment: segment).sequences(of: pair).spans == [TokenSpan(start: 65_998, end: 66_000)])
  }
}
