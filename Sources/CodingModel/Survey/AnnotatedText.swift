/// A text as a corpus annotated elsewhere gives it: its tokens, with what is said of each.
public struct AnnotatedText: Sendable {
  /// A token as it stands in the file.
  public struct Token: Hashable, Sendable {
    /// The word.
    public var word: String
    /// Its lemma.
    public var lemma: String
    /// Its part of speech, of whatever set of tags.
    public var tag: String
    /// What stands between it and the token before; empty where they touch.
    public var space: String
    /// Whether a sentence starts with it.
    public var startsSentence: Bool

    /// A token with its annotations.
    public init(word: String, lemma: String, tag: String, space: String = " ", startsSentence: Bool = false) {
      self.word = word
      self.lemma = lemma
      self.tag = tag
      self.space = space
      self.startsSentence = startsSentence
    }
  }

  /// Whose text it is.
  public var respondent: String
  /// To which question; nil where the file names none.
  public var question: String?
  /// What else is said of the text: values of variables.
  public var values: [(name: String, value: String)] = []
  /// The tokens.
  public var tokens: [Token] = []
  /// The line on which it begins, from 1.
  public var line: Int

  /// A text without tokens yet.
  public init(respondent: String, line: Int) {
    self.respondent = respondent
    self.line = line
  }
}

/// What is known of a token of an answer from elsewhere: where it stands and what is said of it.
public struct TokenAnnotation: Hashable, Sendable {
  /// Where it stands, in code points of the answer's text.
  public let range: TextRange
  /// Its lemma.
  public let lemma: String
  /// Its part of speech, of whatever set of tags.
  public let tag: String
  /// Whether a sentence starts with it.
  public let startsSentence: Bool

  /// An annotation of a part of a text.
  public init(range: TextRange, lemma: String, tag: String, startsSentence: Bool) {
    self.range = range
    self.lemma = lemma
    self.tag = tag
    self.startsSentence = startsSentence
  }
}
