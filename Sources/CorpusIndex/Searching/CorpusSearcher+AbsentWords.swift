import FrenchText
public import QueryLanguage

/// A word that a query asks for and no token has.
public struct AbsentWord: Hashable, Sendable {
  /// As what a word is asked for.
  public enum Role: Hashable, Sendable {
    /// As a form or a lemma.
    case word
    /// As something written exactly so, or as CQL compares it; other capitals and accents may be there.
    case spelling
    /// As a lemma; it may then be a form.
    case lemma
  }

  /// The word.
  public let text: String
  /// As what it was asked for.
  public let role: Role
}

extension CorpusSearcher {
  /// The words that a query asks for and no token has, in order, each once: plain and exact ones, lemmas, also within
  /// phrases, and in CQL values without signs of regular expressions; not those under NOT or `!=`.
  ///
  /// Cost: a look-up a word.
  public func absentWords(of query: Query) throws -> [AbsentWord] {
    let cutter = QueryWordCutter(tokenizer: tokenizer)
    var absent: [AbsentWord] = []
    func add(_ text: String, _ role: AbsentWord.Role) {
      let word = AbsentWord(text: text, role: role)
      if !absent.contains(word) { absent.append(word) }
    }
    for wanted in query.wanted {
      switch wanted {
      case .term(let term):
        let (texts, role): ([String], AbsentWord.Role)
        switch term.kind {
        case .word(let text): (texts, role) = (try cutter.words(in: text, isForm) ?? [text], .word)
        case .exact(let text): (texts, role) = (try cutter.words(in: text, isForm) ?? [text], .spelling)
        case .lemma(let text): (texts, role) = ([text], .lemma)
        case .partOfSpeech, .wildcard, .expression, .anything: continue
        }
        for text in texts
        where try !isThere(role == .lemma ? .lemma(text) : role == .word ? .word(text) : .exact(text)) {
          add(text, role)
        }
      case .value(let attribute, let pattern):
        guard attribute != .partOfSpeech, let texts = pattern.texts,
          try segments.allSatisfy({ try AttributeResolver($0).types(attribute, pattern).types.isEmpty })
        else { continue }
        for text in texts { add(text, attribute == .lemma ? .lemma : .spelling) }
      }
    }
    return absent
  }

  private func isThere(_ kind: Term.Kind) throws -> Bool {
    try segments.contains { try !TermResolver(segment: $0).selection(of: kind).types.isEmpty }
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

/// What a token must be for something to be found.
private enum WantedToken {
  case term(Term)
  case value(TokenAttribute, AttributePattern)
}

extension Query {
  /// What tokens something found must have or may have: what is under NOT left out.
  fileprivate var wanted: [WantedToken] {
    switch node {
    case .term(let term): [.term(term)]
    case .phrase(let terms): terms.map { .term($0) }
    case .near(let left, let right, _): left.wanted + right.wanted
    case .and(let parts), .or(let parts): parts.flatMap(\.wanted)
    case .within(let inner, _): inner.wanted
    case .sequence(let sequence): sequence.pattern.conditions.flatMap(\.wanted)
    case .not, .filter: []
    }
  }
}

extension TokenCondition {
  fileprivate var wanted: [WantedToken] {
    switch self {
    case .matches(let reference, let pattern, isNegated: false): [.value(reference.attribute, pattern)]
    case .and(let parts), .or(let parts): parts.flatMap(\.wanted)
    case .matches, .equals, .isSet, .distance, .order, .filter, .not: []
    }
  }
}
