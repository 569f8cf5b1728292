/// Finds sequences of tokens in one segment.
struct PhraseSearch {
  let segment: CorpusSegment

  /// Where a sequence may begin: a list while there are few places, bits while there are many.
  private enum Candidates {
    case list([UInt32])
    /// So many tokens before each token of the set, which nobody changes.
    case bits(PositionBits, offset: Int)
  }

  /// The phrase that these selections make, where all its words are frequent and it is asked for once.
  func frequentPhrase(of selections: [TypeSelection]) throws -> FrequentPhrase? {
    let collector = PositionCollector(segment: segment)
    guard selections.count > 1,
      selections.allSatisfy({ collector.prefersBits($0) && !collector.keepsBits($0) })
    else { return nil }
    return try FrequentPhrase(segment, selections)
  }

  /// The places where tokens of these selections follow each other in one answer, ascending.
  ///
  /// The rarest selection's positions are candidates. Each other selection, the rarest first, narrows them down,
  /// in whichever way costs less: by looking at each candidate's neighbour in the stream, or by going through
  /// the selection's own positions.
  func sequences(of selections: [TypeSelection]) throws -> FoundSpans {
    guard !selections.contains(where: { $0.types.isEmpty && !$0.isEverything }) else { return .list([]) }
    if let phrase = try frequentPhrase(of: selections) { return .list(try phrase.find().spans) }
    let order = selections.indices.filter { !selections[$0].isEverything }
      .sorted { (selections[$0].frequency, $0) < (selections[$1].frequency, $1) }
    let collector = PositionCollector(segment: segment)
    guard let driver = order.first else {
      return .bits(try hits(before: segment.allTokens(), by: 0, length: selections.count))
    }
    if selections.count == 1 {
      let positions = try collector.positions(of: selections[driver])
      return .list(positions.map { TokenSpan(start: $0, end: $0 + 1) })
    }
    var candidates = try begin(selections[driver], at: UInt32(driver), collector)
    // What is known as bits narrows down at once.
    let others = order.dropFirst()
    for index in others.filter({ collector.knows(selections[$0]) })
      + others.filter({ !collector.knows(selections[$0]) })
    {
      candidates = try narrowed(candidates, by: selections[index], at: UInt32(index), collector)
    }
    switch candidates {
    case .list(let starts):
      return .list(try segment.answerTable.spans(from: starts, length: UInt32(selections.count)))
    case .bits(let bits, let offset):
      return .bits(try hits(before: bits, by: offset, length: selections.count))
    }
  }

  /// The hits that begin so many tokens before those of a set and end in the answer in which they begin.
  private func hits(before bits: PositionBits, by offset: Int, length: Int) throws -> TokenHits {
    let lasts = try segment.lastTokens()
    return TokenHits(
      PositionBits(before: bits, by: offset, length: length, inAnswersEndingWith: lasts), length: length)
  }

  private func begin(
    _ selection: TypeSelection, at offset: UInt32, _ collector: PositionCollector
  ) throws -> Candidates {
    guard collector.keepsBits(selection) else {
      return .list(try collector.positions(of: selection).compactMap { $0 < offset ? nil : $0 - offset })
    }
    return .bits(try collector.bits(of: selection), offset: Int(offset))
  }

  private static func starts(_ bits: PositionBits, _ offset: UInt32) -> [UInt32] {
    let positions = bits.positions()
    return offset == 0 ? positions : positions.compactMap { $0 < offset ? nil : $0 - offset }
  }

  /// Nanoseconds, about: to look at a token of the stream, which memory must bring, to go through a position, to read
  /// a page of the stream or of the postings from the project, to go through 64 tokens' bits or a candidate. Only
  /// which of two ways is cheaper depends on them.
  private enum Cost {
    static let look = 25, position = 3, streamPage = 140_000, page = 8_000, word = 1
    /// How many times a session is taken to ask for a word: what is kept may cost that much more at first.
    static let uses = 64
  }

  private func narrowed(
    _ candidates: Candidates, by selection: TypeSelection, at offset: UInt32, _ collector: PositionCollector
  ) throws -> Candidates {
    if collector.knows(selection) {
      return try narrowed(candidates, within: collector.bits(of: selection), offset)
    }
    if case .list(let starts) = candidates, let positions = collector.knownPositions(of: selection) {
      return .list(Self.common(starts, positions, offset))
    }
    let count =
      switch candidates {
      case .list(let starts): starts.count
      case .bits(let bits, _): bits.cardinality
      }
    guard count > 0 else { return .list([]) }
    let looks = count * Cost.look
    let pages = min(count, segment.tokens.missingPages) * Cost.streamPage
    let missing = min(
      segment.postings.missingPages, selection.frequency / LazyReading.pageSize + selection.types.count)
    let isKept = segment.known.limit > 0
    let words = isKept && !collector.prefersBits(selection) ? 0 : segment.tokenCount / 64 * 2
    let going = selection.frequency * Cost.position + words * Cost.word + missing * Cost.page
    // What a session keeps serves the next queries too.
    let uses = isKept ? Cost.uses : 1
    guard uses * looks + max(0, pages - segment.tokens.spared) > going else {
      return .list(try looked(candidates, at: selection, offset))
    }
    if uses * looks <= going { segment.tokens.spared += going - looks }
    if case .list(let starts) = candidates, !collector.keepsBits(selection) {
      return .list(
        isKept
          ? Self.common(starts, try collector.positions(of: selection), offset)
          : try TokenTiles(segment, [(selection, offset)]).starts(among: starts))
    }
    return try narrowed(candidates, within: collector.bits(of: selection), offset)
  }

  /// The candidates with a token of the set so many tokens on.
  private func narrowed(_ candidates: Candidates, within set: PositionBits, _ offset: UInt32) -> Candidates {
    switch candidates {
    case .list(let starts):
      let end = UInt64(segment.tokenCount)
      return .list(starts.filter { UInt64($0) + UInt64(offset) < end && set.contains($0 + offset) })
    case .bits(let bits, let first):
      return .bits(PositionBits(before: bits, by: first, and: set, by: Int(offset)), offset: 0)
    }
  }

  /// The starts, ascending, that one of the ascending positions is so many tokens after.
  private static func common(_ starts: [UInt32], _ positions: [UInt32], _ offset: UInt32) -> [UInt32] {
    var low = 0
    return starts.filter { start in
      let (wanted, overflow) = start.addingReportingOverflow(offset)
      guard !overflow else { return false }
      var step = 1
      while low + step < positions.count, positions[low + step] <= wanted {
        low += step
        step *= 2
      }
      var high = min(low + step, positions.count)
      // The last that is not after the one wanted, if any, is in low..<high.
      while high - low > 1 {
        let middle = (low + high) / 2
        if positions[middle] <= wanted { low = middle } else { high = middle }
      }
      return low < positions.count && positions[low] == wanted
    }
  }

  /// The candidates beside which the stream has a token that is selected.
  private func looked(
    _ candidates: Candidates, at selection: TypeSelection, _ offset: UInt32
  ) throws -> [UInt32] {
    var starts =
      switch candidates {
      case .list(let starts): starts
      case .bits(let bits, let first): Self.starts(bits, UInt32(first))
      }
    while let last = starts.last, Int(last) + Int(offset) >= segment.tokenCount { starts.removeLast() }
    let test = TypeTest(selection)
    let tokens = segment.tokens
    guard let shorts = unsafe try tokens.shorts() else {
      return try starts.filter { test.contains(try tokens.type(at: Int($0) + Int(offset))) }
    }
    let likely = unsafe test.likely(starts, beside: shorts, offset)
    guard test.hasRare else { return likely }
    return try likely.filter { start in
      let place = Int(start) + Int(offset)
      guard unsafe shorts[place] == SegmentLayout.rareMark else { return true }
      return test.contains(try tokens.type(at: place))
    }
  }
}
