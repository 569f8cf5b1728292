import FrenchText

/// A sentence made ready for learning: for each word, what it may be, and the rows of weights that bear on it.
struct Lattice {
  let tags: [TagSet]
  /// The right part of speech, or nil where the treebank cuts words otherwise or the word may not be that.
  let gold: [Int?]
  /// The features of each ambiguous word; none for others.
  let emissions: [[UInt32]]
  let profiles: [WordProfile]

  /// - Parameter solids: for each word, the nearest one before that is no filler, where fillers stand between; -1
  ///   for the edge.
  init(_ profiles: [WordProfile], solids: [Int?], gold: [Int?], capitalsMatter: Bool) {
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
      let place = FeatureKeys.Place(
        before: profile(index - 1), word: profiles[index], after: profile(index + 1),
        solid: solids[index].map(profile))
      for number in 0..<FeatureKeys.pairCount {
        let key = FeatureKeys.pair(number, place)
        if key != 0 { keys.append(key) }
      }
      return keys
    }
  }
}
