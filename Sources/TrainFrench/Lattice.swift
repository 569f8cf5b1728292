import FrenchText

/// A sentence made ready for learning: for each word, what it may be, and the rows of weights that bear on it.
struct Lattice {
  let tags: [TagSet]
  /// The right part of speech, or nil where the treebank cuts words otherwise or the word may not be that.
  let gold: [Int?]
  /// The features of each ambiguous word; none for others.
  let emissions: [[UInt32]]
  let profiles: [WordProfile]

  init(_ profiles: [WordProfile], gold: [Int?], capitalsMatter: Bool) {
    self.profiles = profiles
    tags = profiles.map(\.tags)
    self.gold = zip(gold, profiles).map { tag, profile in
      tag.flatMap { profile.tags.rawValue & (1 << UInt16($0)) != 0 ? $0 : nil }
    }
    emissions = profiles.indices.map { index in
      guard profiles[index].tags.count > 1 else { return [] }
      func profile(_ at: Int) -> WordProfile { profiles.indices.contains(at) ? profiles[at] : .edge }
      var keys = FeatureKeys.own(profiles[index], capitalsMatter: capitalsMatter && index > 0)
      for distance in [-2, -1, 1, 2] { keys += FeatureKeys.context(profile(index + distance), at: distance) }
      for number in 0..<FeatureKeys.pairCount {
        keys.append(
          FeatureKeys.pair(
            number, profile(index - 2), profile(index - 1), profiles[index], profile(index + 1),
            profile(index + 2)))
      }
      return keys
    }
  }
}
