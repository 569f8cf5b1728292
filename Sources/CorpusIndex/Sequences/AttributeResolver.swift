import FrenchText
import QueryLanguage

/// Finds a segment's types by an attribute, and the attributes of its types.
final class AttributeResolver {
  private struct Test: Hashable {
    let attribute: TokenAttribute
    let pattern: AttributePattern
  }

  let segment: CorpusSegment
  private var known: [Test: TypeSet] = [:]
  private var texts: [TokenAttribute: [UInt32: String]] = [:]

  init(_ segment: CorpusSegment) {
    self.segment = segment
  }

  var typeCount: Int { segment.types.count }

  /// The types whose attribute matches the pattern. Cost: for plain texts a look-up each; for an expression
  /// the keys that begin with what all its matches begin with.
  func types(_ attribute: TokenAttribute, _ pattern: AttributePattern) throws -> TypeSet {
    let test = Test(attribute: attribute, pattern: pattern)
    if let found = known[test] { return found }
    var found = TypeSet(count: typeCount)
    switch attribute {
    case .partOfSpeech: try addTypes(ofTag: pattern, to: &found)
    case .form: try addTypes(pattern, in: .form, folding: pattern.folding(ignoresCase: true), to: &found)
    case .word, .lemma:
      try addTypes(
        pattern, in: attribute == .word ? .form : .lemma,
        folding: pattern.folding(ignoresCase: pattern.ignoresCase), to: &found)
    }
    known[test] = found
    return found
  }

  private func addTypes(
    _ pattern: AttributePattern, in role: KeyRole, folding: LetterFolding, to found: inout TypeSet
  ) throws {
    let matcher = AttributeMatcher(pattern, folding)
    try forEachKey(matcher) { entry in
      if folding.ignoresCase {
        // Keys are in lower case already.
        guard matcher.matches(folding.ignoresAccents ? entry.folded : entry.bytes) else { return }
        try entry.forEachType(in: role) { found.insert($0) }
        return
      }
      var usualMatches: Bool?
      try entry.forEachType(in: role) { type in
        if try segment.types.hasSpelling(type) {
          let spelling = try segment.types.spelling(of: type)
          if let own = role == .form ? spelling.word : spelling.lemma {
            if matcher.matches(unfolded: own) { found.insert(type) }
            return
          }
        }
        let matches =
          usualMatches
          ?? matcher.matches(unfolded: role == .form ? entry.bytes : Array(entry.displayed.utf8))
        usualMatches = matches
        if matches { found.insert(type) }
      }
    }
  }

  private func forEachKey(_ matcher: AttributeMatcher, _ body: (KeyTable.Entry) throws -> Void) throws {
    guard let texts = matcher.texts else {
      return try segment.keys.forEachKey(prefix: matcher.prefix, body)
    }
    for folded in Set(texts.map { Folding.folded($0) }) {
      try segment.keys.forEachKey(folded: Array(folded.utf8), body)
    }
  }

  private func addTypes(ofTag pattern: AttributePattern, to found: inout TypeSet) throws {
    let matcher = AttributeMatcher(pattern, pattern.folding(ignoresCase: pattern.ignoresCase))
    let usual = PartOfSpeech.allCases.map { matcher.matches(unfolded: Array($0.tag.utf8)) }
    for type in 0..<UInt32(typeCount) {
      if let tag = try segment.types.foreignTag(of: type) {
        if matcher.matches(unfolded: Array(tag.utf8)) { found.insert(type) }
      } else if try usual[Int(segment.types.partOfSpeech(of: type).rawValue)] {
        found.insert(type)
      }
    }
  }

  /// The parts of speech of the segment that are none of the 17, in the order of their types.
  func foreignTags() throws -> [String] {
    var tags: [String] = []
    var seen: Set<String> = []
    for type in 0..<UInt32(typeCount) {
      if let tag = try segment.types.foreignTag(of: type), seen.insert(tag).inserted { tags.append(tag) }
    }
    return tags
  }

  /// A type's attribute as it is written.
  func text(_ attribute: TokenAttribute, of type: UInt32) throws -> String {
    if let known = texts[attribute]?[type] { return known }
    let text: String
    switch attribute {
    case .partOfSpeech: text = try segment.types.tag(of: type)
    case .form: text = try key(segment.types.form(of: type)).text
    case .word: text = try spelled(\.word, of: type) ?? key(segment.types.form(of: type)).text
    case .lemma: text = try spelled(\.lemma, of: type) ?? key(segment.types.lemma(of: type)).displayed
    }
    texts[attribute, default: [:]][type] = text
    return text
  }

  private func spelled(_ part: KeyPath<TypeSpelling, [UInt8]?>, of type: UInt32) throws -> String? {
    try segment.types.spelling(of: type)[keyPath: part].map { String(decoding: $0, as: UTF8.self) }
  }

  private func key(_ number: UInt32) throws -> (text: String, displayed: String) {
    var found = ("", "")
    try segment.keys.forEachKey(numbered: [number]) { _, entry in found = (entry.text, entry.displayed) }
    return found
  }
}

extension AttributePattern {
  func folding(ignoresCase: Bool) -> LetterFolding {
    LetterFolding(ignoresCase: ignoresCase, ignoresAccents: ignoresAccents)
  }
}

/// Compares values with a pattern.
struct AttributeMatcher {
  /// The texts that match, folded; nil where these cannot be listed.
  let texts: [String]?
  private let bytes: Set<[UInt8]>
  private let machine: ExpressionMatcher?
  private let folding: LetterFolding

  init(_ pattern: AttributePattern, _ folding: LetterFolding) {
    self.folding = folding
    texts = pattern.texts?.map { folding.fold($0) }
    bytes = Set((texts ?? []).map { Array($0.utf8) })
    machine = texts == nil ? pattern.expression.map { ExpressionMatcher($0, folding: folding) } : nil
  }

  /// The folded bytes that every key with a match begins with.
  var prefix: [UInt8] { machine?.prefix ?? [] }

  /// Whether a value that is folded already matches.
  func matches(_ value: [UInt8]) -> Bool { machine?.matches(utf8: value) ?? bytes.contains(value) }

  /// Whether a value as written matches.
  func matches(unfolded value: [UInt8]) -> Bool {
    if !folding.ignoresCase, value.allSatisfy({ $0 < 0x80 }) { return matches(value) }
    return matches(Array(folding.fold(String(decoding: value, as: UTF8.self)).utf8))
  }
}
