/// A half-open range of Unicode code points (scalars) in an answer's text, counted from 0.
///
/// This is the unit of every offset in Verbatim's commands, files and public interfaces.
public struct TextRange: Hashable, Sendable {
  /// The offset of the first code point inside.
  public let start: Int
  /// The offset after the last code point inside; never less than ``start``.
  public let end: Int

  /// The range from `start` to just before `end`.
  ///
  /// - Precondition: `0 <= start <= end`.
  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a text range runs forwards from 0")
    self.start = start
    self.end = end
  }

  /// How many code points it spans.
  public var length: Int { end - start }

  /// Whether it spans nothing.
  public var isEmpty: Bool { start == end }

  /// Whether the two share at least one code point; ranges that only touch do not.
  public func overlaps(_ other: TextRange) -> Bool {
    max(start, other.start) < min(end, other.end)
  }

  /// Whether every code point of `other` is inside.
  public func contains(_ other: TextRange) -> Bool {
    start <= other.start && other.end <= end
  }

  /// What both share, or nil where they share nothing.
  public func intersection(_ other: TextRange) -> TextRange? {
    let (from, to) = (max(start, other.start), min(end, other.end))
    return from < to ? TextRange(from, to) : nil
  }
}

extension TextRange: Comparable {
  /// Orders by start, then by end.
  public static func < (left: TextRange, right: TextRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension String {
  /// How many code points the text has: the end of the range that covers it all. Cost: linear.
  public var scalarCount: Int { unicodeScalars.count }

  /// The part of the text in `range`, or nil where the range reaches beyond its end. Cost: linear in the
  /// range's end.
  public func slice(_ range: TextRange) -> String? {
    var text = self
    return text.withUTF8 { bytes in
      // The byte with which a code point begins, from the one with which an earlier one does.
      func place(of count: Int, from start: Int) -> Int? {
        var (index, rest) = (start, count)
        while rest > 0 {
          guard index < bytes.count else { return nil }
          index += 1
          while index < bytes.count, unsafe bytes[index] & 0xC0 == 0x80 { index += 1 }
          rest -= 1
        }
        return index
      }
      guard let from = place(of: range.start, from: 0), let to = place(of: range.length, from: from) else {
        return nil
      }
      return unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[from..<to]), as: UTF8.self)
    }
  }
}
