import CodingModel
import QueryLanguage
import Testing

@testable import CorpusIndex

struct PageSearchTests {
  private func search(_ keys: [HitSortKey], _ page: Range<Int>) throws -> PageSearch {
    let corpus = SmallCorpus((0..<90).map { ["ah lien a", "ah lien b", "oh lien a"][$0 % 3] })
    let searcher = try corpus.searcher(segments: 2)
    let result = try searcher.search(QueryParser.parse("lien"), in: FixedContext())
    return PageSearch(NumberedHits(result), try SortSteps(keys, of: result, searcher), page: page)
  }

  private func left(_ keys: [HitSortKey], _ page: Range<Int>, keeping limit: Int = 0) throws -> (
    Int, Range<Int>
  ) {
    var search = try search(keys, page)
    try search.narrow(keeping: limit)
    let kept = try search.keptHits()
    #expect(kept.count == search.count)
    return (search.count, search.page)
  }

  @Test("Only hits that are not told from the page's are kept")
  func kept() throws {
    #expect(try left([.words(.left)], 0..<5) == (60, 0..<5))
    #expect(try left([.words(.left)], 62..<65) == (30, 2..<5))
    #expect(try left([.words(.left)], 58..<61) == (90, 58..<61))
    #expect(try left([.words(.left), .words(.right)], 31..<33) == (30, 1..<3))
    #expect(try left([.words(.right), .words(.left)], 31..<33) == (30, 1..<3))
    #expect(try left([.numbers { $0 }], 31..<33) == (2, 0..<2))
    #expect(try left([.answers { UInt32($0.value % 3) }, .numbers { 90 - $0 }], 88..<90) == (2, 0..<2))
  }

  @Test("Hits in answers written alike are not followed to their end")
  func alike() throws {
    let text = Array(repeating: "lien de plus", count: 40).joined(separator: " ")
    let searcher = try SmallCorpus(Array(repeating: text, count: 50)).searcher(segments: 2)
    let result = try searcher.search(QueryParser.parse("lien"), in: FixedContext())
    let steps = try SortSteps([.words(.right)], of: result, searcher)
    var search = PageSearch(NumberedHits(result), steps, page: 1990..<1992)
    try search.narrow(keeping: 0)
    // Told from all by where the answer ends, three words further on each time.
    #expect(search.count == 50 * 38)
    let all = try searcher.order(result, by: [.words(.right)])
    #expect(
      try searcher.order(result, by: [.words(.right)], of: nil, page: 990..<1010, keeping: 0)
        == Array(all[990..<1010]))
  }

  @Test("Where few enough are left, or all are wanted, nothing is looked at")
  func few() throws {
    #expect(try left([.words(.left)], 0..<5, keeping: 90) == (90, 0..<5))
    #expect(try left([.words(.left), .words(.right)], 31..<33, keeping: 60) == (60, 31..<33))
    #expect(try left([.words(.left)], 0..<90) == (90, 0..<90))
    #expect(try left([], 3..<5) == (90, 3..<5))
  }
}
