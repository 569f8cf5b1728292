/// Why the lexicon cannot be had.
public enum LexiconError: Error, Equatable {
  /// No French dictionary of hunspell in any of these places: the paths tried, in order, without `.aff`.
  case missing(paths: [String])
  /// The dictionary's file at this path holds no affix rules or no words.
  case unreadable(path: String)
}
