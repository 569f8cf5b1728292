import CodingModel

/// What this project's history is to learn of codes from the other's.
extension CodebookMerge {
  /// A version of a code that another project knows: its rule names codes by keys.
  struct Learnt {
    let place: Int
    let content: CodeContent
    let parent: Int?
    let key: String
  }

  /// The versions of codes that the other project's history knows and this one's does not, by place, oldest first; and the
  /// keys of the other's codes that have others here.
  ///
  /// - Parameter keys: the keys by place, those of codes that are gone in both projects included.
  func learnt(_ keys: [String]) -> [Learnt] {
    keys.enumerated().flatMap { place, key in
      let pair = place < codes.count ? matching.pairs[place] : CodeMatching.Pair(ours: nil, theirs: nil)
      var found = theirs.versions(at: place, unknownTo: ours).compactMap { version -> Learnt? in
        // A code that comes as it is has its last version in any case.
        let comes =
          place < codes.count && pair.ours == nil && !dropped.contains(place)
          && codes[place].differences.isEmpty
        if comes, version.isLast { return nil }
        return Learnt(place: place, content: version.content, parent: version.parent, key: key)
      }
      if let other = pair.theirs?.key, pair.ours != nil, !ours.hadKey(other, at: place),
        let last = theirs.last(at: place)
      {
        found.append(Learnt(place: place, content: last.content, parent: last.parent, key: other))
      }
      return found
    }
  }

  /// What the other project's history knows last of a code; this one's where it knows none.
  func last(at place: Int) -> (content: CodeContent, parent: Int?)? {
    theirs.last(at: place) ?? ours.last(at: place)
  }

  /// How many changes led to what codes say, where the other project knows more of them or the two differ, as an act's details
  /// hold it; nil where there is none.
  func takenCounts(_ keys: [String]) -> String? {
    var counts: [String] = []
    for place in codes.indices where matching.pairs[place].theirs != nil && !dropped.contains(place) {
      for aspect in CodeAspect.allCases {
        let (mine, other) = (ours.changeCount(place, aspect), theirs.changeCount(place, aspect))
        guard other > mine || codes[place].differing.contains(aspect), max(mine, other) > 1 else { continue }
        counts.append("\(keys[place])/\(aspect.rawValue)=\(max(mine, other))")
      }
    }
    return counts.isEmpty ? nil : counts.joined(separator: ";")
  }
}
