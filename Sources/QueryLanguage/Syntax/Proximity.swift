/// How two positional queries must stand to each other.
public struct Proximity: Hashable, Sendable {
  /// Where both must be.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// In one sentence: what NEAR and BEFORE mean unless told otherwise.
    case sentence
    /// Anywhere in one answer.
    case answer
  }

  /// The greatest distance that can be asked for.
  public static let maximumDistance = 1000

  /// The greatest distance in tokens, from 1: neighbours are at distance 1.
  public let distance: Int
  /// Whether the first must come before the second (BEFORE rather than NEAR).
  public let isOrdered: Bool
  /// Where both must be.
  public let unit: Unit

  /// At most `distance` tokens apart, in order if `isOrdered`, in one `unit`.
  public init(distance: Int, isOrdered: Bool, unit: Unit = .sentence) {
    self.distance = distance
    self.isOrdered = isOrdered
    self.unit = unit
  }
}
