import CodingModel
import Testing

@testable import CorpusIndex

struct CodedPartsTests {
  @Test("The tokens of each segment, worked out once, and of another segment anew")
  func segments() throws {
    let searcher = try SmallCorpus(["a b c", "d e", "f g h"]).searcher(segments: 2)
    let parts = CodedParts(
      AnswerRanges([RowID(1): [TextRange(2, 5)], RowID(3): [TextRange(0, 3), TextRange(2, 3)]]))
    for _ in 0..<2 {
      let spans = try searcher.segments.map { try parts.places(in: $0).spans }
      for (segment, spans) in zip(searcher.segments, spans) {
        #expect(try spans == CodedPlaces(parts.ranges, in: segment).spans)
      }
      #expect(spans.joined().count == 3)
    }
    let other = try SmallCorpus(["aaaaa b", "d e", "f g h"]).searcher(segments: 2).segments[0]
    #expect(try parts.places(in: other).spans == [])
    #expect(parts.byteCount > 0)
  }
}
