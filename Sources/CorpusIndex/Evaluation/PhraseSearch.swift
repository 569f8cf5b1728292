/// Finds sequences of tokens in one segment.
struct PhraseSearch {
  let segment: CorpusSegment

  /// The places where tokens of these selections follow each other in one answer, ascending.
  ///
  /// The rarest selection's positions are gone through and its neighbours looked at in the stream.
  func spans(of selections: [TypeSelection]) throws -> [TokenSpan] {
    guard !selections.contains(where: { $0.types.isEmpty && !$0.isEverything }) else { return [] }
    var driver = 0
    for index in selections.indices where selections[index].frequency < selections[driver].frequency {
      driver = index
    }
    let positions = try PositionCollector(segment: segment).positions(of: selections[driver])
    var spans: [TokenSpan] = []
    if selections.count == 1 {
      spans.reserveCapacity(positions.count)
      for position in positions { spans.append(TokenSpan(start: position, end: position + 1)) }
      return spans
    }
    // The neighbours nearest to the driver come first: they are in the same line of memory.
    let others = selections.indices.filter { $0 != driver && !selections[$0].isEverything }
      .sorted { selections[$0].frequency < selections[$1].frequency }
      .map { (offset: $0 - driver, test: TypeTest(selections[$0])) }
    let length = UInt32(selections.count)
    let tokens = segment.tokens
    var answers = try AnswerCursor(segment.answerTable)
    next: for position in positions {
      answers.seek(position)
      guard position >= answers.start + UInt32(driver) else { continue }
      let start = position - UInt32(driver)
      guard start + length <= answers.end else { continue }
      for (offset, test) in others {
        guard try test.contains(tokens.type(at: Int(position) + offset)) else { continue next }
      }
      spans.append(TokenSpan(start: start, end: start + length))
    }
    return spans
  }
}
