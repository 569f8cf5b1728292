/// What takes the words of a text as they are cut.
protocol WordSink {
  /// Whether it needs the number of every word; else it is told the kind alone where that is plain.
  static var takesNumbers: Bool { get }

  /// Takes a word by its number in the store.
  mutating func append(_ word: UInt32, _ start: UInt32, _ end: UInt32)

  /// Takes a word by its kind: only where numbers are not needed.
  mutating func append(_ kind: TokenKind, _ start: UInt32, _ end: UInt32)

  /// Notes that a line ends.
  mutating func breakLine()
}
