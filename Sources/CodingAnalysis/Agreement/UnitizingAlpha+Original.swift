internal import CodingModel

extension UnitizingAlpha {
  /// The first coefficient, of single categories, which may overlap each other, and of all together.
  ///
  /// It squares the distances between the ends of overlapping segments, and the lengths of segments that lie
  /// in another coder's gap. Kept to check published figures against; ``revised(_:length:)`` behaves better
  /// with more than two coders and does not depend on where gaps are cut. Source: Krippendorff 2004, Content
  /// Analysis, 2nd edition, section 11.6 (Krippendorff 1995, Sociological Methodology 25).
  ///
  /// - Parameters:
  ///   - coders: Each coder's segments; those of one category do not overlap.
  ///   - length: The length of the continuum.
  /// - Returns: One value a category, and one for all.
  public static func original(
    _ coders: [[UnitizedSegment]], length: Int
  ) -> (categories: [AgreementValue], all: AgreementValue) {
    let categories = 0..<(1 + (coders.joined().map(\.category).max() ?? -1))
    guard coders.count >= 2, length > 0 else {
      return (categories.map { _ in .undefined(.nothingCompared) }, .undefined(.nothingCompared))
    }
    let parts = categories.map { category in
      coders.map { segments in
        Partition(segments.filter { $0.category == category }.map(\.range).sorted(), length: length)
      }
    }
    let observed = parts.map { observedDisagreement($0, length: Double(length)) }
    let expected = parts.map { expectedDisagreement($0, length: Double(length)) }
    func alpha(_ observed: Double, _ expected: Double) -> AgreementValue {
      expected > 0 ? .value(1 - observed / expected) : .undefined(.chanceAgreementIsOne)
    }
    return (
      zip(observed, expected).map(alpha),
      alpha(observed.reduce(0, +), expected.reduce(0, +))
    )
  }

  /// One coder's segments of one category, and the gaps between them.
  private struct Partition {
    let units: [TextRange]
    let gaps: [TextRange]

    init(_ units: [TextRange], length: Int) {
      self.units = units
      let ends = [0] + units.map(\.end)
      let starts = units.map(\.start) + [length]
      gaps = zip(ends, starts).filter { $0 < $1 }.map { TextRange($0, $1) }
    }
  }

  private static func observedDisagreement(_ coders: [Partition], length: Double) -> Double {
    func squared(_ number: Int) -> Double { Double(number) * Double(number) }
    var sum = 0.0
    for (i, one) in coders.enumerated() {
      for (j, other) in coders.enumerated() where i != j {
        for unit in one.units {
          for match in other.units where unit.overlaps(match) {
            sum += squared(unit.start - match.start) + squared(unit.end - match.end)
          }
          // Once from either side, as every pair of coders comes in both orders.
          if other.gaps.contains(where: { $0.contains(unit) }) { sum += 2 * squared(unit.length) }
        }
      }
    }
    let m = Double(coders.count)
    return sum / (m * (m - 1) * length * length)
  }

  private static func expectedDisagreement(_ coders: [Partition], length: Double) -> Double {
    let units = coders.flatMap(\.units).map { Double($0.length) }
    let gaps = coders.flatMap(\.gaps).map { Double($0.length) }
    let among = (Double(units.count) - 1) / 3
    var sum = 0.0
    let positions = Double(coders.count) * length
    var pairs = positions * (positions - 1)
    for size in units {
      let square = size * size
      for gap in gaps where gap >= size { sum += square * (gap - size + 1) }
      sum += among * (2 * size * square - 3 * square + size)
      pairs -= size * (size - 1)
    }
    return pairs > 0 ? 2 / length * sum / pairs : 0
  }
}
