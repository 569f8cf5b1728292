/// An occurrence of a word in a text.
public struct AnalyzedToken: Hashable, Sendable {
  /// Its number in the analyser's ``TypeTable``.
  public let type: UInt32
  /// The code point at which it starts, in the text as given.
  public let start: UInt32
  /// The code point after its last.
  public let end: UInt32
  /// Whether a sentence starts with it.
  public let startsSentence: Bool

  /// An occurrence of a type.
  public init(type: UInt32, start: UInt32, end: UInt32, startsSentence: Bool) {
    self.type = type
    self.start = start
    self.end = end
    self.startsSentence = startsSentence
  }
}
