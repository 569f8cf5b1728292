/// The hits of a segment one after the other, ascending, each once. They are made as they are gone through, so that tens
/// of millions take no memory.
struct HitSpans: Sequence, IteratorProtocol {
  private let tokens: TokenHits?
  private let bits: PositionBits?
  private var nextToken: TokenSpan?
  private let others: [TokenSpan]
  private var nextOther = 0

  /// The hits of both, of which `others` are ascending.
  ///
  /// - Parameter skipped: how many of the first are left out.
  init(_ tokens: TokenHits?, and others: [TokenSpan], skipping skipped: Int = 0) {
    self.tokens = tokens
    self.others = others
    bits = tokens?.bits()
    guard let tokens, let bits else {
      nextOther = Swift.min(skipped, others.count)
      return
    }
    guard others.isEmpty else {
      nextToken = bits.first(from: 0).map(tokens.span)
      for _ in 0..<skipped where next() == nil { break }
      return
    }
    nextToken = bits.token(numbered: skipped).map(tokens.span)
  }

  @inline(__always)
  mutating func next() -> TokenSpan? {
    guard let token = nextToken else {
      guard nextOther < others.count else { return nil }
      nextOther += 1
      return others[nextOther - 1]
    }
    if nextOther < others.count, others[nextOther] <= token {
      nextOther += 1
      // A hit may be both a bit and a span.
      if others[nextOther - 1] < token { return others[nextOther - 1] }
    }
    nextToken = bits?.first(from: token.start + 1).flatMap { tokens?.span(from: $0) }
    return token
  }
}
