import CodingModel

extension CorpusSearcher {
  /// The words beside a query's hits.
  ///
  /// - Parameters:
  ///   - result: what this searcher found, inside `scope` where there is one.
  ///   - by: what makes two tokens the same word.
  ///   - context: how near a word must be.
  ///   - wanted: the parts of speech to list; nil for all. Positions and distances count all tokens.
  ///   - scope: the answers that make up the corpus; nil for all.
  ///   - minimum: the least co-frequency to list.
  /// - Complexity: linear in the tokens of the answers with hits, in the types of the vocabulary and, in a
  ///   scope, in its tokens.
  public func collocates(
    of result: SearchResult, by: WordKey, in context: CollocateContext, of wanted: TagSelection? = nil,
    scope: AnswerSet? = nil, minimum: Int = 1
  ) throws -> CollocateList {
    let words = try countedWords(by: by, of: wanted)
    var tally = CollocateTally(wordCount: words.keys.count)
    for part in result.parts {
      guard let index = segments.firstIndex(where: { $0 === part.segment }) else { continue }
      try tally.add(part.outcome, in: part.segment, context, words: words.keyOfType[index])
    }
    let listed = tally.met.filter { Int(tally.counts[Int($0)].tokens) >= max(1, minimum) }.sorted()
    let corpus = try wordTotals(words, in: scope.map { .answers($0) } ?? .all)
    let rows = zip(listed, try words.names(of: listed)).map { key, name in
      let count = tally.counts[Int(key)]
      return CollocateList.Row(
        word: name, cofrequency: Int(count.tokens), frequency: Int(corpus.counts[Int(key)]),
        meanDistance: Double(count.distances) / Double(count.tokens))
    }
    return CollocateList(
      rows: rows, wordCount: tally.met.count, positionCount: tally.positionCount,
      tokenCount: corpus.tokenCount)
  }
}

/// Positions beside hits, by word.
struct CollocateTally {
  struct Counts {
    var tokens: UInt32 = 0
    var distances: UInt64 = 0
  }

  private(set) var counts: [Counts]
  /// The words with a count, in the order in which they were met.
  private(set) var met: [UInt32] = []
  private(set) var positionCount = 0

  init(wordCount: Int) {
    counts = Array(repeating: Counts(), count: wordCount)
  }

  /// Counts the positions beside a segment's hits.
  mutating func add(
    _ found: SegmentOutcome, in segment: CorpusSegment, _ context: CollocateContext, words: [UInt32]
  ) throws {
    var (hits, cursor) = (found.hits, try AnswerCursor(segment.answerTable, expecting: found.spanCount))
    // The hits of one answer at a time.
    var together: [TokenSpan] = []
    var distances: [UInt32] = []
    var types: [UInt32] = []
    var next = hits.next()
    while let first = next {
      cursor.seek(first.start)
      let answer = Int(cursor.start)..<Int(cursor.end)
      segment.tokens.pass(answer.lowerBound)
      together.removeAll(keepingCapacity: true)
      while let hit = next, hit.start < cursor.end {
        together.append(hit)
        next = hits.next()
      }
      let near = context.reach(of: together, in: answer)
      distances.removeAll(keepingCapacity: true)
      distances.append(contentsOf: repeatElement(.max, count: near.count))
      for hit in together {
        try mark(
          Int(hit.start)..<Int(hit.end), in: answer, segment, context, &distances, from: near.lowerBound)
      }
      for hit in together {
        for position in hit.start..<hit.end { distances[Int(position) - near.lowerBound] = .max }
      }
      try segment.tokens.read(near, into: &types)
      for (offset, distance) in distances.enumerated() where distance != .max {
        positionCount += 1
        let word = words[Int(types[offset])]
        guard word != CountedKeys.none else { continue }
        if counts[Int(word)].tokens == 0 { met.append(word) }
        counts[Int(word)].tokens += 1
        counts[Int(word)].distances += UInt64(distance)
      }
    }
  }

  /// Lowers the distances of the positions near one hit of an answer to what they are from it; the first of them is that
  /// of the position `first`.
  private func mark(
    _ hit: Range<Int>, in answer: Range<Int>, _ segment: CorpusSegment, _ context: CollocateContext,
    _ distances: inout [UInt32], from first: Int
  ) throws {
    var from: Int
    var to: Int
    switch context {
    case .window(let left, let right):
      from = max(answer.lowerBound, hit.lowerBound - min(max(0, left), answer.count))
      to = min(answer.upperBound, hit.upperBound + min(max(0, right), answer.count))
    case .sentence:
      from = hit.lowerBound
      while from > answer.lowerBound, try !segment.tokens.startsSentence(from) { from -= 1 }
      to = hit.upperBound
      while to < answer.upperBound, try !segment.tokens.startsSentence(to) { to += 1 }
    }
    for position in from..<hit.lowerBound {
      let place = position - first
      distances[place] = min(distances[place], UInt32(hit.lowerBound - position))
    }
    for position in hit.upperBound..<to {
      let place = position - first
      distances[place] = min(distances[place], UInt32(position - hit.upperBound + 1))
    }
  }
}

extension CollocateContext {
  /// The tokens of an answer among which all are that are near some of its hits, ascending.
  fileprivate func reach(of hits: [TokenSpan], in answer: Range<Int>) -> Range<Int> {
    guard case .window(let left, let right) = self, let first = hits.first?.start,
      let last = hits.map(\.end).max()
    else { return answer }
    let from = max(answer.lowerBound, Int(first) - min(max(0, left), answer.count))
    return from..<min(answer.upperBound, Int(last) + min(max(0, right), answer.count))
  }
}
