public import CodingModel

/// By what hits are sorted.
public enum HitSortKey {
  /// By the tokens beside a hit or in it, one after the other, as French dictionaries order them. Marks come
  /// before words, and the end of the answer before everything.
  case words(HitSide)
  /// By a rank of each answer, the lowest first; it may be asked for again for the same answer.
  case answers((RowID<Answer>) -> UInt32)
  /// By a rank of each hit, told by its number in the order of hits, the lowest first.
  case numbers((UInt32) -> UInt32)
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
  ///   - page: which places of the order are wanted, of those that there are; nil for all.
  /// - Complexity: words are looked at only as far as needed to tell hits apart; each different word is
  ///   collated once. Memory: some 20 bytes a hit; for a page of many, of those only that the first words or ranks do
  ///   not tell from the page's.
  public func order(
    _ result: SearchResult, by keys: [HitSortKey], of chosen: [UInt32]? = nil, page: Range<Int>? = nil
  ) throws -> [UInt32] {
    try order(result, by: keys, of: chosen, page: page, keeping: 1 << 18)
  }

  /// As ``order(_:by:of:page:)``; so many hits are kept to be sorted even if few of them are on the page.
  func order(
    _ result: SearchResult, by keys: [HitSortKey], of chosen: [UInt32]?, page: Range<Int>?, keeping limit: Int
  ) throws -> [UInt32] {
    let hits = NumberedHits(result, of: chosen)
    let page = (page ?? 0..<hits.count).clamped(to: 0..<hits.count)
    guard !page.isEmpty else { return [] }
    let steps = try SortSteps(keys, of: result, self)
    var search = PageSearch(hits, steps, page: page)
    try search.narrow(keeping: limit)
    let kept = try search.keptHits()
    var sorting = TiedHits(count: kept.count, page: search.page)
    for (index, key) in keys.enumerated() where !sorting.ties.isEmpty {
      if case .words = key {
        try sort(&sorting, kept, by: index, steps)
      } else {
        let step = SortSteps.Step(key: index)
        try sorting.forEachTied { hit, value in value = try steps.value(of: kept[Int(hit)], at: step) }
        sorting.refine()
      }
    }
    return sorting.order.map { kept[Int($0)].number }
  }

  private func sort(
    _ sorting: inout TiedHits, _ kept: KeptHits, by key: Int, _ steps: SortSteps
  ) throws {
    var settled: [Range<Int>] = []
    // By word: its rank among those met at this distance, which are marked by a rank that is no rank.
    var ranks = [UInt32](repeating: 0, count: steps.wordCount)
    var step = SortSteps.Step(key: key)
    while !sorting.ties.isEmpty {
      var met: [UInt32] = []
      try sorting.forEachTied { hit, value in
        value = try steps.value(of: kept[Int(hit)], at: step)
        guard value != CountedKeys.none, ranks[Int(value)] == 0 else { return }
        ranks[Int(value)] = .max
        met.append(value)
      }
      for (rank, word) in try steps.ordered(met).enumerated() { ranks[Int(word)] = UInt32(rank + 1) }
      sorting.forEachTied { _, value in value = value == CountedKeys.none ? 0 : ranks[Int(value)] }
      for word in met { ranks[Int(word)] = 0 }
      sorting.refine()
      // Hits whose words end together are alike as far as this key goes.
      let ties = sorting.ties
      settled += ties.filter { sorting.value(at: $0.lowerBound) == 0 }
      sorting.ties = ties.filter { sorting.value(at: $0.lowerBound) != 0 }
      step.distance += 1
    }
    sorting.ties = settled.sorted { $0.lowerBound < $1.lowerBound }
  }
}
