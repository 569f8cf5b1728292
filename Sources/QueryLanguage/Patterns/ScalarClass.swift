/// A set of characters in a regular expression, such as `[a-zé]`, `\d` or `.`.
public struct ScalarClass: Hashable, Sendable {
  /// The ranges of code points that are named, in the order written.
  public let ranges: [ClosedRange<UInt32>]
  /// The properties that are named, such as `\p{Lu}`.
  public let properties: [ScalarProperty]
  /// Whether the set is everything but what is named.
  public let isNegated: Bool

  /// The code points of `ranges` and those with one of the `properties`, or all others.
  public init(
    _ ranges: [ClosedRange<UInt32>], _ properties: [ScalarProperty] = [], isNegated: Bool = false
  ) {
    self.ranges = ranges
    self.properties = properties
    self.isNegated = isNegated
  }

  /// Whether the code point is in the set.
  public func contains(_ value: UInt32) -> Bool { names(value) != isNegated }

  /// Whether the code point is among those named, be these meant or all others.
  public func names(_ value: UInt32) -> Bool {
    if ranges.contains(where: { $0.contains(value) }) { return true }
    guard !properties.isEmpty, let scalar = Unicode.Scalar(value) else { return false }
    return properties.contains { $0.holds(of: scalar) }
  }

  /// `.`: any character.
  public static let any = ScalarClass([], isNegated: true)
  /// `\d`: a digit.
  public static let digit = ScalarClass([48...57])
  /// `\w`: a letter with or without accents of the Latin script, a digit or `_`.
  public static let word = ScalarClass([
    48...57, 65...90, 95...95, 97...122, 0xAA...0xAA, 0xB5...0xB5, 0xBA...0xBA, 0xC0...0xD6, 0xD8...0xF6,
    0xF8...0x24F, 0x300...0x36F, 0x370...0x3FF, 0x400...0x52F, 0x1E00...0x1EFF,
  ])
  /// `\s`: a space of any kind.
  public static let space = ScalarClass([
    9...13, 32...32, 0x85...0x85, 0xA0...0xA0, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
    0x205F...0x205F, 0x3000...0x3000,
  ])

  /// The other code points.
  public var inverted: ScalarClass { ScalarClass(ranges, properties, isNegated: !isNegated) }
}
