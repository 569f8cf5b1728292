import CodingModel
import QueryLanguage
import Testing

@testable import CorpusIndex

struct SearchResultRestrictingTests {
  @Test("Restricted to answers, or to parts of answers, as hits filtered one by one", arguments: 1...30)
  func agreement(_ seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed))
    let corpus = random.corpus()
    let context = random.context(for: corpus)
    let query = try QueryParser.parse(seed % 3 == 0 ? "code:a" : random.query(depth: 1))
    let searcher = try corpus.searcher(segments: 1 + Int(seed % 3))
    let result = try searcher.search(query, in: context)
    let filter = Filter(.code("b"))
    let answers = context.sets[filter] ?? AnswerSet()
    let some = try result.restricted(to: answers)
    #expect(try some.hits() == result.hits().filter { answers.contains($0.answer) })
    #expect(try some.answers() == result.answers().intersection(answers))
    #expect(some.hasHits == result.hasHits)
    let ranges = context.ranges[filter] ?? AnswerRanges()
    let inside = try result.inside(ranges)
    let expected = try result.hits().filter { hit in
      ranges[hit.answer].contains { $0.contains(hit.range) }
    }
    #expect(try inside.hits() == expected)
    if result.hasHits {
      #expect(try inside.answers() == AnswerSet(expected.map(\.answer)))
    } else {
      #expect(try inside.answers() == result.answers().intersection(AnswerSet(ranges.answers)))
    }
    #expect(
      try result.hitCounts().flatMap { Array(repeating: $0.answer, count: $0.hits) }
        == result.hits().map(\.answer))
    #expect(try result.hitCounts().map(\.hits).allSatisfy { $0 > 0 })
  }

  @Test("Hits by their numbers, in any order, several times or beyond the last", arguments: 1...10)
  func numbered(_ seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed))
    let searcher = try random.corpus().searcher(segments: 1 + Int(seed % 3))
    let result = try searcher.search(QueryParser.parse("le OR lien OR ou"), in: FixedContext())
    let all = try result.kwic(.tokens(2))
    let numbers = (0..<20).map { _ in UInt32(random.dice.roll(result.hitCount + 2)) }
    #expect(
      try result.kwic(.tokens(2), numbered: numbers)
        == numbers.map(Int.init).filter(all.indices.contains).map { all[$0] })
    #expect(try result.kwic(.tokens(2), numbered: all.indices.map(UInt32.init)) == all)
    for from in 0..<min(all.count, 9) {
      #expect(try result.kwic(.tokens(2), from: from, limit: 3) == Array(all[from...].prefix(3)))
    }
  }
}
