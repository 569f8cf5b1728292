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

  init(hit: Hit, beside ranges: (left: TextRange, right: TextRange)) {
    self.init(hit: hit, left: ranges.left, right: ranges.right)
  }
}

/// How much is shown beside a hit. It never reaches beyond the answer's first or last token.
public enum ContextWidth: Hashable, Sendable {
  /// At most so many tokens on each side.
  case tokens(Int)
  /// At most so many code points on each side; words may be cut.
  case characters(Int)

  /// How many tokens after a hit are looked at for sure, where the answer has them.
  var reach: Int {
    switch self {
    case .tokens(let count): min(max(0, count), Int(Int32.max))
    case .characters: 0
    }
  }

  /// The text beside the tokens `hit` of an answer.
  func ranges(beside hit: Range<Int>, _ answer: inout AnswerPlaces) throws -> (
    left: TextRange, right: TextRange
  ) {
    let total = answer.tokens.count
    let last: Int
    switch self {
    case .tokens: last = hit.upperBound - 1 + min(reach, total - hit.upperBound)
    case .characters: last = total - 1
    }
    try answer.require(last + 1)
    let (start, end) = (answer[hit.lowerBound].start, answer[hit.upperBound - 1].end)
    let lastEnd = answer[last].end
    switch self {
    case .tokens(let count):
      let from = answer[max(0, hit.lowerBound - max(0, count))].start
      return (TextRange(from, start), TextRange(end, lastEnd))
    case .characters(let count):
      let from = max(answer[0].start, start - max(0, min(count, start)))
      return (TextRange(from, start), TextRange(end, min(lastEnd, end + max(0, min(count, lastEnd)))))
    }
  }
}
