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
  ///   collated once.
  public func order(
    _ result: SearchResult, by keys: [HitSortKey], of chosen: [Int]? = nil, page: Range<Int>? = nil
  ) throws -> [Int] {
    var sorting = TiedHits(chosen ?? Array(0..<result.hitCount), page: page)
    for key in keys where !sorting.ties.isEmpty {
      switch key {
      case .ranks(let ranks): sorting.refine { ranks[$0] }
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
    var values = [UInt32](repeating: 0, count: result.hitCount)
    // By key: its rank among those met at this distance, which are marked by a rank that is no rank.
    var ranks = [UInt32](repeating: 0, count: tokens.keys.count)
    var distance = 0
    while !sorting.ties.isEmpty {
      var met: [UInt32] = []
      try sorting.forEachTied { hit in
        let key = try tokens.key(of: hit, side, distance)
        values[hit] = key ?? CountedKeys.none
        guard let key, ranks[Int(key)] == 0 else { return }
        ranks[Int(key)] = .max
        met.append(key)
      }
      let new = met.filter { collated[$0] == nil }
      for (key, name) in zip(new, try tokens.keys.names(of: new)) { collated[key] = collator.sortKey(name) }
      let ordered = met.map { (key: $0, collated: collated[$0] ?? []) }
        .sorted { $0.collated.lexicographicallyPrecedes($1.collated) }
      for (rank, word) in ordered.enumerated() { ranks[Int(word.key)] = UInt32(rank + 1) }
      sorting.forEachTied { hit in
        values[hit] = values[hit] == CountedKeys.none ? 0 : ranks[Int(values[hit])]
      }
      for key in met { ranks[Int(key)] = 0 }
      sorting.refine { values[$0] }
      // Hits whose words end together are alike as far as this key goes.
      settled += sorting.ties.filter { values[sorting.order[$0.lowerBound]] == 0 }
      sorting.ties.removeAll { values[sorting.order[$0.lowerBound]] == 0 }
      distance += 1
    }
    sorting.ties = settled.sorted { $0.lowerBound < $1.lowerBound }
  }
}

/// Hits in an order that gets finer, and the runs of it that are still tied.
struct TiedHits {
  private(set) var order: [Int]
  /// Runs of `order`, ascending, of two hits or more; those that hold no place of the page are left out.
  var ties: [Range<Int>]
  private let page: Range<Int>

  init(_ hits: [Int], page: Range<Int>? = nil) {
    order = hits
    self.page = page ?? 0..<hits.count
    ties = hits.count > 1 && self.page.overlaps(0..<hits.count) ? [0..<hits.count] : []
  }

  func forEachTied(_ body: (Int) throws -> Void) rethrows {
    for tie in ties { for place in tie { try body(order[place]) } }
  }

  /// Sorts each tied run by a value of its hits; equal ones keep their order and stay tied.
  mutating func refine(_ value: (Int) -> UInt32) {
    var left: [Range<Int>] = []
    for tie in ties {
      let sorted = order[tie].map { (value: value($0), hit: $0) }.sorted {
        ($0.value, $0.hit) < ($1.value, $1.hit)
      }
      var start = 0
      for (index, element) in sorted.enumerated() {
        order[tie.lowerBound + index] = element.hit
        if element.value != sorted[start].value {
          if index - start > 1 { left.append(tie.lowerBound + start..<tie.lowerBound + index) }
          start = index
        }
      }
      if sorted.count - start > 1 { left.append(tie.lowerBound + start..<tie.upperBound) }
    }
    ties = left.filter(page.overlaps)
  }
}

/// The tokens in and beside hits, as words of all segments under one numbering.
struct HitTokens {
  private struct Place {
    var segment: Int
    var span: TokenSpan
    /// The first token of the hit's answer, and the one after its last.
    var answer: TokenSpan
  }

  let keys: CountedKeys
  private let segments: [CorpusSegment]
  private var places: [Place] = []

  /// - Parameter segments: the searcher's, in the numbering of `keys`.
  init(_ result: SearchResult, _ keys: CountedKeys, _ segments: [CorpusSegment]) throws {
    self.keys = keys
    self.segments = segments
    places.reserveCapacity(result.hitCount)
    for part in result.parts where !part.outcome.spans.isEmpty {
      guard let segment = segments.firstIndex(where: { $0 === part.segment }) else { continue }
      var cursor = try AnswerCursor(part.segment.answerTable)
      for span in part.outcome.spans {
        cursor.seek(span.start)
        places.append(
          Place(segment: segment, span: span, answer: TokenSpan(start: cursor.start, end: cursor.end)))
      }
    }
  }

  /// The key of the token so many places from a hit, 0 being next to it (in it, its first); nil beyond the
  /// answer, or the hit.
  func key(of hit: Int, _ side: HitSide, _ distance: Int) throws -> UInt32? {
    let place = places[hit]
    let position: Int
    switch side {
    case .left:
      position = Int(place.span.start) - 1 - distance
      guard position >= Int(place.answer.start) else { return nil }
    case .right:
      position = Int(place.span.end) + distance
      guard position < Int(place.answer.end) else { return nil }
    case .hit:
      position = Int(place.span.start) + distance
      guard position < Int(place.span.end) else { return nil }
    }
    let type = try segments[place.segment].tokens.type(at: position)
    return try keys.key(ofType: type, inSegment: place.segment)
  }

  /// How many tokens a hit has.
  func length(of hit: Int) -> Int { Int(places[hit].span.end - places[hit].span.start) }
}
