import CodingModel
import Testing

@testable import CorpusIndex

@Suite("Parts of the index, read a page at a time")
struct LazyBytesTests {
  /// Answers of some words whose stream takes several pages.
  private static let corpus: SmallCorpus = {
    var dice = Dice(3)
    let words = ["lien", "liens/lien/NOUN", "le/le/DET", "perdu/perdre/VERB", "aide", "où/où/ADV"]
    return SmallCorpus(
      (0..<70).map { _ in (0..<3_000).map { _ in dice.pick(words) }.joined(separator: " ") })
  }()

  @Test("What was forgotten is read again where it is looked at")
  func forgetting() throws {
    let segment = try CorpusSegment(storage: MemoryStorage(Self.corpus.draft()))
    let stream = segment.tokens
    let count = segment.tokenCount
    var all: [UInt32] = []
    try stream.read(0..<count, into: &all)
    #expect(stream.missingPages == 0)
    let pages = StreamPages.count(tokens: count)
    #expect(pages == 4)
    // Not a page is past before its last token is.
    stream.forget(before: StreamPages.tokens - 1)
    #expect(stream.missingPages == 0)
    stream.forget(before: 2 * StreamPages.tokens)
    #expect(stream.missingPages == 2)
    #expect(unsafe try stream.shorts() == nil)
    for position in [0, StreamPages.tokens - 1, StreamPages.tokens, 2 * StreamPages.tokens, count - 1] {
      #expect(try stream.type(at: position) == all[position])
    }
    #expect(stream.missingPages == 0)
    stream.forget(before: StreamPages.tokens)
    stream.forget(before: count + 9)
    #expect(stream.missingPages == 3)
    var again: [UInt32] = []
    try stream.read(0..<count, into: &again)
    #expect(again.prefix(count) == all.prefix(count))
  }

  @Test("Who asks once keeps no more than a page of what is passed over, and finds the same")
  func once() throws {
    let (once, often) = (
      try Self.corpus.searcher(remembers: false), try Self.corpus.searcher(remembers: true)
    )
    #expect(try once.frequencies(by: .form) == often.frequencies(by: .form))
    #expect(once.segments[0].tokens.missingPages == 3)
    #expect(often.segments[0].tokens.missingPages == 0)
    for owners in [2, 3] {
      let owner: (RowID<Answer>) -> UInt32 = { UInt32($0.value) % UInt32(owners) }
      #expect(
        try once.frequencies(by: .lemma, owner: owner) == often.frequencies(by: .lemma, owner: owner))
    }
    var found: [[[UInt32]]] = []
    for searcher in [once, often] {
      var words: [[UInt32]] = []
      try searcher.corpusWords(by: .form, of: nil).forEachAnswer(in: nil) { words.append($0.words) }
      found.append(words)
    }
    #expect(found[0] == found[1])
    #expect(once.segments[0].tokens.missingPages == 3)
  }
}
