internal import CodingModel

/// One code on one answer, by all coders.
struct CodeOnAnswer {
  /// What agreement on the code depends on, in this answer.
  var sums = CodingMoments()
  /// How many units each coder who gave the code gave it to.
  private(set) var coded: [(coder: Int, units: Int)] = []

  /// - Parameters:
  ///   - judgements: Of one code, by coder and range.
  ///   - coders: Those who have gone through the answer, by their place.
  ///   - length: How many units the answer has.
  init(_ judgements: ArraySlice<Judgement>, coders: UInt64, length: Int) {
    let segments = Self.united(judgements)
    var gaps = coders.nonzeroBitCount * length
    for segment in segments {
      let size = segment.range.length
      sums.addSelfPairs(Double(size * size))
      gaps -= size
      if coded.last?.coder == segment.coder {
        coded[coded.count - 1].units += size
      } else {
        coded.append((segment.coder, size))
      }
    }
    sums.addSelfPairs(Double(gaps))

    // Where a coder's segments touch, the one that ends there must not hide the one that begins.
    let edges =
      (segments.map { (at: $0.range.start, opens: true, coder: $0.coder) }
      + segments.map { (at: $0.range.end, opens: false, coder: $0.coder) })
      .sorted { ($0.at, $0.opens ? 1 : 0, $0.coder) < ($1.at, $1.opens ? 1 : 0, $1.coder) }
    var (place, given) = (0, UInt64(0))
    for edge in edges {
      if edge.at > place { sums.add(given: given, of: coders, times: Double(edge.at - place)) }
      place = edge.at
      if edge.opens { given |= 1 << UInt64(edge.coder) } else { given &= ~(1 << UInt64(edge.coder)) }
    }
    if length > place { sums.add(given: given, of: coders, times: Double(length - place)) }
  }

  /// The ranges of each coder, those that overlap made one; empty ones left out.
  private static func united(_ judgements: ArraySlice<Judgement>) -> [Judgement] {
    var result: [Judgement] = []
    for judgement in judgements where !judgement.range.isEmpty {
      if let last = result.last, last.coder == judgement.coder, last.range.end > judgement.range.start {
        let end = max(last.range.end, judgement.range.end)
        result[result.count - 1] = last.on(TextRange(last.range.start, end))
      } else {
        result.append(judgement)
      }
    }
    return result
  }
}
