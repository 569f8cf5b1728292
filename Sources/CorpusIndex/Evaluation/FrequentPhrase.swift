/// A phrase of frequent words in a segment, asked for once: what is to be read of the segment has been read, so that any
/// thread can find it while others read other segments.
///
/// Nobody else may use the segment meanwhile.
struct FrequentPhrase: @unchecked Sendable {
  private let tiles: TokenTiles
  private let answers: AnswerTable
  private let length: UInt32
  /// No more places than the rarest of its words has.
  private let most: Int

  /// - Parameter selections: of its words in order, none of every token.
  init(_ segment: CorpusSegment, _ selections: [TypeSelection]) throws {
    let lanes = selections.indices.map { (selection: selections[$0], offset: UInt32($0)) }
      .sorted { ($0.selection.frequency, $0.offset) < ($1.selection.frequency, $1.offset) }
    tiles = try TokenTiles(segment, lanes)
    answers = segment.answerTable
    try answers.load()
    length = UInt32(selections.count)
    most = lanes.first?.selection.frequency ?? 0
  }

  /// Its places, ascending, each in one answer, and the answers that they are in.
  ///
  /// Cost: see ``TokenTiles/forEachStart(_:)``, and the number of answers where it may be in many of them.
  func find() throws -> (spans: [TokenSpan], answers: LocalAnswers) {
    var found = LocalAnswers(count: answers.count)
    var cursor = AnswerCursor(try answers.starts(), expecting: most)
    let spans = try unsafe [TokenSpan](unsafeUninitializedCapacity: most) { spans, count in
      try tiles.forEachStart { start in
        cursor.seek(start)
        let (end, overflow) = start.addingReportingOverflow(length)
        guard !overflow, end <= cursor.end else { return }
        unsafe spans[count] = TokenSpan(start: start, end: end)
        count += 1
        found.insert(cursor.answer)
      }
    }
    return (spans, found)
  }
}
