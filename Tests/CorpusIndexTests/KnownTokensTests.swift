import QueryLanguage
import Testing

@testable import CorpusIndex

struct KnownTokensTests {
  private func segment() throws -> CorpusSegment {
    try CorpusSegment(storage: MemoryStorage(SmallCorpus(["a b c", "a c", "b"]).draft()))
  }

  @Test("A frequent word's tokens are worked out once, and its answers")
  func once() throws {
    let segment = try segment()
    let collector = PositionCollector(segment: segment)
    let selection = try TermResolver(segment: segment).selection(of: .word("a"))
    #expect(!collector.knows(selection))
    let bits = try collector.bits(of: selection)
    #expect(collector.knows(selection) && bits.positions() == [0, 3])
    #expect(try collector.bits(of: selection) === bits)
    #expect(try collector.answers(of: selection, bits) == LocalAnswers(count: 3, words: [0b011]))
    var asked = 0
    let again = segment.known.answers(of: selection.types, in: segment) {
      asked += 1
      return LocalAnswers(count: 3)
    }
    #expect(asked == 0 && again == LocalAnswers(count: 3, words: [0b011]))
  }

  @Test("A word's tokens are kept as a list, too, and its answers with them")
  func lists() throws {
    let segment = try segment()
    let collector = PositionCollector(segment: segment)
    let selection = TypeSelection(types: try selection("c", segment).types, frequency: 2)
    let positions = try collector.positions(of: selection)
    #expect(positions == [2, 4] && collector.knownPositions(of: selection) == nil)
    // So few tokens are always frequent here: what is kept as a list is said to be kept.
    segment.known.keep(positions, of: selection.types, in: segment)
    #expect(collector.knownPositions(of: selection) == [2, 4])
    #expect(try collector.answers(of: selection, positions) == LocalAnswers(count: 3, words: [0b011]))
    #expect(segment.known.positions(of: [99], in: segment) == nil)
  }

  @Test(
    "Rare words of a large corpus are kept as lists, frequent ones as bits, and nothing where nothing is to be"
  )
  func kinds() throws {
    let texts = (0..<300).map { $0 % 100 == 7 ? "a b rare" : "a b c d" }
    let storage = MemoryStorage(try SmallCorpus(texts).draft())
    for remembers in [true, false] {
      let segment = try CorpusSegment(storage: storage)
      if !remembers { segment.known = KnownTokens(limit: 0) }
      let collector = PositionCollector(segment: segment)
      let (rare, frequent) = (try selection("rare", segment), try selection("a", segment))
      #expect(!collector.prefersBits(rare) && collector.prefersBits(frequent))
      #expect(collector.keepsBits(frequent) == remembers && !collector.keepsBits(rare))
      for _ in 0..<2 {
        let positions = try collector.positions(of: rare)
        #expect(try positions.count == 3 && positions == collector.bits(of: rare).positions())
        #expect(try collector.positions(of: frequent).count == 300)
        #expect(try collector.answers(of: rare, positions).cardinality == 3)
      }
      #expect((collector.knownPositions(of: rare) != nil) == remembers)
      _ = try collector.bits(of: frequent)
      #expect(collector.knows(frequent) == remembers)
    }
  }

  private func selection(_ word: String, _ segment: CorpusSegment) throws -> TypeSelection {
    try TermResolver(segment: segment).selection(of: .word(word))
  }

  @Test("What was not asked for for longest is forgotten first, and what is too large is not kept")
  func forgetting() throws {
    let segment = try segment()
    // What is small counts for four kilobytes.
    let known = KnownTokens(limit: 2 << 12)
    func knows(_ types: [UInt32]) -> Bool { known.tokens(of: types, in: segment) != nil }
    known.keep(segment.noTokens(), of: [1], in: segment)
    known.keep(segment.noTokens(), of: [1, 2], in: segment)
    #expect(knows([1]))
    known.keep(segment.noTokens(), of: [3], in: segment)
    #expect(knows([1]) && !knows([1, 2]) && knows([3]))
    known.keep([0, 1], of: [4], in: segment)
    #expect(!knows([1]) && knows([3]) && known.positions(of: [4], in: segment) == [0, 1])
    let small = KnownTokens(limit: 1 << 12 - 1)
    small.keep(segment.noTokens(), of: [1], in: segment)
    small.keep([0], of: [1], in: segment)
    #expect(small.tokens(of: [1], in: segment) == nil && small.positions(of: [1], in: segment) == nil)
    small.keep(Array(repeating: 0, count: 5000), of: [1], in: segment)
    #expect(small.positions(of: [1], in: segment) == nil)
  }

  @Test("Answers count, too: what they take is made room for")
  func answers() throws {
    let texts = Array(repeating: "a", count: 64 * 1024)
    let segment = try CorpusSegment(storage: MemoryStorage(SmallCorpus(texts).draft()))
    let known = KnownTokens(limit: 3 << 12)
    known.keep([0], of: [1], in: segment)
    known.keep([0], of: [2], in: segment)
    let found = known.answers(of: [2], in: segment) { LocalAnswers(count: 64 * 1024) }
    #expect(found.words.count == 1024 && known.positions(of: [1], in: segment) == nil)
    var asked = 0
    _ = known.answers(of: [2], in: segment) {
      asked += 1
      return found
    }
    // Eight kilobytes and the list's four are all there is room for.
    #expect(asked == 0 && known.positions(of: [2], in: segment) == [0])
  }

  @Test("Two segments' tokens are not taken for each other")
  func segments() throws {
    let (first, second) = (try segment(), try segment())
    let known = KnownTokens()
    known.keep(first.noTokens(), of: [1], in: first)
    #expect(known.tokens(of: [1], in: first) != nil && known.tokens(of: [1], in: second) == nil)
  }
}
