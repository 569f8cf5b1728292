import FrenchText
import QueryLanguage

/// Finds the types of one segment that a term stands for.
struct TermResolver {
  let segment: CorpusSegment

  /// The types of a term that stands for one token.
  func selection(of kind: Term.Kind) throws -> TypeSelection {
    switch kind {
    case .word(let word): try selection(ofWord: word)
    case .lemma(let lemma): try selection(of: TypedWord(lemma), roles: .lemma)
    case .exact(let word): try exact(word)
    case .partOfSpeech(let tag): try selection(ofTag: tag)
    case .wildcard(let wildcard): try selection(of: WildcardMatcher(wildcard))
    case .expression(let expression): try selection(of: ExpressionMatcher(expression))
    case .anything: TypeSelection(types: [], frequency: segment.tokenCount, isEverything: true)
    }
  }

  /// The types with a form or lemma; of an inclusive word in any of its spellings.
  private func selection(ofWord word: String) throws -> TypeSelection {
    let spellings = InclusiveVariants.spellings(of: word)
    guard !spellings.isEmpty else { return try selection(of: TypedWord(word), roles: .any) }
    return try selection(spellings.flatMap { try types(of: TypedWord($0), roles: .any) })
  }

  private func selection(of word: TypedWord, roles: KeyRole) throws -> TypeSelection {
    try selection(types(of: word, roles: roles))
  }

  private func types(of word: TypedWord, roles: KeyRole) throws -> [UInt32] {
    var found: [UInt32] = []
    try segment.keys.forEachKey(folded: word.folded) { entry in
      guard word.finds(entry) else { return }
      try entry.forEachType(in: roles) { found.append($0) }
    }
    return found
  }

  private func exact(_ text: String) throws -> TypeSelection {
    let word = StoredText.normalize(text)
    let form = Folding.form(word)
    var found: [UInt32] = []
    try segment.keys.forEachKey(folded: Array(Folding.folded(word).utf8)) { entry in
      guard entry.bytes.elementsEqual(form.utf8) else { return }
      try entry.forEachType(in: .form) { type in
        if try segment.types.isWritten(word, form: form, type: type) || isWritten(word, entry, type) {
          found.append(type)
        }
      }
    }
    return try selection(found)
  }

  /// Whether a type is a number written as `word` is but for the kind of space between its groups.
  private func isWritten(_ word: String, _ entry: KeyTable.Entry, _ type: UInt32) throws -> Bool {
    guard word.unicodeScalars.contains(where: { $0 == " " || Folding.isSpace($0.value) }) else {
      return false
    }
    let written = try segment.types.spelling(of: type).word ?? entry.bytes
    let folding = LetterFolding(ignoresCase: false, ignoresAccents: false)
    return folding.fold(String(decoding: written, as: UTF8.self)) == folding.fold(word)
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
