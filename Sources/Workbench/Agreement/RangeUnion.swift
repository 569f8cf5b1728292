import CodingModel

/// Ranges as the text that they cover.
enum RangeUnion {
  /// The text that some range covers: ranges in order that do not overlap or touch.
  static func united(_ ranges: [TextRange]) -> [TextRange] {
    var result: [TextRange] = []
    for range in ranges.sorted() where !range.isEmpty {
      if let last = result.last, range.start <= last.end {
        result[result.count - 1] = TextRange(last.start, max(last.end, range.end))
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// The text that both cover.
  static func common(_ one: [TextRange], _ other: [TextRange]) -> [TextRange] {
    united(united(one).flatMap { left in united(other).compactMap { left.intersection($0) } })
  }
}
