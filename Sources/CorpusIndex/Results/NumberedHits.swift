/// A hit, and which one it is.
struct NumberedHit {
  /// Its number in the order of hits.
  let number: UInt32
  /// Which of the result's segments it is in.
  let part: Int
  /// Its tokens.
  let span: TokenSpan
}

/// Hits of a result, or some of them, to be gone through one after the other as often as need be.
struct NumberedHits {
  private let parts: [SearchResult.Part]
  private let chosen: [UInt32]?
  /// How many there are.
  let count: Int

  /// - Parameter chosen: only these, ascending; all where nil.
  init(_ result: SearchResult, of chosen: [UInt32]? = nil) {
    parts = result.parts
    self.chosen = chosen
    count = chosen?.count ?? result.hitCount
  }

  /// The length that all hits of each part have; nil where they differ.
  var lengths: [Int?] { parts.map(\.outcome.commonLength) }

  /// Calls `body` with each hit, in order.
  func forEach(_ body: (NumberedHit) throws -> Void) throws {
    var first = 0
    var rest = chosen?[...] ?? []
    for (part, outcome) in parts.map(\.outcome).enumerated() {
      let end = first + outcome.spanCount
      if chosen == nil {
        for (number, span) in zip(UInt32(first)..., outcome.hits) {
          try body(NumberedHit(number: number, part: part, span: span))
        }
      } else {
        let own = rest.prefix { $0 < end }
        for (number, span) in zip(own, outcome.hits(numbered: own.map { Int($0) - first })) {
          try body(NumberedHit(number: number, part: part, span: span))
        }
        rest = rest[own.endIndex...]
      }
      first = end
    }
  }
}
