import QueryLanguage

/// Where matches of a program can start in a segment: near the rarest token that every match has, or anywhere.
struct SequenceStarts {
  let segment: CorpusSegment
  let program: SequenceProgram
  let sets: [TypeSet?]

  /// Calls `body` with each answer where a match can start, its number and its tokens, and the runs of these
  /// places, ascending.
  func forEachAnswer(_ body: (Int, Range<Int>, [Range<Int>]) throws -> Void) throws {
    guard let driver = try driver() else {
      for answer in 0..<segment.answerCount {
        let tokens = try segment.answerTable.tokens(of: answer)
        if !tokens.isEmpty { try body(answer, tokens, [tokens]) }
      }
      return
    }
    try forEachAnswer(driver.required, driver.selection, body)
  }

  /// What following each start on its own takes, in nanoseconds on a usual machine, where most fail soon.
  func cost() throws -> Int { try 30 * (driver()?.cost ?? segment.tokenCount) }

  /// The rarest token that every match has, where going from it costs less than going through all tokens.
  private func driver() throws -> (
    required: SequenceProgram.Required, selection: TypeSelection, cost: Int
  )? {
    var best: (required: SequenceProgram.Required, types: [UInt32], frequency: Int, cost: Int)?
    let answerLength = segment.tokenCount / max(1, segment.answerCount) + 1
    for required in program.required {
      guard let set = sets[required.condition] else { continue }
      let types = set.types
      let frequency = try types.reduce(0) { try $0 + segment.types.frequency(of: $1) }
      let places = required.most.map { min($0 - required.least + 1, answerLength) } ?? answerLength
      // Finding a token by its postings costs some times what looking at the next one does.
      let cost = frequency * (places + 6)
      if cost < best?.cost ?? segment.tokenCount { best = (required, types, frequency, cost) }
    }
    guard let best else { return nil }
    let frequency = min(best.frequency, segment.tokenCount)
    return (best.required, TypeSelection(types: best.types, frequency: frequency), best.cost)
  }

  private func forEachAnswer(
    _ required: SequenceProgram.Required, _ selection: TypeSelection,
    _ body: (Int, Range<Int>, [Range<Int>]) throws -> Void
  ) throws {
    guard !selection.types.isEmpty else { return }
    var cursor = try AnswerCursor(segment.answerTable)
    var starts: [Range<Int>] = []
    var answer = -1
    var tokens = 0..<0
    for position in try PositionCollector(segment: segment).positions(of: selection) {
      cursor.seek(position)
      if cursor.answer != answer {
        if !starts.isEmpty { try body(answer, tokens, starts) }
        starts.removeAll(keepingCapacity: true)
        answer = cursor.answer
        tokens = Int(cursor.start)..<Int(cursor.end)
      }
      let last = Int(position) - required.least
      guard last >= tokens.lowerBound else { continue }
      let first = max(tokens.lowerBound, required.most.map { Int(position) - $0 } ?? tokens.lowerBound)
      if let open = starts.last, first <= open.upperBound {
        starts[starts.count - 1] = open.lowerBound..<max(open.upperBound, last + 1)
      } else {
        starts.append(first..<last + 1)
      }
    }
    if !starts.isEmpty { try body(answer, tokens, starts) }
  }
}
