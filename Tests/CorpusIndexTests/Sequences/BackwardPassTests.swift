import CodingModel
import QueryLanguage
import Testing

@testable import CorpusIndex

struct BackwardPassTests {
  @Test("Going through an answer from its end finds what following each way does", arguments: 1...20)
  func agreement(_ seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed &+ 5000))
    let corpus = random.corpus().beginning
    let context = random.context(for: corpus)
    let segment = try CorpusSegment(storage: MemoryStorage(corpus.draft()))
    var queries = RandomSequence(dice: Dice(seed &+ 99))
    for _ in 0..<50 {
      let text = queries.query()
      guard let query = try? QueryParser.parse("cql: " + text), case .sequence(let sequence) = query.node
      else {
        continue
      }
      let plan = SequencePlan(sequence)
      func spans(_ patience: (steps: Int, perToken: Int)?) throws -> [TokenSpan] {
        try SequenceSearch(
          segment: segment, attributes: AttributeResolver(segment),
          filters: context.sets.mapValues { try segment.answerTable.local($0) },
          regions: context.ranges.mapValues { try CodedPlaces($0, in: segment) }, patience: patience
        ).hits(of: plan).spans
      }
      #expect(try spans((-1, 0)) == spans(nil), "\(text)")
    }
  }
}
