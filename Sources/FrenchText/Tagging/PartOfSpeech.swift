/// The 17 universal parts of speech (UPOS) of Universal Dependencies.
public enum PartOfSpeech: UInt8, Hashable, Sendable, CaseIterable {
  case adjective, adposition, adverb, auxiliary, coordination, determiner, interjection, noun
  case numeral, pronoun, properNoun, subordination, verb, other
  case punctuation, symbol, particle

  /// The tag as Universal Dependencies writes it: `NOUN`, `CCONJ`, …
  public var tag: String { Self.tags[Int(rawValue)] }

  /// The part of speech of a tag, in any case, or nil where there is none such.
  public init?(tag: String) {
    guard let index = Self.tags.firstIndex(of: tag.uppercased()) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  /// Whether it is a noun, verb, adjective or adverb: a word of content.
  public var isContent: Bool {
    switch self {
    case .noun, .verb, .adjective, .adverb: true
    default: false
    }
  }

  private static let tags = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PRON", "PROPN", "SCONJ", "VERB", "X",
    "PUNCT", "SYM", "PART",
  ]
}
