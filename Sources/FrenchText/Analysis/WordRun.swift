/// The words of a text, in order, with where they stand and where lines end.
struct WordRun: WordSink {
  struct Item {
    let word: UInt32
    let start: UInt32
    let end: UInt32
  }

  static let takesNumbers = true
  private(set) var items: [Item] = []
  /// The places of words that start a line.
  private(set) var lineStarts: [Int] = []

  mutating func clear() {
    items.removeAll(keepingCapacity: true)
    lineStarts.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  mutating func append(_ word: UInt32, _ start: UInt32, _ end: UInt32) {
    items.append(Item(word: word, start: start, end: end))
  }

  mutating func append(_ kind: TokenKind, _ start: UInt32, _ end: UInt32) {
    preconditionFailure("it takes the numbers of words")
  }

  mutating func breakLine() {
    if lineStarts.last != items.count { lineStarts.append(items.count) }
  }
}
