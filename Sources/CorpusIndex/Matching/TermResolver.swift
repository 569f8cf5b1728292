import FrenchText
import QueryLanguage

/// Finds the types of one segment that a term stands for.
struct TermResolver {
  let segment: CorpusSegment

  /// The types of a term that stands for one token.
  func selection(of kind: Term.Kind) throws -> TypeSelection {
    switch kind {
    case .word(let word): try selection(of: TypedWord(word), roles: .any)
    case .lemma(let lemma): try selection(of: TypedWord(lemma), roles: .lemma)
    case .exact(let word): try exact(word)
    case .partOfSpeech(let tag): try selection(ofTag: tag)
    case .wildcard(let wildcard): try selection(of: WildcardMatcher(wildcard))
    case .expression(let expression): try selection(of: ExpressionMatcher(expression))
    case .anything: TypeSelection(types: [], frequency: segment.tokenCount, isEverything: true)
    }
  }

  private func selection(of word: TypedWord, roles: KeyRole) throws -> TypeSelection {
    var found: [UInt32] = []
    try segment.keys.forEachKey(folded: word.folded) { entry in
      guard word.finds(entry) else { return }
      try entry.forEachType(in: roles) { found.append($0) }
    }
    return try selection(found)
  }

  private func exact(_ text: String) throws -> TypeSelection {
    let word = StoredText.normalize(text)
    let form = Folding.form(word)
    var found: [UInt32] = []
    try segment.keys.forEachKey(folded: Array(Folding.folded(word).utf8)) { entry in
      guard entry.bytes.elementsEqual(form.utf8) else { return }
      try entry.forEachType(in: .form) { type in
        if try segment.types.isWritten(word, form: form, type: type) { found.append(type) }
      }
    }
    return try selection(found)
  }

  private func selection(ofTag tag: String) throws -> TypeSelection {
    let isSelected = try segment.types.isSelected(by: .tags([tag]))
    return try selection((0..<UInt32(segment.types.count)).filter { isSelected[Int($0)] })
  }

  private func selection(of matcher: WildcardMatcher) throws -> TypeSelection {
    var found: [UInt32] = []
    try segment.keys.forEachKey(prefix: matcher.prefix) { entry in
      if matcher.finds(entry) { try entry.forEachType(in: .spelling) { found.append($0) } }
    }
    return try selection(found)
  }

  private func selection(of matcher: ExpressionMatcher) throws -> TypeSelection {
    var found: [UInt32] = []
    try segment.keys.forEachKey(prefix: matcher.prefix) { entry in
      if unsafe entry.withBytes({ unsafe matcher.matches(utf8: $0) }) {
        try entry.forEachType(in: .spelling) { found.append($0) }
      }
    }
    return try selection(found)
  }

  private func selection(_ found: [UInt32]) throws -> TypeSelection {
    var types: [UInt32] = []
    types.reserveCapacity(found.count)
    for type in found.sorted() where type != types.last { types.append(type) }
    let frequency = try types.reduce(0) { try $0 + segment.types.frequency(of: $1) }
    return TypeSelection(types: types, frequency: min(frequency, segment.tokenCount))
  }
}
