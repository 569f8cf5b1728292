import CodingModel
import Testing

@testable import CorpusIndex

struct KeyTableListingTests {
  private static let words = (0..<200).map { "mot\($0)" } + ["Été", "été", "ete"]

  @Test("Spellings come in order, each key once, over several blocks")
  func cursor() throws {
    let segment = try CorpusSegment(
      storage: MemoryStorage(SmallCorpus([Self.words.joined(separator: " ")]).draft()))
    var cursor = try SpellingCursor(segment.keys)
    var texts: [String] = []
    var last: KeySpelling?
    while let spelling = cursor.current {
      #expect(cursor.number == texts.count)
      if let last { #expect(last < spelling) }
      last = spelling
      texts.append(String(decoding: spelling.text, as: UTF8.self))
      try cursor.advance()
    }
    #expect(cursor.number == segment.keys.count && texts.count > 3 * SegmentLayout.keyBlock)
    #expect(Set(texts) == Set(Self.words.map { $0.lowercased() }))
    #expect(texts.prefix(2) == ["ete", "été"])
  }

  @Test("A segment without keys has no spelling")
  func none() throws {
    let segment = try CorpusSegment(storage: MemoryStorage(SmallCorpus([]).draft()))
    #expect(try SpellingCursor(segment.keys).current == nil)
  }

  @Test("The keys of several segments under one numbering, whatever answers are in which", arguments: 1...6)
  func union(segments: Int) throws {
    let texts = stride(from: 0, to: Self.words.count, by: 5).map { start in
      (Self.words[start..<min(start + 9, Self.words.count)]).joined(separator: " ")
    }
    let searcher = try SmallCorpus(texts).searcher(segments: segments)
    let union = try searcher.keyUnion()
    #expect(union.count == Set(Self.words.map { $0.lowercased() }).count)
    for (index, segment) in searcher.segments.enumerated() {
      var cursor = try SpellingCursor(segment.keys)
      while let spelling = cursor.current {
        let origin = union.origin(of: union.number(of: UInt32(cursor.number), in: index))
        var other = try SpellingCursor(searcher.segments[origin.segment].keys)
        while other.number < Int(origin.number) { try other.advance() }
        #expect(other.current == spelling)
        try cursor.advance()
      }
    }
  }
}
