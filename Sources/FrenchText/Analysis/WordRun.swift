/// The words of a text, in order, with where they stand and where lines end.
struct WordRun {
  private(set) var words: [UInt32] = []
  private(set) var starts: [UInt32] = []
  private(set) var ends: [UInt32] = []
  /// The places of words that start a line.
  private(set) var lineStarts: [Int] = []

  mutating func clear() {
    words.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    lineStarts.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  mutating func append(_ word: UInt32, _ start: UInt32, _ end: UInt32) {
    words.append(word)
    starts.append(start)
    ends.append(end)
  }

  mutating func breakLine() {
    if lineStarts.last != words.count { lineStarts.append(words.count) }
  }
}
