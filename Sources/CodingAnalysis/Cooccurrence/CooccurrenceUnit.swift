/// Within what two codes count as occurring together.
public enum CooccurrenceUnit: Hashable, Sendable {
  /// Both on one answer.
  case answer
  /// Both on one sentence: each shares at least one code point with it.
  case sentence
  /// Ranges that share at least one code point; those that only touch do not. Answers are counted.
  case overlap
  /// Ranges with at most so many tokens between them, in one answer. Answers are counted.
  case window(tokens: Int)
}

/// What is counted at the units ``CooccurrenceUnit/overlap`` and ``CooccurrenceUnit/window(tokens:)``.
public enum CooccurrenceCounting: String, Hashable, Sendable {
  /// Answers in which some range of one code meets some range of the other, each answer once.
  case units
  /// Pairs of ranges that meet; a code's own count is that of its ranges.
  case pairs
}
