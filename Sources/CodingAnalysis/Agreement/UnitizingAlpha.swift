public import CodingModel

/// A coder's segment of a continuum, with the category given to it.
public struct UnitizedSegment: Hashable, Sendable {
  /// Where it lies.
  public let range: TextRange
  /// Its category, from 0.
  public let category: Int

  /// A segment with its category.
  public init(range: TextRange, category: Int) {
    self.range = range
    self.category = category
  }
}

/// Krippendorff's alpha for coders who cut a continuum, such as a text, into segments of their own.
public enum UnitizingAlpha {
  /// The revised coefficient, agreement on both the segments and their categories, for two coders or more.
  ///
  /// `1 - Do / De`, with Do the lengths on which two coders differ (gaps being a category) and De what these
  /// would be if the same segments lay anywhere, a segment not being compared with itself. Source:
  /// Krippendorff, Mathet, Bouvry and Widlöcher 2016, "On the reliability of unitizing textual continua:
  /// further developments", Quality & Quantity 50.
  ///
  /// - Parameters:
  ///   - coders: Each coder's segments, which do not overlap each other.
  ///   - length: The length of the continuum.
  public static func revised(_ coders: [[UnitizedSegment]], length: Int) -> AgreementValue {
    guard coders.count >= 2, length > 0 else { return .undefined(.nothingCompared) }
    let categories = 1 + (coders.joined().map(\.category).max() ?? -1)
    // Place 0 of every list of lengths is for gaps.
    var lengths = [Double](repeating: 0, count: categories + 1)
    var selfPairs = 0.0
    for segments in coders {
      var gap = length
      for segment in segments {
        let size = Double(segment.range.length)
        lengths[segment.category + 1] += size
        selfPairs += size * size
        gap -= segment.range.length
      }
      lengths[0] += Double(gap)
      selfPairs += Double(gap)
    }
    let cuts = Set(coders.joined().flatMap { [$0.range.start, $0.range.end] } + [0, length]).sorted()
    var observed = 0.0
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      var given = [Double](repeating: 0, count: categories + 1)
      for segments in coders {
        let here = segments.first { $0.range.start <= start && end <= $0.range.end }
        given[here.map { $0.category + 1 } ?? 0] += 1
      }
      let coderCount = Double(coders.count)
      let different = given.reduce(0) { $0 + $1 * (coderCount - $1) }
      observed += Double(end - start) * different / (coderCount - 1)
    }
    return value(observed: observed, lengths: lengths, selfPairs: selfPairs)
  }

  /// The coefficient from its sums: the length on which pairs differ, each category's length over all coders,
  /// and the sum of the segments' squared lengths and the gaps' lengths.
  static func value(observed: Double, lengths: [Double], selfPairs: Double) -> AgreementValue {
    let all = lengths.reduce(0, +)
    guard all > 0 else { return .undefined(.nothingCompared) }
    let different = lengths.reduce(0) { $0 + $1 * (all - $1) }
    let pairs = all - selfPairs / all
    guard different > all * 1e-9, pairs > all * 1e-12 else { return .undefined(.chanceAgreementIsOne) }
    return .value(1 - observed * pairs / different)
  }
}
