import FrenchText
public import QueryLanguage

/// A word that a query asks for and no token has.
public struct AbsentWord: Hashable, Sendable {
  /// The word.
  public let text: String
  /// Whether it was asked for as a lemma; it may then be a form.
  public let isLemma: Bool
}

extension CorpusSearcher {
  /// The words that a query asks for and no token has, in order, each once: plain ones and lemmas, also within phrases; not
  /// those under NOT, nor in CQL.
  ///
  /// Cost: a look-up a word.
  public func absentWords(of query: Query) throws -> [AbsentWord] {
    let cutter = QueryWordCutter(tokenizer: tokenizer)
    var absent: [AbsentWord] = []
    for term in query.wantedTerms {
      let (texts, isLemma): ([String], Bool)
      switch term.kind {
      case .word(let text): (texts, isLemma) = (try cutter.words(in: text, isForm) ?? [text], false)
      case .lemma(let text): (texts, isLemma) = ([text], true)
      case .exact, .partOfSpeech, .wildcard, .expression, .anything: continue
      }
      for word in texts.map({ AbsentWord(text: $0, isLemma: isLemma) }) where !absent.contains(word) {
        let kind = isLemma ? Term.Kind.lemma(word.text) : .word(word.text)
        let isThere = try segments.contains {
          try !TermResolver(segment: $0).selection(of: kind).types.isEmpty
        }
        if !isThere { absent.append(word) }
      }
    }
    return absent
  }

  /// The lemma that a form has most often; nil where no token has the form.
  public func commonestLemma(of form: String) throws -> String? {
    var counts: [String: Int] = [:]
    for segment in segments {
      let attributes = AttributeResolver(segment)
      for type in try TermResolver(segment: segment).selection(of: .word(form)).types {
        counts[try attributes.text(.lemma, of: type), default: 0] += try segment.types.frequency(of: type)
      }
    }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  /// The spellings of words and lemmas that may be near to one, the most frequent first, without those of fewer tokens than
  /// `least`: all that ``NearName`` could find near are among them.
  ///
  /// Cost: a pass over the vocabulary, some 10 ns a spelling.
  public func spellings(like word: String, least: Int) throws -> [String] {
    let wanted = LetterSet(Array(Folding.folded(word).utf8))
    let limit = 2 * min(4, max(1, wanted.bytes.count / 3))
    var counts: [String: Int] = [:]
    for segment in segments {
      try segment.keys.forEachKey(prefix: []) { entry in
        guard wanted.isLike(entry.folded, limit: limit) else { return }
        var count = 0
        try entry.forEachType(in: .any) { count += try segment.types.frequency(of: $0) }
        counts[entry.text, default: 0] += count
      }
    }
    return counts.filter { $0.value >= least }
      .sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map(\.key)
  }
}

/// The letters of a word as a set: words of very different letters need not be compared one by one.
private struct LetterSet {
  let bytes: [UInt8]
  private let bits: UInt32

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    bits = Self.bits(bytes)
  }

  /// Whether as few as `limit` letters are in one and not in the other, or the other begins with it.
  func isLike(_ other: [UInt8], limit: Int) -> Bool {
    guard abs(other.count - bytes.count) <= limit else { return bytes.count > 2 && other.starts(with: bytes) }
    return (Self.bits(other) ^ bits).nonzeroBitCount <= limit || other.starts(with: bytes)
  }

  private static func bits(_ bytes: [UInt8]) -> UInt32 { bytes.reduce(0) { $0 | 1 << UInt32($1 & 31) } }
}

extension Query {
  /// The terms that something found must have or may have: those under NOT left out.
  fileprivate var wantedTerms: [Term] {
    switch node {
    case .term(let term): [term]
    case .phrase(let terms): terms
    case .near(let left, let right, _): left.wantedTerms + right.wantedTerms
    case .and(let parts), .or(let parts): parts.flatMap(\.wantedTerms)
    case .within(let inner, _): inner.wantedTerms
    case .not, .sequence, .filter: []
    }
  }
}
