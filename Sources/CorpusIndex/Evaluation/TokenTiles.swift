/// Where tokens of several selections stand at fixed distances from each other, found stretch by stretch: what is looked
/// at stays in the fastest memory, and nothing as large as the segment is made.
///
/// For words that are asked for once, or not often enough to be kept (``KnownTokens``).
struct TokenTiles {
  /// How many tokens a stretch has: 32 KB of bits.
  static let length = 1 << 18

  private let segment: CorpusSegment
  /// Each selection's tokens, as places so many tokens before them.
  private let lanes: [LaneCursor]
  private let length: Int

  /// All that is needed of the segment is read.
  ///
  /// - Parameters:
  ///   - selections: at least one, none of every token, each with the number of tokens from a start to it.
  ///   - length: how many tokens a stretch has, a multiple of 64.
  init(
    _ segment: CorpusSegment, _ selections: [(selection: TypeSelection, offset: UInt32)],
    length: Int = TokenTiles.length
  ) throws {
    self.segment = segment
    self.length = length
    lanes = try selections.map { try LaneCursor(segment, $0.selection.types, UInt64($0.offset)) }
  }

  /// Calls `body` with each start from which a token of every selection is as far as it should be, ascending.
  ///
  /// Cost: the number of the selections' tokens, a 64th of the segment's, and for every stretch the number of
  /// types that are not rare.
  @inline(__always)
  func forEachStart(_ body: (UInt32) -> Void) throws {
    try forEachTile { base, words in
      for index in 0..<words.count {
        var word = words[index]
        while word != 0 {
          body(base + UInt32(index * 64 + word.trailingZeroBitCount))
          word &= word - 1
        }
      }
    }
  }

  /// Those of some ascending starts from which a token of every selection is as far as it should be.
  ///
  /// Cost: that of ``forEachStart(_:)``, and the number of `candidates`.
  func starts(among candidates: [UInt32]) throws -> [UInt32] {
    var next = 0
    return try unsafe [UInt32](unsafeUninitializedCapacity: candidates.count) { kept, count in
      try forEachTile { base, words in
        let end = base + UInt32(64 * words.count)
        while next < candidates.count, candidates[next] < end {
          let place = candidates[next] - base
          // Written in any case, so that nothing depends on what is found.
          unsafe kept[count] = candidates[next]
          count += Int(words[Int(place >> 6)] >> UInt64(place & 63) & 1)
          next += 1
        }
      }
    }
  }

  /// Calls `body` with the first token of each stretch, and which of its tokens are starts.
  private func forEachTile(_ body: (UInt32, Span<UInt64>) throws -> Void) throws {
    let tokenCount = UInt64(segment.tokenCount)
    var sources = lanes
    let wordCount = min(length, (segment.tokenCount + 63) / 64 * 64) / 64
    var tile = [UInt64](repeating: 0, count: wordCount)
    var other = lanes.count > 1 ? tile : []
    var base: UInt64 = 0
    while base < tokenCount {
      let stop = min(base + UInt64(64 * wordCount), tokenCount)
      try sources[0].fill(&tile, from: base, before: stop)
      for index in sources.indices.dropFirst() {
        try sources[index].fill(&other, from: base, before: stop)
        Self.keep(in: &tile, common: other)
      }
      try body(UInt32(base), tile.span)
      base = stop
    }
  }

  /// Takes away from some bits those that others of as many do not have.
  private static func keep(in bits: inout [UInt64], common others: [UInt64]) {
    let others = others.span
    var kept = bits.mutableSpan
    for word in 0..<min(kept.count, others.count) { kept[word] &= others[word] }
  }
}

/// The tokens of a selection, gone through stretch by stretch.
private struct LaneCursor {
  /// Types with fewer tokens are written out before: to ask each for each stretch would cost more.
  private static let rare = 64

  private let offset: UInt64
  private var cursors: [PostingsCursor] = []
  private var rare: [UInt32] = []
  private var nextRare = 0

  init(_ segment: CorpusSegment, _ types: [UInt32], _ offset: UInt64) throws {
    self.offset = offset
    var isOrdered = true
    for type in types {
      if try segment.types.frequency(of: type) < Self.rare {
        isOrdered = rare.isEmpty
        try segment.postings.forEachPosition(of: type) { rare.append($0) }
      } else {
        cursors.append(try segment.postings.cursor(of: type))
      }
    }
    if !isOrdered { rare.sort() }
    // What is nearer to the segment's first token than it should be is not for any start.
    while nextRare < rare.count, UInt64(rare[nextRare]) < offset { nextRare += 1 }
    for index in cursors.indices { try cursors[index].skip(before: offset) }
  }

  /// Makes bits of the starts from `base` on and before `stop`.
  mutating func fill(_ tile: inout [UInt64], from base: UInt64, before stop: UInt64) throws {
    let (first, end) = (base + offset, stop + offset)
    try unsafe tile.withUnsafeMutableBufferPointer { tile in
      unsafe tile.update(repeating: 0)
      guard let words = tile.baseAddress else { return }
      let octets = unsafe UnsafeMutableRawPointer(words).assumingMemoryBound(to: UInt8.self)
      for index in cursors.indices {
        unsafe try cursors[index].insert(before: end, into: octets, from: first)
      }
      while nextRare < rare.count, UInt64(rare[nextRare]) < end {
        let place = UInt64(rare[nextRare]) - first
        unsafe tile[Int(place >> 6)] |= 1 << (place & 63)
        nextRare += 1
      }
    }
  }
}
