/// A token by where it stands and what it is made of.
public struct TokenSpan: Hashable, Sendable {
  /// Its first code point in the text.
  public let start: UInt32
  /// The code point after its last.
  public let end: UInt32
  /// What it is made of.
  public let kind: TokenKind

  /// The token that stands there.
  public init(start: UInt32, end: UInt32, kind: TokenKind) {
    self.start = start
    self.end = end
    self.kind = kind
  }
}

/// The tokens of a text, in order, without their words.
struct SpanRun: WordSink {
  static let takesNumbers = false
  var spans: [TokenSpan] = []
  private let store: WordStore

  init(_ store: WordStore) {
    self.store = store
  }

  @inline(__always)
  mutating func append(_ word: UInt32, _ start: UInt32, _ end: UInt32) {
    append(store.kinds[Int(word)], start, end)
  }

  @inline(__always)
  mutating func append(_ kind: TokenKind, _ start: UInt32, _ end: UInt32) {
    spans.append(TokenSpan(start: start, end: end, kind: kind))
  }

  func breakLine() {}
}
