/// A set of parts of speech, a bit each.
package struct TagSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  package init(_ part: PartOfSpeech) {
    rawValue = part == .particle ? 0 : 1 << UInt16(part.rawValue)
  }

  package init(_ parts: [PartOfSpeech]) {
    rawValue = parts.reduce(0) { $0 | TagSet($1).rawValue }
  }

  /// What a word that no dictionary has may be.
  package static let open = TagSet([.noun, .adjective, .verb, .adverb, .properNoun, .interjection, .other])

  /// Of words that may stand between two that belong together.
  package static let fillers = TagSet([.adverb, .interjection, .other])

  /// How many there are.
  package var count: Int { rawValue.nonzeroBitCount }

  /// Whether there is exactly one.
  var isOne: Bool { rawValue != 0 && rawValue & (rawValue &- 1) == 0 }

  /// The parts of speech in it.
  package var parts: [PartOfSpeech] { PartOfSpeech.allCases.filter { contains(TagSet($0)) } }
}

extension TagSet {
  /// The parts of speech that a reading of the dictionary allows.
  init(_ morphology: Morphology) {
    var tags: TagSet = []
    for (mark, part) in Self.parts where !morphology.isDisjoint(with: mark) { tags.insert(TagSet(part)) }
    if morphology.contains(.pastParticiple) { tags.insert(TagSet(PartOfSpeech.adjective)) }
    self = tags
  }

  private static let parts: [(Morphology, PartOfSpeech)] = [
    (.noun, .noun), (.adjective, .adjective), (.verb, .verb), (.auxiliary, .auxiliary),
    (.properNoun, .properNoun), (.adverb, .adverb), (.interjection, .interjection), (.number, .numeral),
    (.ordinal, .adjective), (.preposition, .adposition), (.determiner, .determiner), (.pronoun, .pronoun),
    (.coordination, .coordination), (.subordination, .subordination),
  ]
}
