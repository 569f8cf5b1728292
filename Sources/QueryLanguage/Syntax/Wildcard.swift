/// A word with gaps: letters, `?` for any one character and `*` for any number of them, none included.
public struct Wildcard: Hashable, Sendable {
  /// One piece of a wildcard.
  public enum Piece: Hashable, Sendable {
    /// This character.
    case scalar(Unicode.Scalar)
    /// Any one character.
    case anyOne
    /// Any number of any characters.
    case anyRun
  }

  /// The pieces in order; never two ``Piece/anyRun`` side by side.
  public let pieces: [Piece]

  /// A wildcard of these pieces; runs of ``Piece/anyRun`` become one.
  public init(_ pieces: [Piece]) {
    var merged: [Piece] = []
    for piece in pieces where piece != .anyRun || merged.last != .anyRun {
      merged.append(piece)
    }
    self.pieces = merged
  }

  /// Whether it names at least one character; without one it would match nearly every token.
  public var hasScalar: Bool {
    pieces.contains { if case .scalar = $0 { true } else { false } }
  }
}
