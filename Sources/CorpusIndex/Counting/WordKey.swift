/// What makes two tokens the same word when words are counted.
public enum WordKey: Hashable, Sendable, CaseIterable {
  /// The normalised spelling.
  case form
  /// The dictionary word.
  case lemma
  /// The part of speech.
  case partOfSpeech
}
