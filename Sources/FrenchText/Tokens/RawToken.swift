/// A token as the rules cut it, before any context.
struct RawToken {
  /// Its units in the chunk.
  let range: Range<Int>
  let kind: TokenKind
  /// What it reads where it is an inclusive word.
  var inclusive: InclusiveReading?
  /// Whether a period belongs to it: the period ends no sentence by itself.
  var isAbbreviation = false

  init(
    _ range: Range<Int>, _ kind: TokenKind, inclusive: InclusiveReading? = nil, isAbbreviation: Bool = false
  ) {
    self.range = range
    self.kind = kind
    self.inclusive = inclusive
    self.isAbbreviation = isAbbreviation
  }
}
