import QueryLanguage

/// How far hits may reach from where they start.
struct SequenceLimits {
  private enum Kind {
    case answer
    case sentences(Int)
    case tokens(Int)
    case places([TokenSpan], reach: [UInt32])
  }

  private let kind: Kind
  private let tokens: TokenStream
  private var starts: [Int] = []
  private var startsAnswer = -1

  /// - Parameter regions: the coded parts for each filter on a code.
  init(_ extent: TokenSequence.Extent?, regions: [Filter: CodedPlaces], in segment: CorpusSegment) {
    tokens = segment.tokens
    switch extent {
    case .sentences(let count)?: kind = .sentences(count)
    case .tokens(let count)?: kind = .tokens(count)
    case .filter(let filter)? where filter.isOnCode:
      let spans = regions[filter]?.spans ?? []
      var reach: [UInt32] = []
      for span in spans { reach.append(max(reach.last ?? 0, span.end)) }
      kind = .places(spans, reach: reach)
    case nil, .answer?, .filter?: kind = .answer
    }
  }

  /// Whether hits are so short that following each way on its own is cheap.
  var isShort: Bool { if case .tokens = kind { true } else { false } }

  /// The token before which a hit that starts at `start` must end; `start` itself where none may start.
  mutating func limit(from start: Int, in answer: Range<Int>) throws -> Int {
    switch kind {
    case .answer: return answer.upperBound
    case .tokens(let count): return min(answer.upperBound, start + count + 1)
    case .sentences(let count):
      try findStarts(answer)
      let next = starts.partitionIndex { $0 > start } + count - 1
      return next < starts.count ? starts[next] : answer.upperBound
    case .places(let spans, let reach):
      let next = spans.partitionIndex { Int($0.start) > start }
      return next > 0 ? max(start, min(answer.upperBound, Int(reach[next - 1]))) : start
    }
  }

  private mutating func findStarts(_ answer: Range<Int>) throws {
    guard startsAnswer != answer.lowerBound else { return }
    startsAnswer = answer.lowerBound
    starts.removeAll(keepingCapacity: true)
    for position in answer where try tokens.startsSentence(position) { starts.append(position) }
  }
}
