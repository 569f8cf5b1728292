import CodingModel
import QueryLanguage
import Testing

@testable import CorpusIndex

@Suite("Sequences, 64 starts at a time")
struct SequenceWindowsTests {
  /// The hits of CQL in each segment of a corpus by one method, as `start-end`; nil where the query is refused.
  private func hits(
    _ text: String, _ searcher: CorpusSearcher, _ context: FixedContext, _ method: SequenceSearch.Method
  ) throws -> [[String]]? {
    let query: Query
    do { query = try QueryParser.parse("cql: " + text) } catch { return nil }
    guard case .sequence(let sequence) = query.node else { return nil }
    let plan = SequencePlan(sequence)
    return try searcher.segments.map { segment in
      var filters: [Filter: LocalAnswers] = [:]
      for filter in sequence.answerFilters {
        filters[filter] = try segment.answerTable.local(context.answers(where: filter))
      }
      var regions: [Filter: CodedPlaces] = [:]
      for filter in sequence.regionFilters {
        regions[filter] = try context.codedParts(of: filter).places(in: segment)
      }
      var search = SequenceSearch(
        segment: segment, attributes: AttributeResolver(segment), filters: filters, regions: regions)
      search.method = method
      return try search.hits(of: plan).spans.map { "\($0.start)-\($0.end)" }
    }
  }

  @Test(
    "They are those that following each start finds, on random CQL over random corpora", arguments: 1...60)
  func agreement(_ seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed &+ 5000))
    let corpus = random.corpus().beginning
    let context = random.context(for: corpus)
    let searcher = try corpus.searcher(segments: 1 + Int(seed % 2))
    var queries = RandomSequence(dice: Dice(seed &+ 99))
    for _ in 0..<60 {
      let text = queries.query()
      let expected = try hits(text, searcher, context, .automaton)
      #expect(try hits(text, searcher, context, .windows) == expected, "\(text)")
    }
  }

  @Test(
    "What is asked of all or of most tokens, at a segment's end and across words of bits, too",
    arguments: [
      "[]", "[] []", "[word!=\"a\"]", "[word!=\"a\"] [word!=\"b\"]", "[]{63}", "[]{64} [word=\"b\"]",
      "[word=\"a\"]+",
      "[word=\"a\"] []* [word=\"c\"]", "(?longest) [word=\"a\"] []* [word=\"c\"]", "(?longest) []+",
      "(?longest) [word=\"a\"] []{0,2} within s", "[word=\"b\"] []? [word=\"a\"] within s", "[] [] within 1",
      "[] []+ [word=\"c\"] within 3", "(?shortest) [word=\"a\"] []* [word=\"b\"]", "[word=\"x\"] []",
      "([word=\"a\"] | [])",
      "([word=\"a\"] [word=\"b\"]? | [word=\"c\"]{2})* [word=\"a\"]",
      "(?longest) ([word=\"a\"]* [word=\"b\"]*)*",
      "<s> [word=\"a\"]", "[word=\"a\"] </s>", "</s> [word=\"b\"]", "[word=\"c\"] <s>", "<answer> []",
      "[] </answer>", "[] <answer>", "</answer> []", "<s> [] [] </answer>",
      "[] ([word=\"a\"] </s> | [word=\"b\"])",
      "[word=\"a\"] [: word=\"b\" :]", "[: word!=\"a\" :] []", "[] [: word!=\"a\" :] </s>",
      "(?longest) ([: word!=\"d\" :] [])+", "(?longest) ([] [: word!=\"d\" :])* </s> []",
      "[word=\"a\"]* (<s> [])?",
    ])
  func long(_ text: String) throws {
    var dice = Dice(7)
    let texts = [3, 200, 1, 64, 128, 0, 75].map { count in
      (0..<count).map { _ in dice.pick(["a", "a", "b", "c", "d", "| a", "| b"]) }.joined(separator: " ")
    }
    let searcher = try SmallCorpus(texts).searcher()
    let expected = try hits(text, searcher, FixedContext(), .automaton)
    #expect(try hits(text, searcher, FixedContext(), .windows) == expected)
    #expect(expected?[0].isEmpty == ["x", "] <answer>", "</answer> ["].contains { text.contains($0) })
  }

  @Test("Starts that must be followed far are left to the other way")
  func givesUp() throws {
    let text = Array(repeating: "a", count: 4000).joined(separator: " ") + " b"
    let segment = try #require(SmallCorpus([text]).searcher().segments.first)
    guard case .sequence(let sequence) = try QueryParser.parse("[word=\"a\"] []* [word=\"c\"]").node else {
      Issue.record("no sequence")
      return
    }
    let plan = SequencePlan(sequence)
    let resolver = ConditionResolver(attributes: AttributeResolver(segment))
    let sets = try plan.program.conditions.map { try $0.map { try resolver.possible($0) } }
    let windows = try #require(try SequenceWindows(plan, sets, in: segment))
    // 63 windows of some 2,000 tokens on average, with two steps each, are within the budget.
    #expect(try windows.hits()?.spans == [])
    // No token is a `c`: its postings say at once that there is no hit.
    let starts = SequenceStarts(segment: segment, program: plan.program, sets: sets)
    #expect(try starts.cost() < windows.cost)
  }

  @Test("One token that is frequent is found as bits")
  func single() throws {
    let texts = (0..<200).map { $0 % 3 == 0 ? "a b a | c" : "b c" }
    let searcher = try SmallCorpus(texts).searcher(segments: 2)
    for (query, hits, answers) in [
      ("[word=\"a\"]", 134, 67), ("[pos=\"NOUN\"]", 534, 200), ("[word!=\"b\"] within s", 334, 200),
      ("[word=\"a\"] AND [word=\"c\"]", 201, 67), ("[word=\"a\"] OR [word=\"a\"]", 134, 67),
    ] {
      let result = try searcher.search(QueryParser.parse(query), in: FixedContext())
      #expect(result.hitCount == hits, "\(query)")
      #expect(try result.answers().count == answers, "\(query)")
      #expect(result.matchedTokenCount == hits, "\(query)")
      #expect(try result.hits().count == hits, "\(query)")
    }
    let part = try searcher.search(QueryParser.parse("[word=\"a\"]"), in: FixedContext())
    #expect(part.parts.allSatisfy { $0.outcome.commonLength == 1 })
  }
}
