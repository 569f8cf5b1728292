/// Neighbouring tokens of one segment, by their numbers in it: a hit, or a coded part of an answer.
struct TokenSpan: Hashable {
  /// The first token.
  let start: UInt32
  /// The token after the last.
  let end: UInt32
}

extension TokenSpan: Comparable {
  static func < (left: TokenSpan, right: TokenSpan) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension [TokenSpan] {
  /// The spans of both ascending lists, ascending, each once.
  func merged(with other: [TokenSpan]) -> [TokenSpan] {
    if isEmpty { return other }
    if other.isEmpty { return self }
    var result: [TokenSpan] = []
    result.reserveCapacity(count + other.count)
    var (i, j) = (0, 0)
    while i < count, j < other.count {
      if self[i] == other[j] {
        result.append(self[i])
        (i, j) = (i + 1, j + 1)
      } else if self[i] < other[j] {
        result.append(self[i])
        i += 1
      } else {
        result.append(other[j])
        j += 1
      }
    }
    result += self[i...]
    result += other[j...]
    return result
  }

  /// The spans of an ascending list that hold no other span of it.
  func minimal() -> [TokenSpan] {
    var kept: [TokenSpan] = []
    var leastEnd = UInt32.max
    for index in indices.reversed() {
      let span = self[index]
      // Of spans with one start, the shortest comes first in the list and so last here.
      guard span.end < leastEnd else { continue }
      if let last = kept.last, last.start == span.start { kept.removeLast() }
      kept.append(span)
      leastEnd = span.end
    }
    return kept.reversed()
  }
}
