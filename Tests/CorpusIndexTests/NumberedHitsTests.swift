import QueryLanguage
import Testing

@testable import CorpusIndex

struct NumberedHitsTests {
  private func hits(_ query: String, of chosen: [UInt32]? = nil) throws -> (NumberedHits, [NumberedHit]) {
    let corpus = SmallCorpus(["le lien", "lien", "rien", "le lien le", "lien lien"])
    let searcher = try corpus.searcher(segments: 3)
    let hits = NumberedHits(try searcher.search(QueryParser.parse(query), in: FixedContext()), of: chosen)
    var found: [NumberedHit] = []
    try hits.forEach { found.append($0) }
    return (hits, found)
  }

  @Test("All hits in order, with the segment's part that they are in")
  func all() throws {
    let (hits, found) = try hits("lien")
    #expect(hits.count == 5)
    #expect(found.map(\.number) == [0, 1, 2, 3, 4])
    #expect(found.map(\.part) == found.map(\.part).sorted())
    #expect(Set(found.map(\.part)).count > 1)
    #expect(found.allSatisfy { $0.span.end == $0.span.start + 1 })
    #expect(hits.lengths.allSatisfy { $0 == nil || $0 == 1 })
  }

  @Test(
    "Some hits only, each as among all of them",
    arguments: [[], [0], [1, 3], [4], [0, 1, 2, 3, 4]] as [[UInt32]])
  func some(_ chosen: [UInt32]) throws {
    let (_, all) = try hits("lien OR \"le lien\"")
    let (hits, found) = try hits("lien OR \"le lien\"", of: chosen)
    #expect(hits.count == chosen.count)
    #expect(found.map(\.number) == chosen)
    #expect(found.map(\.span) == chosen.map { all[Int($0)].span })
    #expect(found.map(\.part) == chosen.map { all[Int($0)].part })
  }
}
