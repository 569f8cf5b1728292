import QueryLanguage

/// Finds parts of speech in CQL that no token can have, which are rather misspelt than meant.
struct TagCheck {
  let segments: [CorpusSegment]

  /// - Throws: a `QueryError` at the first `pos="…"` whose plain texts are neither among the 17 nor, in a corpus
  ///   annotated elsewhere, among its own.
  func check(_ sequence: TokenSequence) throws {
    let conditions = sequence.pattern.conditions + (sequence.constraint.map { [$0] } ?? [])
    for pattern in conditions.flatMap(\.tagPatterns) {
      guard let texts = pattern.texts else { continue }
      let matcher = AttributeMatcher(pattern, pattern.folding(ignoresCase: pattern.ignoresCase))
      if texts.contains("")
        || PartOfSpeechTag.all.contains(where: { matcher.matches(unfolded: Array($0.utf8)) })
      {
        continue
      }
      let foreign = try segments.flatMap { try AttributeResolver($0).foreignTags() }
      if foreign.contains(where: { matcher.matches(unfolded: Array($0.utf8)) }) { continue }
      let all = Set(PartOfSpeechTag.all + foreign).sorted()
      let text = texts.joined(separator: "|")
      throw QueryError(
        .unknownPartOfSpeech(text), at: pattern.range, expected: [.oneOf(all)],
        nearName: texts.count == 1
          ? NearName.closest(to: text, among: all).map { "pos=\"\($0)\"" } : nil)
    }
  }
}

extension TokenCondition {
  /// What parts of speech are compared with.
  fileprivate var tagPatterns: [AttributePattern] {
    switch self {
    case .matches(let reference, let pattern, _): reference.attribute == .partOfSpeech ? [pattern] : []
    case .and(let parts), .or(let parts): parts.flatMap(\.tagPatterns)
    case .not(let inner): inner.tagPatterns
    case .equals, .isSet, .distance, .order, .filter: []
    }
  }
}
