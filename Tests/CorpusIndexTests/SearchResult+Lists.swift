import CodingModel

@testable import CorpusIndex

extension SearchResult {
  /// Lines of a concordance, in a list.
  func kwic(_ width: ContextWidth, from offset: Int = 0, limit: Int = .max) throws -> [KWICLine] {
    var lines: [KWICLine] = []
    try forEachLine(width, from: offset, limit: limit) { lines.append($0) }
    return lines
  }

  /// The lines with these numbers, in a list.
  func kwic(_ width: ContextWidth, numbered numbers: [UInt32]) throws -> [KWICLine] {
    var lines: [KWICLine] = []
    try forEachLine(width, numbered: numbers) { lines.append($0) }
    return lines
  }

  /// How many hits each answer has that has any, in a list.
  func hitCounts() throws -> [(answer: RowID<Answer>, hits: Int)] {
    var counts: [(answer: RowID<Answer>, hits: Int)] = []
    try forEachAnswerOfHits { counts.append(($0, $1)) }
    return counts
  }
}

extension SegmentOutcome {
  /// All hits, in a list.
  var spans: [TokenSpan] { Array(hits) }
}
