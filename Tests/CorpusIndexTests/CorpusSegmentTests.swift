import CodingModel
import FrenchText
import QueryLanguage
import Testing

@testable import CorpusIndex

/// Storage that writes down what is read.
private final class WatchedStorage: SegmentStorage {
  let storage: MemoryStorage
  var pages: [SegmentPart: Int] = [:]

  init(_ storage: MemoryStorage) { self.storage = storage }

  func size(of part: SegmentPart) -> Int { storage.size(of: part) }

  func read(
    _ part: SegmentPart, _ range: Range<Int>, into memory: UnsafeMutableRawBufferPointer
  ) -> Int {
    pages[part, default: 0] += 1
    return unsafe storage.read(part, range, into: memory)
  }
}

struct CorpusSegmentTests {
  /// Everything that can be asked of a segment; errors of the index are expected, nothing else.
  private func askAll(of storage: MemoryStorage) throws {
    let searcher: CorpusSearcher
    do {
      searcher = try CorpusSearcher(
        segments: [CorpusSegment(storage: storage)], tokenizer: ApostropheTokenizer())
    } catch is IndexError { return }
    let filter = Filter(.code("a"))
    let context = FixedContext(
      sets: [filter: [RowID(1), RowID(3)]],
      ranges: [filter: AnswerRanges([RowID(2): [TextRange(0, 9)], RowID(3): []])])
    let queries = [
      "lien", "=Le", "pos:DET", "l*", "/.*n/", "\"le lien\"", "\"le * de\"", "le NEAR/5 lien", "NOT perdu",
      "le within code:a", "code:a AND de", "lemma:perdre",
    ]
    for text in queries {
      do {
        let result = try searcher.search(QueryParser.parse(text), in: context)
        _ = try result.answers().count
        _ = try result.kwic(.tokens(3), limit: 50)
        _ = try result.hitCounts()
        _ = try searcher.order(result, by: [.words(.hit), .words(.left), .words(.right)])
        _ = try searcher.order(
          result, by: [.words(.left), .answers { UInt32($0.value) }, .words(.right)], of: nil, page: 1..<3,
          keeping: 0)
        _ = try result.kwic(.characters(9), numbered: [0, 3, 1])
        for by in WordKey.allCases {
          _ = try searcher.group(result, by: by) { _, _ in }
          _ = try searcher.collocates(of: result, by: by, in: .window(left: 2, right: 3))
          _ = try searcher.collocates(of: result, by: by, in: .sentence, of: [.noun], scope: [RowID(1)])
        }
        _ = try result.inside(context.ranges[filter] ?? AnswerRanges()).restricted(to: [RowID(2)])
          .hitCounts()
      } catch is IndexError {}
    }
    for by in WordKey.allCases {
      do { _ = try searcher.frequencies(by: by, of: [.noun, .determiner]) } catch is IndexError {}
      do { _ = try searcher.frequencies(by: by, owner: { UInt32($0.value % 3) }) } catch is IndexError {}
      do {
        let counts = try searcher.partCounts(by: by, in: .all)
        _ = try counts.part(.answers([RowID(1)]))
        _ = try counts.part(.ranges(AnswerRanges([RowID(2): [TextRange(0, 9)]])))
      } catch is IndexError {}
      for unit in [WordUnit.answer, .sentence, .window(3)] {
        do { _ = try searcher.wordPairs(by: by, unit: unit) } catch is IndexError {}
      }
    }
    for id in [1, 2, 3, 999] {
      do {
        _ = try searcher.tokenRanges(of: RowID(Int64(id)))
        _ = try searcher.sentenceRanges(of: RowID(Int64(id)))
      } catch is IndexError {}
    }
  }

  @Test("Damaged parts give an error or another answer, never a crash", arguments: SegmentPart.allCases)
  func damage(_ part: SegmentPart) throws {
    var dice = Dice(UInt64(part.rawValue) + 1)
    let texts = (0..<40).map { _ in
      (0..<dice.roll(12)).map { _ in
        dice.pick(["le/le/DET", "Le/le/DET", "lien", "perdu/perdre/VERB", "de", "été/être", "|", "Éa/éa"])
      }.joined(separator: " ")
    }
    for step in [Int64(1), 2] {
      let whole = MemoryStorage(try SmallCorpus(texts, step: step).draft())
      for round in 0..<25 {
        var storage = whole
        storage.forge(part, DamagedBytes.make(storage[part], round: round, &dice))
        try askAll(of: storage)
      }
    }
  }

  @Test("A changed byte is never taken for another answer", arguments: SegmentPart.allCases)
  func changedByte(_ part: SegmentPart) throws {
    var dice = Dice(UInt64(part.rawValue) + 5)
    let texts = (0..<60).map { _ in
      (0..<dice.roll(12)).map { _ in dice.pick(["le/le/DET", "Le/le/DET", "lien", "de", "été/être", "|"]) }
        .joined(separator: " ")
    }
    let whole = MemoryStorage(try SmallCorpus(texts).draft())
    let queries = ["lien", "\"le lien\"", "=Le", "le NEAR/5 de", "[lemma=\"le\"] []? [lemma=\"de\"]"]
    func found(_ storage: MemoryStorage, _ query: String) throws -> [KWICLine] {
      let searcher = try CorpusSearcher(
        segments: [CorpusSegment(storage: storage)], tokenizer: ApostropheTokenizer())
      return try searcher.search(QueryParser.parse(query), in: FixedContext()).kwic(.tokens(3))
    }
    let right = try queries.map { try found(whole, $0) }
    var refused = 0
    for index in whole[part].indices {
      var storage = whole
      storage[part][index] ^= UInt8(1) << UInt8(dice.roll(8))
      for (query, right) in zip(queries, right) {
        do {
          #expect(try found(storage, query) == right)
        } catch is IndexError {
          refused += 1
        }
      }
    }
    // What no query needs is not looked at.
    #expect(refused > 0 || [.sentences, .words, .rare].contains(part))
  }

  @Test("A part cut short is told by its name, and bytes of something else are no segment")
  func errors() throws {
    let whole = MemoryStorage(try SmallCorpus(["a b", "c"]).draft())
    var storage = whole
    storage[.postings] = []
    let searcher = try CorpusSearcher(
      segments: [CorpusSegment(storage: storage)], tokenizer: ApostropheTokenizer())
    #expect(throws: IndexError.damaged(.postings)) {
      try searcher.search(QueryParser.parse("a"), in: FixedContext())
    }
    storage[.header] = Array("SQLite format 3 and more than that".utf8)
    #expect(throws: IndexError.notASegment) { try CorpusSegment(storage: storage) }
    storage[.header] = whole[.header]
    storage[.header][4] = 99
    #expect(throws: IndexError.otherVersion(99)) { try CorpusSegment(storage: storage) }
    storage[.header] = whole[.header]
    var header = whole[.header]
    for index in 0..<7 { (header[40 + index], header[48 + index]) = (0xFF, 0xFF) }
    (header[47], header[55]) = (0x7F, 0x7F)
    storage.forge(.header, header)
    #expect(throws: IndexError.damaged(.header)) { try CorpusSegment(storage: storage) }
    storage[.header] = whole[.header]
    storage[.header][8] ^= 1
    #expect(throws: IndexError.damaged(.header)) { try CorpusSegment(storage: storage) }
    storage[.header] = Array(whole[.header].dropLast())
    #expect(throws: IndexError.damaged(.header)) { try CorpusSegment(storage: storage) }
  }

  @Test("A segment without answers is empty, not wrong")
  func empty() throws {
    let segment = try CorpusSegment(storage: MemoryStorage(SmallCorpus([]).draft()))
    #expect((segment.answerCount, segment.tokenCount) == (0, 0))
    let searcher = try CorpusSearcher(segments: [segment], tokenizer: ApostropheTokenizer())
    #expect(try searcher.search(QueryParser.parse("a OR NOT a"), in: FixedContext()).answerCount == 0)
    #expect(try searcher.frequencies(by: .lemma).rows == [])
    let silent = try SmallCorpus(["", ""]).searcher()
    #expect(try silent.search(QueryParser.parse("a OR NOT a"), in: FixedContext()).answerCount == 2)
    #expect(try silent.wordPairs(by: .lemma, unit: .window(2)).pairs == [])
  }

  @Test("Only what a query needs is read, and once")
  func laziness() throws {
    var texts = (0..<4000).map { _ in Array(repeating: "de la vie", count: 14).joined(separator: " ") }
    texts[3990] = "un mot rare"
    let storage = WatchedStorage(MemoryStorage(try SmallCorpus(texts).draft()))
    let segment = try CorpusSegment(storage: storage)
    #expect(storage.pages == [.header: 1])
    let searcher = try CorpusSearcher(segments: [segment], tokenizer: ApostropheTokenizer())
    #expect(storage.pages == [.header: 1])
    for _ in 0..<2 {
      let result = try searcher.search(QueryParser.parse("\"mot rare\""), in: FixedContext())
      #expect(try result.hits().map(\.answer.value) == [3991])
    }
    #expect(segment.tokenCount > 2 * StreamPages.tokens)
    // The page and where it is.
    #expect(storage.pages[.stream] ?? 0 <= 2)
    #expect(storage.pages[.answers] == 1)
    #expect(storage.pages[.sentences] == nil)
    #expect(storage.pages[.words] == nil)
    #expect(storage.pages.values.reduce(0, +) <= 11)
  }
}
