/// All that the measures of agreement on judged units depend on. Each is a sum over units, so that moments
/// of disjoint sets of units add up.
///
/// Units that fewer than two coders judged are in none of them.
struct AgreementMoments {
  let coderCount: Int
  /// How many units two coders or more judged.
  var units = 0.0
  /// The share of equal pairs of judgements, summed over units.
  var agreement = 0.0
  /// Each category's share of a unit's judgements, summed over units.
  var shares: [Double]
  /// How many judgements fell into each category.
  var judgements: [Double]
  /// Krippendorff's coincidences of equal values.
  var matches = 0.0
  /// With two coders, how many units each pair of categories was given to, by the first, then the second.
  var joint: [Double]

  init(coderCount: Int, categoryCount: Int) {
    self.coderCount = coderCount
    shares = Array(repeating: 0, count: categoryCount)
    judgements = shares
    joint = Array(repeating: 0, count: categoryCount * categoryCount)
  }

  /// Adds `times` units on which the coders gave these categories; nil where one gave none.
  mutating func add(_ ratings: [Int?], times: Double = 1) {
    var given = [Double](repeating: 0, count: shares.count)
    for case let category? in ratings { given[category] += 1 }
    let coders = given.reduce(0, +)
    guard coders >= 2 else { return }
    units += times
    let equal = given.reduce(0) { $0 + $1 * ($1 - 1) }
    agreement += times * equal / (coders * (coders - 1))
    matches += times * equal / (coders - 1)
    for (category, count) in given.enumerated() where count > 0 {
      shares[category] += times * count / coders
      judgements[category] += times * count
    }
    if coderCount == 2, let first = ratings[0], let second = ratings[1] {
      joint[first * shares.count + second] += times
    }
  }

  /// The measure's value.
  func value(of measure: AgreementMeasure) -> AgreementValue {
    guard units > 0 else { return .undefined(.nothingCompared) }
    let observed = agreement / units
    let categories = Double(shares.count)
    switch measure {
    case .percent:
      return .value(observed)
    case .cohenKappa:
      return coderCount == 2 ? cohenKappa : .undefined(.needsTwoCoders)
    case .brennanPrediger:
      return beyondChance(observed, 1 / categories)
    case .gwetAC1:
      guard categories > 1 else { return .undefined(.chanceAgreementIsOne) }
      return beyondChance(
        observed, shares.reduce(0) { $0 + $1 / units * (1 - $1 / units) } / (categories - 1))
    case .fleissKappa:
      return beyondChance(observed, shares.reduce(0) { $0 + $1 / units * ($1 / units) })
    case .krippendorffAlpha:
      return krippendorffAlpha
    case .unitizingAlpha:
      return .undefined(.needsRanges)
    }
  }

  private var cohenKappa: AgreementValue {
    let k = shares.count
    var (observed, chance) = (0.0, 0.0)
    for category in 0..<k {
      observed += joint[category * k + category] / units
      let first = (0..<k).reduce(0) { $0 + joint[category * k + $1] }
      let second = (0..<k).reduce(0) { $0 + joint[$1 * k + category] }
      chance += first / units * (second / units)
    }
    return beyondChance(observed, chance)
  }

  private var krippendorffAlpha: AgreementValue {
    let all = judgements.reduce(0, +)
    let expected = judgements.reduce(0) { $0 + $1 * (all - $1) } / (all - 1)
    guard expected > all * 1e-12 else { return .undefined(.chanceAgreementIsOne) }
    return .value(1 - (all - matches) / expected)
  }

  private func beyondChance(_ observed: Double, _ chance: Double) -> AgreementValue {
    // Shares are sums of fractions, whose rounding must not turn certainty into a quotient of nothings.
    guard 1 - chance > 1e-12 else { return .undefined(.chanceAgreementIsOne) }
    return .value((observed - chance) / (1 - chance))
  }
}
