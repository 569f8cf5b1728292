/// What a sign means in other query languages and cannot mean in this one, where operators are words.
///
/// Such a sign beside a word would be looked for in the answers, and nothing would be found without a word said.
public enum ForeignOperator: Hashable, Sendable {
  /// `a & b`: both.
  case and
  /// `a | b`: either.
  case or
  /// `-a`, `!a`: not that; at the beginning of a query or parenthesis and after an operator there is nothing that it is
  /// taken from.
  case not(isFirst: Bool)
  /// `+a`: that in any case, as every word is here.
  case required
  /// `"a b"~5`: near each other.
  case near
  /// `a~`: written nearly so.
  case fuzzy
  /// `a^2`, `^a`: a weight, or the beginning of a text.
  case caret
}
