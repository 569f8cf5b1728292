/// All that agreement on one code depends on, present (1) or absent (0) on each unit, as one vector: sums
/// over units that add up and can be multiplied, which resampling does many millions of times.
struct CodingMoments {
  private var sums = SIMD16<Double>.zero

  private static let (units, agreement, absentShare, presentShare) = (0, 1, 2, 3)
  private static let (absent, present, matches, joint) = (4, 5, 6, 7)
  private static let (mismatched, codedLength, length, selfPairs) = (11, 12, 13, 14)

  static func += (left: inout Self, right: Self) { left.sums += right.sums }
  static func -= (left: inout Self, right: Self) { left.sums -= right.sums }
  mutating func add(_ other: Self, times: Double) { sums += other.sums * times }

  /// Adds `times` units that `coders` judged and the coders of `given` gave the code to.
  mutating func add(given: UInt64, of coders: UInt64, times: Double) {
    let judged = Double(coders.nonzeroBitCount)
    let yes = Double(given.nonzeroBitCount)
    let no = judged - yes
    let equal = yes * (yes - 1) + no * (no - 1)
    sums[Self.units] += times
    sums[Self.agreement] += times * equal / (judged * (judged - 1))
    sums[Self.absentShare] += times * no / judged
    sums[Self.presentShare] += times * yes / judged
    sums[Self.absent] += times * no
    sums[Self.present] += times * yes
    sums[Self.matches] += times * equal / (judged - 1)
    sums[Self.joint + Int(given & 1) * 2 + Int(given >> 1 & 1)] += times
    sums[Self.mismatched] += times * 2 * yes * no / (judged - 1)
    sums[Self.codedLength] += times * yes
    sums[Self.length] += times * judged
  }

  /// Adds what unitising subtracts for a segment paired with itself: its squared length, or a gap's length.
  mutating func addSelfPairs(_ amount: Double) {
    sums[Self.selfPairs] += amount
  }

  /// The measure's value, of `coderCount` coders.
  func value(of measure: AgreementMeasure, coderCount: Int) -> AgreementValue {
    if measure == .unitizingAlpha {
      return UnitizingAlpha.value(
        observed: sums[Self.mismatched],
        lengths: [sums[Self.length] - sums[Self.codedLength], sums[Self.codedLength]],
        selfPairs: sums[Self.selfPairs])
    }
    var moments = AgreementMoments(coderCount: coderCount, categoryCount: 2)
    moments.units = sums[Self.units]
    moments.agreement = sums[Self.agreement]
    moments.shares = [sums[Self.absentShare], sums[Self.presentShare]]
    moments.judgements = [sums[Self.absent], sums[Self.present]]
    moments.matches = sums[Self.matches]
    moments.joint = (0..<4).map { sums[Self.joint + $0] }
    return moments.value(of: measure)
  }
}
