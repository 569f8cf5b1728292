/// A text of which many parts are wanted: each costs what it is long, wherever it stands.
public struct SlicedText: Sendable {
  private static let step = 64

  private let bytes: [UInt8]
  /// How many code points begin before each 64th byte; none where each byte is one.
  private let counts: [UInt32]
  /// How many code points there are.
  public let scalarCount: Int

  /// Reads a text once.
  public init(_ text: String) {
    self.init(utf8: Array(text.utf8))
  }

  /// Reads a text in UTF-8 once.
  public init(utf8 bytes: [UInt8]) {
    self.bytes = bytes
    var counts: [UInt32] = []
    counts.reserveCapacity(bytes.count / Self.step + 1)
    var total = 0
    for start in stride(from: 0, to: bytes.count, by: Self.step) {
      counts.append(UInt32(total))
      // Without a check for overflow, which cannot happen, many are counted at once.
      for index in start..<min(start + Self.step, bytes.count) {
        total &+= bytes[index] & 0xC0 != 0x80 ? 1 : 0
      }
    }
    self.counts = total == bytes.count ? [] : counts
    scalarCount = total
  }

  /// How many bytes it has.
  public var byteCount: Int { bytes.count }

  /// The part of the text in `range`, or nil where the range reaches beyond its end.
  public func slice(_ range: TextRange) -> String? {
    guard range.end <= scalarCount else { return nil }
    return String(decoding: bytes[place(of: range.start)..<place(of: range.end)], as: UTF8.self)
  }

  /// The part of the text in `range` with what stands from `start` on before it and as far as `end` after it; nil where
  /// they are not in this order, or reach beyond the text's end.
  public func slice(
    _ range: TextRange, from start: Int, to end: Int
  ) -> (before: String, part: String, after: String)? {
    guard start >= 0, start <= range.start, range.end <= end, end <= scalarCount else { return nil }
    let (first, from, to, last) = (
      place(of: start), place(of: range.start), place(of: range.end), place(of: end)
    )
    func text(_ bounds: Range<Int>) -> String { String(decoding: bytes[bounds], as: UTF8.self) }
    return (text(first..<from), text(from..<to), text(to..<last))
  }

  /// The byte with which a code point begins; the text's end for the one after the last.
  private func place(of scalar: Int) -> Int {
    guard scalar < scalarCount else { return bytes.count }
    guard !counts.isEmpty else { return scalar }
    // A code point has a byte at least, so that none before this step holds it.
    var step = scalar / Self.step
    while step + 1 < counts.count, Int(counts[step + 1]) <= scalar { step += 1 }
    var index = step * Self.step
    var rest = scalar - Int(counts[step])
    while bytes[index] & 0xC0 == 0x80 { index += 1 }
    while rest > 0 {
      index += 1
      if bytes[index] & 0xC0 != 0x80 { rest -= 1 }
    }
    return index
  }
}
