public import CodingModel

/// The words of an answer as people count them who code by numbers: what stands between spaces, without the
/// punctuation around it.
///
/// Signs that stand alone, such as French punctuation after its space, have no number; an emoji or a number has.
public struct AnswerWords: Sendable {
  /// Where each word stands, from left to right.
  public let ranges: [TextRange]

  /// Counts the words of a text. Cost: linear.
  public init(_ text: String) {
    var ranges: [TextRange] = []
    var word: [(character: Character, start: Int, end: Int)] = []
    var offset = 0
    for character in text {
      let end = offset + character.unicodeScalars.count
      if character.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
        Self.close(&word, &ranges)
      } else {
        word.append((character, offset, end))
      }
      offset = end
    }
    Self.close(&word, &ranges)
    self.ranges = ranges
  }

  /// The text from one word to another, both counted from 1; nil where there are not so many.
  public func range(of words: ClosedRange<Int>) -> TextRange? {
    guard words.lowerBound >= 1, words.upperBound <= ranges.count else { return nil }
    return TextRange(ranges[words.lowerBound - 1].start, ranges[words.upperBound - 1].end)
  }

  /// A range of a text, widened so that it cuts no letter from its marks and no emoji in two. Cost: linear.
  static func whole(_ range: TextRange, in text: String) -> TextRange {
    var (start, end) = (range.start, range.end)
    var offset = 0
    for character in text {
      let next = offset + character.unicodeScalars.count
      if offset < range.start, range.start < next { start = offset }
      if offset < range.end, range.end < next { end = next }
      if next >= range.end { break }
      offset = next
    }
    return TextRange(start, max(start, end))
  }

  private static func close(
    _ word: inout [(character: Character, start: Int, end: Int)], _ ranges: inout [TextRange]
  ) {
    defer { word.removeAll(keepingCapacity: true) }
    var letters = word[...]
    while let first = letters.first, around.contains(first.character) { letters.removeFirst() }
    while let last = letters.last, around.contains(last.character),
      !closes(last.character, letters.dropLast().map(\.character))
    {
      letters.removeLast()
    }
    guard let first = letters.first, let last = letters.last else { return }
    ranges.append(TextRange(first.start, last.end))
  }

  /// Whether a bracket belongs to the word, as in `usager(e)`.
  private static func closes(_ last: Character, _ before: [Character]) -> Bool {
    guard let open = brackets[last] else { return false }
    return before.count { $0 == open } > before.count { $0 == last }
  }

  private static let brackets: [Character: Character] = [")": "(", "]": "[", "}": "{"]
  private static let around = Set("«»\"“”„‘’'‹›()[]{},;:!?.…-–—*_~·•/")
}
