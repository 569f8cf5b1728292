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
    #expect(try collector.answers(of: selection) == LocalAnswers(count: 3, words: [0b011]))
    var asked = 0
    let again = segment.known.answers(of: selection.types, in: segment) {
      asked += 1
      return LocalAnswers(count: 3)
    }
    #expect(asked == 0 && again == LocalAnswers(count: 3, words: [0b011]))
  }

  @Test("What was not asked for for longest is forgotten first, and what is too large is not kept")
  func forgetting() throws {
    let segment = try segment()
    let size = segment.noTokens().byteCount
    let known = KnownTokens(limit: 2 * size)
    func knows(_ types: [UInt32]) -> Bool { known.tokens(of: types, in: segment) != nil }
    known.keep(segment.noTokens(), of: [1], in: segment)
    known.keep(segment.noTokens(), of: [1, 2], in: segment)
    #expect(knows([1]))
    known.keep(segment.noTokens(), of: [3], in: segment)
    #expect(knows([1]) && !knows([1, 2]) && knows([3]))
    let small = KnownTokens(limit: size - 1)
    small.keep(segment.noTokens(), of: [1], in: segment)
    #expect(small.tokens(of: [1], in: segment) == nil)
  }

  @Test("Two segments' tokens are not taken for each other")
  func segments() throws {
    let (first, second) = (try segment(), try segment())
    let known = KnownTokens()
    known.keep(first.noTokens(), of: [1], in: first)
    #expect(known.tokens(of: [1], in: first) != nil && known.tokens(of: [1], in: second) == nil)
  }
}
