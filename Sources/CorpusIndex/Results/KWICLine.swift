public import CodingModel

/// A hit with the text beside it: a line of a concordance. The caller cuts the text.
public struct KWICLine: Hashable, Sendable {
  /// The hit.
  public let hit: Hit
  /// The text before it, as far as is shown; empty and at its start where there is none.
  public let left: TextRange
  /// The text after it, as far as is shown; empty and at its end where there is none.
  public let right: TextRange

  /// A hit with the ranges beside it.
  public init(hit: Hit, left: TextRange, right: TextRange) {
    self.hit = hit
    self.left = left
    self.right = right
  }
}

/// How much is shown beside a hit. It never reaches beyond the answer's first or last token.
public enum ContextWidth: Hashable, Sendable {
  /// At most so many tokens on each side.
  case tokens(Int)
  /// At most so many code points on each side; words may be cut.
  case characters(Int)

  /// The text beside the tokens `hit` of an answer whose tokens stand at `places`.
  func ranges(beside hit: Range<Int>, places: [TextRange]) -> (left: TextRange, right: TextRange) {
    let (start, end) = (places[hit.lowerBound].start, places[hit.upperBound - 1].end)
    let (from, to): (Int, Int)
    switch self {
    case .tokens(let count):
      from = places[max(0, hit.lowerBound - max(0, count))].start
      to = places[hit.upperBound - 1 + min(max(0, count), places.count - hit.upperBound)].end
    case .characters(let count):
      from = max(places[0].start, start - max(0, min(count, start)))
      let last = places[places.count - 1].end
      to = min(last, end + max(0, min(count, last)))
    }
    return (TextRange(from, start), TextRange(end, to))
  }
}
