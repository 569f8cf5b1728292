import FrenchText

/// By what hits are sorted.
public enum HitSortKey: Sendable {
  /// By the tokens beside a hit or in it, one after the other, as French dictionaries order them. Marks come
  /// before words, and the end of the answer before everything.
  case words(HitSide)
  /// By a rank given to each hit, in the order of hits, the lowest first.
  case ranks([UInt32])
}

/// Where the tokens stand that hits are sorted by.
public enum HitSide: Hashable, Sendable {
  /// Before the hit, the nearest first.
  case left
  /// After the hit.
  case right
  /// The hit itself.
  case hit
}

extension CorpusSearcher {
  /// The numbers of hits in the order of these keys, the first of which decides, then the second; hits that no
  /// key tells apart stay in the order of answers and places.
  ///
  /// - Parameters:
  ///   - result: what this searcher found.
  ///   - chosen: only these hits, ascending; all where nil.
  ///   - page: which places of the order are wanted; nil for all. Hits elsewhere are in no order.
  /// - Complexity: words are looked at only as far as needed to tell hits apart; each different word is
  ///   collated once. Memory: some 20 bytes a hit, of a page 16.
  public func order(
    _ result: SearchResult, by keys: [HitSortKey], of chosen: [UInt32]? = nil, page: Range<Int>? = nil
  ) throws -> [UInt32] {
    var sorting = TiedHits(chosen ?? Array(0..<UInt32(result.hitCount)), page: page)
    for key in keys where !sorting.ties.isEmpty {
      switch key {
      case .ranks(let ranks):
        sorting.forEachTied { hit, value in value = ranks[Int(hit)] }
        sorting.refine()
      case .words(let side): try sort(&sorting, result, by: side)
      }
    }
    return sorting.order
  }

  private func sort(_ sorting: inout TiedHits, _ result: SearchResult, by side: HitSide) throws {
    let tokens = try HitTokens(result, countedKeys(by: .form), segments)
    let collator = FrenchCollator()
    var collated: [UInt32: [UInt8]] = [:]
    var settled: [Range<Int>] = []
    // By key: its rank among those met at this distance, which are marked by a rank that is no rank.
    var ranks = [UInt32](repeating: 0, count: tokens.keys.count)
    var distance = 0
    while !sorting.ties.isEmpty {
      var met: [UInt32] = []
      try sorting.forEachTied { hit, value in
        let key = try tokens.key(of: Int(hit), side, distance)
        value = key ?? CountedKeys.none
        guard let key, ranks[Int(key)] == 0 else { return }
        ranks[Int(key)] = .max
        met.append(key)
      }
      let new = met.filter { collated[$0] == nil }
      for (key, name) in zip(new, try tokens.keys.names(of: new)) { collated[key] = collator.sortKey(name) }
      let ordered = met.map { (key: $0, collated: collated[$0] ?? []) }
        .sorted { $0.collated.lexicographicallyPrecedes($1.collated) }
      for (rank, word) in ordered.enumerated() { ranks[Int(word.key)] = UInt32(rank + 1) }
      sorting.forEachTied { _, value in value = value == CountedKeys.none ? 0 : ranks[Int(value)] }
      for key in met { ranks[Int(key)] = 0 }
      sorting.refine()
      // Hits whose words end together are alike as far as this key goes.
      let ties = sorting.ties
      settled += ties.filter { sorting.value(at: $0.lowerBound) == 0 }
      sorting.ties = ties.filter { sorting.value(at: $0.lowerBound) != 0 }
      distance += 1
    }
    sorting.ties = settled.sorted { $0.lowerBound < $1.lowerBound }
  }
}

/// Hits in an order that gets finer, and the runs of it that are still tied.
struct TiedHits {
  /// The numbers of hits, above each the value that it is sorted by next.
  private var keyed: [UInt64]
  /// Runs of the order, ascending, of two hits or more; those that hold no place of the page are left out.
  var ties: [Range<Int>]
  private let page: Range<Int>

  init(_ hits: [UInt32], page: Range<Int>? = nil) {
    keyed = hits.map(UInt64.init)
    self.page = page ?? 0..<hits.count
    ties = hits.count > 1 && self.page.overlaps(0..<hits.count) ? [0..<hits.count] : []
  }

  /// The numbers of hits.
  var order: [UInt32] { keyed.map { UInt32(truncatingIfNeeded: $0) } }

  /// The value at a place of the order.
  func value(at place: Int) -> UInt32 { UInt32(keyed[place] >> 32) }

  /// Calls `body` with each hit that is still tied and its value, to be changed.
  mutating func forEachTied(_ body: (_ hit: UInt32, _ value: inout UInt32) throws -> Void) rethrows {
    for tie in ties {
      for place in tie {
        let hit = UInt32(truncatingIfNeeded: keyed[place])
        var value = value(at: place)
        try body(hit, &value)
        keyed[place] = UInt64(value) << 32 | UInt64(hit)
      }
    }
  }

  /// Sorts each tied run by its hits' values; equal ones keep their order, which is that of their numbers, and stay tied.
  mutating func refine() {
    var left: [Range<Int>] = []
    for tie in ties {
      let sorted = sortPage(of: tie)
      var start = sorted.lowerBound
      for place in sorted where value(at: place) != value(at: start) {
        if place - start > 1 { left.append(start..<place) }
        start = place
      }
      if sorted.upperBound - start > 1 { left.append(start..<sorted.upperBound) }
    }
    ties = left.filter(page.overlaps)
  }

  /// Sorts those of a run that stand on the page by their values, or have a value of one that does; they then are in the
  /// range returned. Cost: linear in the run, and sorting these.
  private mutating func sortPage(of tie: Range<Int>) -> Range<Int> {
    let wanted = tie.clamped(to: page)
    return unsafe keyed.withUnsafeMutableBufferPointer { keyed in
      var sorted = tie
      if wanted.count < tie.count {
        let least = unsafe keyed.select(wanted.lowerBound, in: tie) >> 32
        let most = unsafe keyed.select(wanted.upperBound - 1, in: tie) >> 32
        let first = unsafe keyed.partition(tie) { $0 >> 32 < least }
        sorted = unsafe first..<keyed.partition(first..<tie.upperBound) { $0 >> 32 <= most }
      }
      unsafe keyed[sorted].sort()
      return sorted
    }
  }
}

extension UnsafeMutableBufferPointer<UInt64> {
  /// Puts those of a range that are first before the others, and returns where the others begin.
  fileprivate func partition(_ range: Range<Int>, _ isFirst: (UInt64) -> Bool) -> Int {
    var end = range.lowerBound
    for place in range where unsafe isFirst(self[place]) {
      unsafe swapAt(place, end)
      end += 1
    }
    return end
  }

  /// The number that would stand at a place were a range, whose numbers are all different, sorted; the others are moved
  /// about. Cost: linear, on average.
  fileprivate func select(_ place: Int, in range: Range<Int>) -> UInt64 {
    var rest = range
    while rest.count > 1 {
      // Three looked at, so that neither order nor its reverse is the worst that can be.
      let middle = rest.lowerBound + rest.count / 2
      let (a, b, c) = unsafe (self[rest.lowerBound], self[middle], self[rest.upperBound - 1])
      let pivot = Swift.max(Swift.min(a, b), Swift.min(Swift.max(a, b), c))
      let below = unsafe partition(rest) { $0 < pivot }
      if place < below {
        rest = rest.lowerBound..<below
      } else {
        let upTo = unsafe partition(below..<rest.upperBound) { $0 <= pivot }
        if place < upTo { return pivot }
        rest = upTo..<rest.upperBound
      }
    }
    return unsafe self[place]
  }
}

/// The tokens in and beside hits, as words of all segments under one numbering.
struct HitTokens {
  let keys: CountedKeys
  private let segments: [CorpusSegment]
  private var parts: [Part] = []

  /// The hits of one segment.
  private struct Part {
    let segment: Int
    let answers: AnswerFinder
    var starts: [UInt32] = []
    /// Where they end; none where all are of one length.
    var ends: [UInt32] = []
    let length: UInt32

    func span(_ place: Int) -> TokenSpan {
      TokenSpan(start: starts[place], end: ends.isEmpty ? starts[place] + length : ends[place])
    }
  }

  /// - Parameter segments: the searcher's, in the numbering of `keys`.
  init(_ result: SearchResult, _ keys: CountedKeys, _ segments: [CorpusSegment]) throws {
    self.keys = keys
    self.segments = segments
    for part in result.parts where part.outcome.spanCount > 0 {
      guard let segment = segments.firstIndex(where: { $0 === part.segment }) else { continue }
      let length = part.outcome.commonLength
      var hits = Part(
        segment: segment, answers: try AnswerFinder(part.segment.answerTable), length: UInt32(length ?? 0))
      hits.starts.reserveCapacity(part.outcome.spanCount)
      if length == nil { hits.ends.reserveCapacity(part.outcome.spanCount) }
      for span in part.outcome.hits {
        hits.starts.append(span.start)
        if length == nil { hits.ends.append(span.end) }
      }
      parts.append(hits)
    }
  }

  /// The key of the token so many places from a hit, 0 being next to it (in it, its first); nil beyond the
  /// answer, or the hit.
  func key(of hit: Int, _ side: HitSide, _ distance: Int) throws -> UInt32? {
    var (number, place) = (0, hit)
    while place >= parts[number].starts.count {
      place -= parts[number].starts.count
      number += 1
    }
    let span = parts[number].span(place)
    let position: Int
    switch side {
    case .left:
      position = Int(span.start) - 1 - distance
      guard position >= Int(parts[number].answers.bounds(of: span.start).lowerBound) else { return nil }
    case .right:
      position = Int(span.end) + distance
      guard position < Int(parts[number].answers.bounds(of: span.start).upperBound) else { return nil }
    case .hit:
      position = Int(span.start) + distance
      guard position < Int(span.end) else { return nil }
    }
    let segment = parts[number].segment
    return try keys.key(ofType: segments[segment].tokens.type(at: position), inSegment: segment)
  }
}
