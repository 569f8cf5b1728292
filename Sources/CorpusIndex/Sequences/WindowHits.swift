/// Gathers the hits that start at 64 places after those that start at the 64 before. While all are of one length only the
/// bits of their starts are kept.
struct WindowHits {
  /// Starts of hits of one length.
  struct Found {
    /// Which of 64 places they are, the first in the lowest bit.
    let starts: UInt64
    let length: UInt32
  }

  private let segment: CorpusSegment
  /// The starts so far, all of hits of ``length``; nil once there was another length.
  private var bits: PositionBits?
  private var length: UInt32 = 0
  private var spans: [TokenSpan] = []

  /// No hits of a segment yet.
  init(_ segment: CorpusSegment) {
    self.segment = segment
    bits = segment.noTokens()
  }

  /// Adds the hits that start at the 64 places from `base` on. Where a start has several, the last one counts.
  mutating func append(_ hits: [Found], from base: Int) {
    guard let first = hits.first else { return }
    if let bits {
      if hits.count == 1, length == 0 || first.length == length {
        length = first.length
        unsafe bits.words[base / 64] = first.starts
        return
      }
      spans = length == 0 ? [] : TokenHits(bits, length: Int(length)).spans()
      self.bits = nil
    }
    var starts = hits.reduce(0) { $0 | $1.starts }
    while starts != 0 {
      let lane = UInt64(starts.trailingZeroBitCount)
      starts &= starts - 1
      guard let hit = hits.last(where: { $0.starts >> lane & 1 == 1 }) else { continue }
      let start = UInt32(base) &+ UInt32(lane)
      spans.append(TokenSpan(start: start, end: start &+ hit.length))
    }
  }

  /// All of them, as a list where they are few.
  var found: FoundSpans {
    guard let bits else { return .list(spans) }
    guard length > 0 else { return .list([]) }
    let hits = TokenHits(bits, length: Int(length))
    return hits.count() > segment.tokenCount / 256 ? .bits(hits) : .list(hits.spans())
  }
}
