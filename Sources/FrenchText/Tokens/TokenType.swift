/// A word as it occurs: tokens that share word, lemma, part of speech and genders share one type.
public struct TokenType: Hashable, Sendable {
  /// As written, in NFC, without invisible characters.
  public let word: String
  /// The normalised spelling: ``Folding/form(_:)`` of the word.
  public let form: String
  /// The dictionary word; the word itself where there is none. Never empty.
  public let lemma: String
  /// The part of speech that context gives it.
  public let partOfSpeech: PartOfSpeech
  /// The part of speech that a corpus annotated elsewhere gives it, where that is none of the 17; else nil.
  public let tag: String?
  /// What it is made of.
  public let kind: TokenKind
  /// The masculine spelling of an inclusive word (`étudiants` for `étudiant·e·s`), else nil.
  public let masculine: String?
  /// The feminine spelling of an inclusive word (`étudiantes` for `étudiant·e·s`), else nil.
  public let feminine: String?

  /// The type with all that is known of it.
  public init(
    word: String, form: String, lemma: String, partOfSpeech: PartOfSpeech, kind: TokenKind,
    masculine: String? = nil, feminine: String? = nil, tag: String? = nil
  ) {
    self.word = word
    self.form = form
    self.lemma = lemma
    self.partOfSpeech = partOfSpeech
    self.kind = kind
    self.masculine = masculine
    self.feminine = feminine
    self.tag = tag
  }

  /// Hashes what nearly always tells types apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(word)
    hasher.combine(partOfSpeech)
  }
}
