public import CodingModel

extension [TextRange] {
  /// The places of the segments that share a code point with `range`, in segments that follow each other
  /// without overlapping. Where none does, an empty range at the first segment after it. Cost: logarithmic.
  public func places(sharedWith range: TextRange) -> Range<Int> {
    let first = firstPlace { $0.end > range.start }
    let last = firstPlace { $0.start >= range.end }
    return first..<Swift.max(first, last)
  }

  private func firstPlace(where isBeyond: (TextRange) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
