import QueryLanguage

/// Finds parts of speech that no token can have, which are rather misspelt than meant.
struct TagCheck {
  let searcher: CorpusSearcher

  /// - Throws: a `QueryError` at the first `pos:` or `pos="…"` that is neither among the 17 nor, in a corpus annotated
  ///   elsewhere, among its own.
  func check(_ query: Query) throws {
    for term in query.terms {
      guard case .partOfSpeech(let tag) = term.kind, PartOfSpeechTag.named(tag) == nil else { continue }
      let own = try searcher.ownTags()
      if own.contains(where: TagName(tag).finds) { continue }
      let all = (PartOfSpeechTag.all + own).sorted()
      throw QueryError(
        .unknownPartOfSpeech(tag), at: term.range, expected: [.oneOf(all)],
        nearName: PartOfSpeechTag.near(to: tag, among: all))
    }
    for sequence in query.sequences { try check(sequence) }
  }

  /// Plain texts only: what an expression finds may be nothing.
  private func check(_ sequence: TokenSequence) throws {
    let conditions = sequence.pattern.conditions + (sequence.constraint.map { [$0] } ?? [])
    for pattern in conditions.flatMap(\.tagPatterns) {
      guard let texts = pattern.texts else { continue }
      let matcher = AttributeMatcher(pattern, pattern.folding(ignoresCase: pattern.ignoresCase))
      if texts.contains("")
        || PartOfSpeechTag.all.contains(where: { matcher.matches(unfolded: Array($0.utf8)) })
      {
        continue
      }
      let own = try searcher.ownTags()
      if own.contains(where: { matcher.matches(unfolded: Array($0.utf8)) }) { continue }
      let all = (PartOfSpeechTag.all + own).sorted()
      let text = texts.joined(separator: "|")
      throw QueryError(
        .unknownPartOfSpeech(text), at: pattern.range, expected: [.oneOf(all)],
        nearName: texts.count == 1
          ? PartOfSpeechTag.near(to: text, among: all).map { "pos=\"\($0)\"" } : nil)
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
