/// A text of which many parts are wanted: each costs what it is long, wherever it stands.
public struct SlicedText: Sendable {
  private static let step = 256

  private let bytes: [UInt8]
  /// The byte with which each 256th code point begins.
  private let marks: [Int]
  /// How many code points there are.
  public let scalarCount: Int

  /// Reads a text once.
  public init(_ text: String) {
    bytes = Array(text.utf8)
    var marks: [Int] = []
    var count = 0
    for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if count % Self.step == 0 { marks.append(index) }
      count += 1
    }
    self.marks = marks
    scalarCount = count
  }

  /// The part of the text in `range`, or nil where the range reaches beyond its end.
  public func slice(_ range: TextRange) -> String? {
    guard range.end <= scalarCount else { return nil }
    return String(decoding: bytes[place(of: range.start)..<place(of: range.end)], as: UTF8.self)
  }

  /// The byte with which a code point begins; the text's end for the one after the last.
  private func place(of scalar: Int) -> Int {
    guard scalar < scalarCount else { return bytes.count }
    var index = marks[scalar / Self.step]
    var rest = scalar % Self.step
    while rest > 0 {
      index += 1
      if bytes[index] & 0xC0 != 0x80 { rest -= 1 }
    }
    return index
  }
}
